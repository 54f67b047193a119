'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { SignInDocument, type SignInMutation } from '@/gql/session/session';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Button } from '@/ui/button';
import { destination } from './next-path';
import { SignOnButtons } from './sign-on-buttons';
import { takeProof, useDeviceProofRef, useDeviceRetry } from './use-device-proof';

export type SignInChallenge = NonNullable<SignInMutation['signIn']['challenge']>;

/** E-mail and password. After signing in the whole page is loaded anew, so that the server sees the session too. */
export function SignInForm({ next, mayFound, onChallenge }: { next: string | null; mayFound: boolean; onChallenge: (challenge: SignInChallenge) => void }) {
  const [visible, setVisible] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const proof = useDeviceProofRef();
  const form = useMutationForm({
    document: SignInDocument,
    defaults: { email: '', password: '' },
    variables: (values: { email: string; password: string }) => ({ input: { email: values.email.trim(), password: values.password, device: takeProof(proof) } }),
    select: (data) => data.signIn,
    idempotent: false,
    anonymous: true,
    onDone: ({ viewer, challenge }) => {
      if (challenge) return onChallenge(challenge);
      setLeaving(true);
      window.location.assign(destination(next, viewer?.tier ?? 'EMPLOYEE'));
    },
  });
  useDeviceRetry(proof, form);
  const email = useWatch({ control: form.methods.control, name: 'email' });
  return (
    <Form form={{ ...form, busy: form.busy || leaving }}>
      <TextField name="email" label="E-mail" type="email" autoComplete="username" inputMode="email" required autoFocus />
      <TextField
        name="password"
        label="Password"
        type={visible ? 'text' : 'password'}
        autoComplete="current-password"
        required
        aside={
          <Button variant="quiet" size="sm" className="h-auto!" aria-pressed={visible} onClick={() => setVisible(!visible)}>
            {visible ? 'Hide' : 'Show'}
          </Button>
        }
      />
      <FormSummary />
      <SubmitButton size="lg" className="w-full">
        Sign in
      </SubmitButton>
      <SignOnButtons email={email} next={next} />
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm">
        <Link href="/reset-password" className="text-accent-text underline underline-offset-2">
          Forgot your password?
        </Link>
        <Link href="/sign-in/link" className="text-accent-text underline underline-offset-2">
          Send me a link
        </Link>
        {mayFound ? (
          <Link href="/sign-up" className="text-accent-text underline underline-offset-2">
            Sign up with your organization
          </Link>
        ) : null}
      </p>
    </Form>
  );
}
