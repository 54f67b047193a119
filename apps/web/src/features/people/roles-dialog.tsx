'use client';
import { SetPersonRolesDocument } from '@/gql/people/people';
import { FormDialog, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { assignments, EVERYWHERE, RolesField } from './roles-field';
import { usePeopleChoices } from './use-people-choices';
import type { PersonRecord } from './use-person-rights';

/** The roles of somebody, all at once; takes effect everywhere at the same moment. */
export function RolesDialog({ person, onClose, onChanged }: { person: PersonRecord; onClose: () => void; onChanged: () => void }) {
  const { roles, departments, ready } = usePeopleChoices();
  const held = person.roles.flatMap(({ role, department }) => (role ? [{ roleId: role.id, departmentId: department?.id ?? EVERYWHERE }] : []));
  const form = useMutationForm({
    document: SetPersonRolesDocument,
    defaults: { roles: held },
    variables: (values) => ({ input: { id: person.id, version: person.version, roles: assignments(values.roles) } }),
    select: (data) => data.setUserRoles,
    onDone: () => {
      notify.success(`Roles of ${person.name} saved`, 'They apply at once, also to pages that are open.');
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="lg" title={`Roles of ${person.name}`} description="You can give what you hold yourself. A change applies at once, also to pages that are open." submitLabel={`Save roles of ${person.name}`} form={form}>
      {ready ? <RolesField name="roles" tier={person.tier} roles={roles} departments={departments} /> : <p className="text-sm text-muted">Loading roles…</p>}
    </FormDialog>
  );
}
