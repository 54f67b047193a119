'use client';
import { type ReactNode, useState } from 'react';
import { ConfirmSignInDocument, type ConfirmSignInMutation } from '@/gql/session/session';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Button } from '@/ui/button';
import { takeProof, useDeviceProofRef, useDeviceRetry } from './use-device-proof';

export type ConfirmedSignIn = ConfirmSignInMutation['confirmSignIn'];

export interface CodeStepProps {
  challenge: string;
  /** Recovery codes make no sense while an authenticator is set up. */
  recovery: boolean;
  onDone: (confirmed: ConfirmedSignIn) => void;
  onRestart: () => void;
  /** Above the field. */
  children?: ReactNode;
}

/** A code of the authenticator, or a recovery code. */
export function CodeStep({ challenge, recovery, onDone, onRestart, children }: CodeStepProps) {
  const [lost, setLost] = useState(false);
  const proof = useDeviceProofRef();
  const form = useMutationForm({
    document: ConfirmSignInDocument,
    defaults: { code: '' },
    variables: ({ code }: { code: string }) => ({ input: { challenge, code: code.trim(), device: takeProof(proof) } }),
    select: (data) => data.confirmSignIn,
    idempotent: false,
    anonymous: true,
    onDone: (payload) => onDone(payload),
  });
  useDeviceRetry(proof, form);
  const over = form.failure?.code === 'UNAUTHENTICATED';
  return (
    <Form form={form}>
      {children}
      {lost ? (
        <TextField key="recovery" name="code" label="Recovery code" autoComplete="off" required autoFocus hint="One of the ten you kept: XXXX-XXXX-XXXX-XXXX. Each works once." />
      ) : (
        <TextField key="code" name="code" label="Code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} required autoFocus hint="The six digits your authenticator app shows now." />
      )}
      <FormSummary />
      {over ? null : (
        <SubmitButton size="lg" className="w-full">
          Continue
        </SubmitButton>
      )}
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" size="sm" onClick={onRestart}>
          Start again
        </Button>
        {recovery && !over ? (
          <Button variant="quiet" size="sm" onClick={() => setLost(!lost)}>
            {lost ? 'Use the authenticator' : 'Use a recovery code'}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
