'use client';
import { useState } from 'react';
import { ReauthenticateDocument } from '@/gql/session/proof';
import { FormDialog } from '@/kit/forms/form-dialog';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Segmented } from '@/ui/segmented';

type Proof = 'password' | 'code';

/** "Is it still you?": a password, or a code of the authenticator; open for ten minutes afterwards. */
export function ProofDialog({ onDone }: { onDone: (proven: boolean) => void }) {
  const [proof, setProof] = useState<Proof>('password');
  const form = useMutationForm({
    document: ReauthenticateDocument,
    defaults: { password: '', code: '' },
    variables: ({ password, code }) => ({ input: proof === 'password' ? { password } : { code: code.trim() } }),
    select: (data) => data.reauthenticate,
    idempotent: false,
    onDone: () => onDone(true),
  });
  return (
    <FormDialog open onOpenChange={(open) => !open && onDone(false)} size="sm" title="Is it still you?" description="This change is sensitive. Prove once more who you are; you are not asked again for ten minutes." submitLabel="Continue" form={form}>
      <Segmented label="Prove it with" value={proof} onValueChange={(value) => setProof(value as Proof)} options={[{ value: 'password', label: 'Password' }, { value: 'code', label: 'Code' }]} />
      {proof === 'password' ? (
        <TextField name="password" label="Password" type="password" autoComplete="current-password" required autoFocus />
      ) : (
        <TextField name="code" label="Code of your authenticator" inputMode="numeric" autoComplete="one-time-code" required autoFocus hint="Or one of your recovery codes." />
      )}
    </FormDialog>
  );
}
