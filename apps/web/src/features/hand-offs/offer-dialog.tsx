'use client';
import { useApolloClient } from '@apollo/client/react';
import { HandOffDepartmentsDocument, OfferHandOffDocument } from '@/gql/hand-offs/hand-offs';
import { FormDialog, ReferenceField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

/** Hands a record to a department or a person, with what has to be there. */
export function OfferDialog({ subject, recordId, onClose, onDone }: { subject: string; recordId: string; onClose: () => void; onDone: () => void }) {
  const client = useApolloClient();
  const people = usePeoplePicker();
  const departments = async (search: string): Promise<readonly Option[]> => {
    const { data } = await client.query({ query: HandOffDepartmentsDocument });
    return (data?.departments.nodes ?? []).filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase())).map(({ id, name }) => ({ value: id, label: name }));
  };
  const form = useMutationForm({
    document: OfferHandOffDocument,
    defaults: { step: '', department: null as Option | null, person: null as Option | null, items: '', note: '' },
    variables: ({ step, department, person, items, note }) => ({
      input: { subject, recordId, step: step.trim(), toDepartmentId: department?.value ?? null, toUserId: person?.value ?? null, note: note.trim() || null, items: items.split('\n').map((line) => line.trim()).filter(Boolean) },
    }),
    select: (data) => data.offerHandOff,
    paths: { toDepartmentId: 'department', toUserId: 'person' },
    onDone: () => {
      notify.success('It is offered; they see it at once');
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Hand over" description="It stays with you until they accept it, or give it back with a reason." form={form} submitLabel="Hand over">
      <TextField name="step" label="What comes next" required placeholder="Plan the onboarding" />
      <ReferenceField name="department" label="Department" options={departments} />
      <ReferenceField name="person" label="Person" hint="Anybody of the department when empty." options={people.load} />
      <TextAreaField name="items" label="Checklist" rows={3} hint="One line each. All have to be ticked before it can be accepted." />
      <TextAreaField name="note" label="Note" rows={2} />
    </FormDialog>
  );
}
