'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DeleteSignInProviderDocument } from '@/gql/single-sign-on/single-sign-on';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList } from '@/kit';
import { useCan } from '@/session';
import { Button, ConfirmDialog, DateText, notify } from '@/ui';
import { kindLabel, tierLabel } from './provider-words';
import type { ProviderRow } from './providers-screen';

// Fetched when it opens.
const KeyDialog = dynamic(() => import('./key-dialog').then((module) => module.KeyDialog), { ssr: false });

/** One provider: what it must be told about us, what we know of it, changing and removing it. */
export function ProviderPeek({ provider, onEdit, onChanged }: { provider: ProviderRow | null; onEdit: (provider: ProviderRow) => void; onChanged: () => void }) {
  const [mayUpdate, mayDelete] = [useCan('signInProvider.update'), useCan('signInProvider.delete')];
  const [removing, setRemoving] = useState(false);
  const [rotating, setRotating] = useState(false);
  const remove = useMutationWithIdempotency(DeleteSignInProviderDocument, (data) => data.deleteSignInProvider);
  if (!provider) return <p className="p-4 text-sm text-muted">This provider is further down the list.</p>;
  const base = `${window.location.origin}/api/v1/sign-in/${provider.kind.toLowerCase()}/${provider.id}`;
  const done = async () => {
    const outcome = await remove.run({ input: { id: provider.id, version: provider.version } });
    if (!outcome.ok) throw new FailureError(outcome.failure);
    notify.success(`${provider.name} was removed`);
    onChanged();
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <h2 className="text-base font-semibold">{provider.name}</h2>
      <FactList>
        {provider.kind === 'OIDC'
          ? <Fact label="Redirect address, for the provider" stack><code className="font-mono text-xs break-all">{base}/callback</code></Fact>
          : (
            <>
              <Fact label="Metadata and entity id, for the provider" stack><code className="font-mono text-xs break-all">{base}/metadata</code></Fact>
              <Fact label="Assertion consumer, for the provider" stack><code className="font-mono text-xs break-all">{base}/assertion</code></Fact>
            </>
          )}
        <Fact label="Kind">{kindLabel[provider.kind]}</Fact>
        <Fact label="Issuer" stack><span className="break-all">{provider.issuer}</span></Fact>
        <Fact label="E-mail domains">{provider.emailDomains.join(', ') || 'Any'}</Fact>
        <Fact label="Who">{provider.tiers.map((tier) => tierLabel[tier]).join(', ')}</Fact>
        {provider.kind === 'SAML' ? (
          <Fact label="Encryption" stack>
            <span className="flex flex-col">
              <span>{provider.requiresEncryption ? 'Demanded' : 'Taken, not demanded'}</span>
              {provider.encryptionKeySince ? <span className="text-xs text-muted">Our certificate is of <DateText value={provider.encryptionKeySince} format="date" />{provider.formerKeyUntil ? <>; the one before opens until <DateText value={provider.formerKeyUntil} format="date" /></> : null}</span> : null}
            </span>
          </Fact>
        ) : null}
        <Fact label="Second step">{provider.trustsSecondFactor ? 'Its word counts' : 'Asked here'}</Fact>
        <Fact label="Without account">{provider.provisionRole ? `Get one as ${provider.provisionRole.name}` : 'Do not get in'}</Fact>
      </FactList>
      <div className="flex flex-wrap gap-2">
        {mayUpdate ? <Button onClick={() => onEdit(provider)}>Change…</Button> : null}
        {mayUpdate && provider.kind === 'SAML' ? <Button onClick={() => setRotating(true)}>New key…</Button> : null}
        {mayDelete ? <Button variant="danger" onClick={() => setRemoving(true)}>Remove…</Button> : null}
      </div>
      {rotating ? <KeyDialog provider={provider} onClose={() => setRotating(false)} onDone={onChanged} /> : null}
      <ConfirmDialog
        open={removing} onOpenChange={setRemoving} title={`Remove ${provider.name}?`} danger confirmLabel="Remove the provider"
        body="People who sign in by it need another way. Their accounts stay." onConfirm={done}
      />
    </div>
  );
}
