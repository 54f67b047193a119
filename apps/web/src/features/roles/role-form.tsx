'use client';
import { useQuery } from '@apollo/client/react';
import { useRouter } from 'next/navigation';
import { CreateRoleDocument, RoleChoicesDocument, UpdateRoleDocument } from '@/gql/roles/roles';
import { CheckboxField, FormDialog, SelectField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import type { UserTier } from '@/gql/roles/roles';
import { tierText } from './matrix-words';

/** What of a role is edited outside the matrix. */
export interface RoleFacts {
  id: string;
  version: number;
  name: string;
  description: string;
  tiers: readonly string[];
  parent: { id: string; name: string } | null;
}

type Values = { name: string; description: string; tiers: Record<'ADMIN' | 'EMPLOYEE' | 'CLIENT' | 'SERVICE', boolean>; parentId: string; copyOf: string };

const TIERS = ['EMPLOYEE', 'ADMIN', 'SERVICE', 'CLIENT'] as const;
const NONE = 'none';
const chosen = (tiers: Values['tiers']) => TIERS.filter((tier) => tiers[tier]) as UserTier[];
const orNull = (value: string): string | null => (value === NONE ? null : value);
const PATHS = { tiers: 'tiers.EMPLOYEE' } as const;

/** A new role: from scratch, or with the permissions of another one. */
export function RoleForm({ onClose, copyOf }: { onClose: () => void; copyOf?: { id: string; name: string; tiers: readonly string[] } }) {
  const router = useRouter();
  const form = useMutationForm({
    document: CreateRoleDocument,
    defaults: { name: copyOf ? `${copyOf.name} (copy)` : '', description: '', tiers: tiersOf(copyOf?.tiers ?? ['EMPLOYEE']), parentId: NONE, copyOf: copyOf?.id ?? NONE },
    variables: (values: Values) => ({ input: { name: values.name.trim(), description: values.description.trim() || null, tiers: chosen(values.tiers), parentId: orNull(values.parentId), copyOf: orNull(values.copyOf) } }),
    select: (data) => data.createRole,
    paths: PATHS,
    refetch: ['PermissionMatrix', 'RoleChoices'],
    onDone: ({ role }) => {
      notify.success('Role created', 'Now choose what it allows.');
      onClose();
      if (role) router.push(`/settings/roles/${role.id}`);
    },
  });
  const roles = useRoleOptions();
  return (
    <FormDialog open onOpenChange={onClose} title="New role" description="A role is a named set of permissions. Nobody can give one that holds more than they hold themselves." submitLabel="Create role" form={form}>
      <TextField name="name" label="Name" required autoFocus />
      <TextAreaField name="description" label="What its holders do" rows={2} />
      <SelectField name="copyOf" label="Start with the permissions of" options={[{ value: NONE, label: 'Nothing: from scratch' }, ...roles]} />
      <SelectField name="parentId" label="Inherits from" hint="It then always has what that role has, also what is changed there later." options={[{ value: NONE, label: 'No other role' }, ...roles]} />
      <TierFields />
    </FormDialog>
  );
}

/** Name, description, tiers and parent of a role. */
export function RoleEditForm({ role, onClose }: { role: RoleFacts; onClose: () => void }) {
  const form = useMutationForm({
    document: UpdateRoleDocument,
    defaults: { name: role.name, description: role.description, tiers: tiersOf(role.tiers), parentId: role.parent?.id ?? NONE, copyOf: NONE },
    variables: (values: Values) => ({
      input: {
        id: role.id, version: role.version, name: values.name.trim(), description: values.description.trim(), tiers: chosen(values.tiers),
        ...(orNull(values.parentId) === (role.parent?.id ?? null) ? {} : { parentId: orNull(values.parentId) }),
      },
    }),
    select: (data) => data.updateRole,
    paths: PATHS,
    refetch: ['RolePage', 'PermissionMatrix'],
    onDone: () => {
      notify.success('Role saved');
      onClose();
    },
  });
  const roles = useRoleOptions().filter(({ value }) => value !== role.id);
  return (
    <FormDialog open onOpenChange={onClose} title={`Edit ${role.name}`} submitLabel="Save role" form={form}>
      <TextField name="name" label="Name" required autoFocus />
      <TextAreaField name="description" label="What its holders do" rows={2} />
      <SelectField name="parentId" label="Inherits from" hint="Everything that role has counts here too." options={[{ value: NONE, label: 'No other role' }, ...roles]} />
      <TierFields />
    </FormDialog>
  );
}

function TierFields() {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-xs font-medium text-muted">Who may hold it</legend>
      {TIERS.map((tier) => <CheckboxField key={tier} name={`tiers.${tier}`} label={tierText[tier] ?? tier} hint={tier === 'CLIENT' ? 'Clients share no role with anybody else.' : undefined} />)}
    </fieldset>
  );
}

const tiersOf = (tiers: readonly string[]): Values['tiers'] => ({ ADMIN: tiers.includes('ADMIN'), EMPLOYEE: tiers.includes('EMPLOYEE'), CLIENT: tiers.includes('CLIENT'), SERVICE: tiers.includes('SERVICE') });

/** Roles to inherit from, copy or replace with: all but the superadmin, who stands alone. */
export function useRoleOptions(): readonly { value: string; label: string }[] {
  const { data } = useQuery(RoleChoicesDocument);
  return (data?.roles.nodes ?? []).filter(({ key }) => key !== 'SUPERADMIN').map(({ id, name }) => ({ value: id, label: name }));
}
