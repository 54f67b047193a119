'use client';
import { CreateApiKeyDocument } from '@/gql/api-keys/api-keys';
import { DateField, FormDialog, SelectField, TextAreaField, TextField, useMutationForm } from '@/kit';
import { usePeopleChoices } from '../people/use-people-choices';

const DAY_MS = 86_400_000;
const NO_ROLE = 'NONE';
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const words = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

/** A new key: a role for programs, single permissions, or both. */
export function ApiKeyForm({ onClose, onSecret }: { onClose: () => void; onSecret: (name: string, secret: string) => void }) {
  const roles = usePeopleChoices().roles.filter(({ tiers }) => tiers.includes('SERVICE'));
  const form = useMutationForm({
    document: CreateApiKeyDocument,
    defaults: { name: '', role: NO_ROLE, permissions: '', networks: '', expiresOn: inDays(90) },
    variables: (values: { name: string; role: string; permissions: string; networks: string; expiresOn: string }) => ({
      input: {
        name: values.name.trim(), roleId: values.role === NO_ROLE ? null : values.role, grants: words(values.permissions).map((permission) => ({ permission, scope: 'ORGANIZATION' as const })),
        networks: words(values.networks), expiresAt: new Date(`${values.expiresOn}T00:00:00`).toISOString(),
      },
    }),
    select: (data) => data.createApiKey,
    paths: { roleId: 'role', expiresAt: 'expiresOn' },
    idempotent: false,
    refetch: ['ApiKeys'],
    onDone: ({ secret }, { name }) => {
      onClose();
      if (secret) onSecret(name, secret);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New API key" description="A program does with it what you give it here, and never more than you may do yourself." submitLabel="Make the key" form={form}>
      <TextField name="name" label="What it is for" required autoFocus autoComplete="off" placeholder="Warehouse synchronization" />
      <SelectField
        name="role" label="Role" options={[{ value: NO_ROLE, label: 'None: single permissions only' }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
        hint="Roles for programs: those that list programs among the tiers that may hold them."
      />
      <TextAreaField name="permissions" label="Single permissions" rows={3} hint="Names as in the permission matrix, one per line, for all records: lead.read" />
      <TextAreaField name="networks" label="Only from these networks" rows={2} hint="Addresses or ranges, 203.0.113.0/24. Empty: from anywhere." />
      <DateField name="expiresOn" label="Works until" required min={inDays(1)} max={inDays(365)} />
    </FormDialog>
  );
}
