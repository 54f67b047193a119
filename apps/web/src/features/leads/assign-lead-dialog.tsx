'use client';
import { AssignLeadDocument, type LeadRowFragment } from '@/gql/leads/leads';
import { FormDialog, ReferenceField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

/** Gives a lead to somebody, or back into the queue. */
export function AssignLeadDialog({ lead, onClose }: { lead: Pick<LeadRowFragment, 'id' | 'version' | 'owner'>; onClose: () => void }) {
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: AssignLeadDocument,
    defaults: { owner: (lead.owner ? { value: lead.owner.id, label: lead.owner.name } : null) as Option | null },
    variables: (values) => ({ input: { id: lead.id, version: lead.version, ownerId: values.owner?.value ?? null } }),
    select: (data) => data.assignLead,
    paths: { ownerId: 'owner' },
    refetch: ['Lead', 'LeadHistory'],
    onDone: () => {
      notify.success('Lead assigned');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Assign the lead" submitLabel="Assign" form={form} size="sm">
      <ReferenceField name="owner" label="Owner" options={people.load} hint="Left empty, it goes back into the department's queue." />
    </FormDialog>
  );
}
