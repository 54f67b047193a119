'use client';
import { UpdatePersonDocument } from '@/gql/people/people';
import { FormDialog, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { TickListField } from '../shared/tick-list-field';
import { usePeopleChoices } from './use-people-choices';
import type { PersonRecord } from './use-person-rights';

/** Where somebody belongs; their roles reach as far as this. */
export function DepartmentsDialog({ person, onClose, onChanged }: { person: PersonRecord; onClose: () => void; onChanged: () => void }) {
  const { departments } = usePeopleChoices();
  const form = useMutationForm({
    document: UpdatePersonDocument,
    defaults: { departmentIds: person.departments.map(({ id }) => id) },
    variables: ({ departmentIds }) => ({ input: { id: person.id, version: person.version, departmentIds } }),
    select: (data) => data.updateUser,
    onDone: () => {
      notify.success(`Departments of ${person.name} saved`);
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title={`Departments of ${person.name}`} description="Roles that reach a department reach these, and those below them." submitLabel="Save departments" form={form}>
      <TickListField name="departmentIds" label="Departments" options={departments} empty="There is no department yet." />
    </FormDialog>
  );
}
