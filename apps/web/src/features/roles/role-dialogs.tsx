'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DeleteRoleDocument, ResetRoleDocument } from '@/gql/roles/roles';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { ConfirmDialog, Field, notify, Select } from '@/ui';
import { useRoleOptions } from './role-form';

interface RoleToChange {
  id: string;
  version: number;
  name: string;
  holders?: number | null;
}

const NONE = 'none';

/** Removes a role of the organization's own; its holders get the one that is chosen. */
export function DeleteRoleDialog({ role, onClose }: { role: RoleToChange; onClose: () => void }) {
  const router = useRouter();
  const remove = useMutationWithIdempotency(DeleteRoleDocument, (data) => data.deleteRole, { refetch: ['PermissionMatrix', 'RoleChoices'] });
  const [replacement, setReplacement] = useState(NONE);
  const others = useRoleOptions().filter(({ value }) => value !== role.id);
  const held = role.holders ?? 0;
  return (
    <ConfirmDialog
      open onOpenChange={(open) => !open && onClose()} title={`Delete ${role.name}?`} danger confirmLabel="Delete role" typeToConfirm={role.name}
      body={
        <div className="flex flex-col gap-3">
          <p>{held > 0 ? `${held} ${held === 1 ? 'person holds' : 'people hold'} it. Choose what they get instead; it takes effect at once.` : 'Nobody holds it. Roles that inherit from it need one that takes its place.'}</p>
          <Field label="Takes its place">{(control) => <Select {...control} value={replacement} onValueChange={setReplacement} options={[{ value: NONE, label: 'No other role' }, ...others]} />}</Field>
        </div>
      }
      onConfirm={async () => {
        const outcome = await remove.run({ input: { id: role.id, version: role.version, replacementId: replacement === NONE ? null : replacement } });
        if (!outcome.ok) throw new FailureError(outcome.failure);
        notify.success('Role deleted');
        router.push('/settings/roles');
      }}
    />
  );
}

/** Gives a built-in role the permissions it came with. */
export function ResetRoleDialog({ role, onClose }: { role: RoleToChange; onClose: () => void }) {
  const reset = useMutationWithIdempotency(ResetRoleDocument, (data) => data.resetRoleToDefaults, { refetch: ['RolePage', 'PermissionMatrix'] });
  return (
    <ConfirmDialog
      open onOpenChange={(open) => !open && onClose()} title={`Reset ${role.name} to its defaults?`} danger confirmLabel="Reset role" typeToConfirm={role.name}
      body="Every change your organization made to what this role allows is taken back. It takes effect at once for everybody who holds it."
      onConfirm={async () => {
        const outcome = await reset.run({ input: { id: role.id, version: role.version } });
        if (!outcome.ok) throw new FailureError(outcome.failure);
        notify.success('Back to the defaults');
      }}
    />
  );
}
