'use client';
import { useState } from 'react';
import { RevokeApiKeyDocument, RotateApiKeyDocument } from '@/gql/api-keys/api-keys';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, FormDialog, NumberField, useMutationForm } from '@/kit';
import { useCan } from '@/session';
import { Button, ConfirmDialog, DateText, notify } from '@/ui';
import { scopeLabel } from '../people/people-words';
import type { KeyRow } from './api-keys-screen';

interface PeekProps {
  apiKey: KeyRow | null;
  onSecret: (name: string, secret: string) => void;
  onChanged: () => void;
}

/** One key: what it may do, when it was used, and replacing or ending it. */
export function ApiKeyPeek({ apiKey, onSecret, onChanged }: PeekProps) {
  const [mayRotate, mayRevoke] = [useCan('apiKey.rotate'), useCan('apiKey.revoke')];
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null);
  const revoke = useMutationWithIdempotency(RevokeApiKeyDocument, (data) => data.revokeApiKey);
  if (!apiKey) return <p className="p-4 text-sm text-muted">This key is further down the list.</p>;
  const end = async () => {
    const outcome = await revoke.run({ input: { id: apiKey.id, version: apiKey.version } });
    if (!outcome.ok) throw new FailureError(outcome.failure);
    notify.success(`${apiKey.name} has ended`);
    onChanged();
  };
  const [roles, exceptions] = [apiKey.account?.roles ?? [], apiKey.account?.exceptions ?? []];
  return (
    <div className="flex flex-col gap-4 p-4">
      <h2 className="text-base font-semibold">{apiKey.name}</h2>
      <FactList>
        <Fact label="Begins with"><code className="font-mono">{apiKey.prefix}…</code></Fact>
        <Fact label="Made by">{apiKey.createdBy?.name ?? '–'}, <DateText value={apiKey.createdAt} /></Fact>
        <Fact label="Works until"><DateText value={apiKey.expiresAt} /></Fact>
        {apiKey.revokedAt ? <Fact label="Ended"><DateText value={apiKey.revokedAt} /></Fact> : null}
        <Fact label="Last used"><DateText value={apiKey.lastUsedAt} format="relative" fallback="Never" />{apiKey.lastUsedAddress ? `, from ${apiKey.lastUsedAddress}` : ''}</Fact>
        <Fact label="From" stack>{apiKey.networks?.join(', ') ?? 'Anywhere'}</Fact>
        <Fact label="May do" stack>
          <ul className="flex flex-col gap-0.5">
            {roles.map(({ id, role }) => <li key={id}>{role?.name ?? 'A role'}</li>)}
            {exceptions.map(({ id, permission, scope }) => <li key={id}><code className="font-mono">{permission}</code>: {scopeLabel[scope].toLowerCase()}</li>)}
          </ul>
        </Fact>
      </FactList>
      {apiKey.active ? (
        <div className="flex flex-wrap gap-2">
          {mayRotate ? <Button onClick={() => setAsking('rotate')}>Replace the secret…</Button> : null}
          {mayRevoke ? <Button variant="danger" onClick={() => setAsking('revoke')}>End the key…</Button> : null}
        </div>
      ) : null}
      {asking === 'rotate' ? <RotateDialog apiKey={apiKey} onClose={() => setAsking(null)} onSecret={(secret) => onSecret(apiKey.name, secret)} /> : null}
      <ConfirmDialog
        open={asking === 'revoke'} onOpenChange={(open) => !open && setAsking(null)} title={`End ${apiKey.name}?`} danger confirmLabel="End the key"
        body="Programs that use it stop working at once. This cannot be undone." onConfirm={end}
      />
    </div>
  );
}

function RotateDialog({ apiKey, onClose, onSecret }: { apiKey: KeyRow; onClose: () => void; onSecret: (secret: string) => void }) {
  const form = useMutationForm({
    document: RotateApiKeyDocument,
    defaults: { hours: '24' },
    variables: ({ hours }: { hours: string }) => ({ input: { id: apiKey.id, version: apiKey.version, graceMinutes: Math.round(Number(hours) * 60) } }),
    select: (data) => data.rotateApiKey,
    paths: { graceMinutes: 'hours' },
    idempotent: false,
    refetch: ['ApiKeys'],
    onDone: ({ secret }) => {
      onClose();
      if (secret) onSecret(secret);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title={`Replace the secret of ${apiKey.name}`} submitLabel="Replace the secret" form={form}>
      <NumberField name="hours" label="The old one keeps working for" unit="hours" min={0} max={168} hint="Time to change the programs over. 0 ends it at once." />
    </FormDialog>
  );
}
