'use client';
import { ContactLeadDocument, type LeadContactKind, type LeadRowFragment } from '@/gql/leads/leads';
import { CheckboxField, FormDialog, SelectField, TextAreaField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { choices, contactKindLabel } from './lead-words';

/** Logs a call, mail or meeting. */
export function ContactLeadDialog({ lead, onClose }: { lead: Pick<LeadRowFragment, 'id' | 'version' | 'status'>; onClose: () => void }) {
  const form = useMutationForm({
    document: ContactLeadDocument,
    defaults: { kind: 'CALL' as LeadContactKind, reached: true, note: '' },
    variables: (values) => ({ input: { id: lead.id, version: lead.version, kind: values.kind, reached: values.reached, note: values.note.trim() || null } }),
    select: (data) => data.contactLead,
    refetch: ['Lead', 'LeadHistory'],
    onDone: () => {
      notify.success('Contact logged');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Log contact" submitLabel="Log contact" form={form}>
      <SelectField name="kind" label="How" options={choices(contactKindLabel)} />
      <CheckboxField name="reached" label="Somebody answered" hint={lead.status === 'NEW' ? 'Then the lead counts as contacted.' : undefined} />
      <TextAreaField name="note" label="What was said" rows={4} />
    </FormDialog>
  );
}
