'use client';
import { useState } from 'react';
import { RequestSignInLinkDocument, SignInWithLinkDocument } from '@/gql/account-links/account-links';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { enter } from './enter';
import { Elsewhere, Head } from './parts';
import { RequestLinkForm } from './request-link-form';
import { useLinkToken } from './use-link-token';

/** `/sign-in/link`: asks for a link; with `#<token>`, signs in by it when its person presses the button. A scanner that opens the page uses nothing up. */
export function SignInLinkScreen() {
  const token = useLinkToken();
  if (token === undefined) return <Head title="Sign in">One moment …</Head>;
  if (token) {
    return (
      <>
        <Head title="Sign in">Your link is good for one sign-in.</Head>
        <LinkForm token={token} />
        <Elsewhere href="/sign-in">Sign in with a password instead</Elsewhere>
      </>
    );
  }
  return (
    <RequestLinkForm
      document={RequestSignInLinkDocument}
      select={(data) => data.requestSignInLink}
      title="Sign in without a password"
      text="For clients: we send a link to your e-mail address."
      button="Send me a link"
    />
  );
}

function LinkForm({ token }: { token: string }) {
  const [leaving, setLeaving] = useState(false);
  const form = useMutationForm({
    document: SignInWithLinkDocument,
    defaults: {},
    variables: () => ({ input: { token } }),
    select: (data) => data.signInWithLink,
    idempotent: false,
    anonymous: true,
    onDone: (outcome) => {
      setLeaving(true);
      enter(outcome);
    },
  });
  return (
    <Form form={{ ...form, busy: form.busy || leaving }}>
      <FormSummary />
      <SubmitButton size="lg" className="w-full">
        Sign in
      </SubmitButton>
    </Form>
  );
}
