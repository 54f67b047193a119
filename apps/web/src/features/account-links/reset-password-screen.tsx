'use client';
import { useState } from 'react';
import { RequestPasswordResetDocument, ResetPasswordDocument } from '@/gql/account-links/account-links';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Elsewhere, Head, NewPasswordField } from './parts';
import { RequestLinkForm } from './request-link-form';
import { useLinkToken } from './use-link-token';

/** `/reset-password`: asks for a link; with `#<token>`, takes the new password. */
export function ResetPasswordScreen() {
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <>
        <Head title="Your password is set" live>
          You were signed out everywhere. Sign in with the new password.
        </Head>
        <Elsewhere href="/sign-in">Sign in</Elsewhere>
      </>
    );
  }
  if (token === undefined) return <Head title="New password">One moment …</Head>;
  if (token) {
    return (
      <>
        <Head title="Choose a new password">You will be signed out on every device.</Head>
        <ResetForm token={token} onDone={() => setDone(true)} />
        <Elsewhere href="/sign-in">Back to sign-in</Elsewhere>
      </>
    );
  }
  return (
    <RequestLinkForm
      document={RequestPasswordResetDocument}
      select={(data) => data.requestPasswordReset}
      title="Forgot your password?"
      text="Enter your e-mail address. We send you a link to choose a new one."
      button="Send me a link"
    />
  );
}

function ResetForm({ token, onDone }: { token: string; onDone: () => void }) {
  const form = useMutationForm({
    document: ResetPasswordDocument,
    defaults: { password: '' },
    variables: (values: { password: string }) => ({ input: { token, password: values.password } }),
    select: (data) => data.resetPassword,
    idempotent: false,
    anonymous: true,
    onDone: () => {
      // Used up: nobody needs it in the history.
      window.history.replaceState(null, '', window.location.pathname);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <NewPasswordField />
      <FormSummary />
      <SubmitButton size="lg" className="w-full">
        Set the password
      </SubmitButton>
    </Form>
  );
}
