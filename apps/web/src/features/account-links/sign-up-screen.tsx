'use client';
import { useState } from 'react';
import { SignUpDocument } from '@/gql/account-links/account-links';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Elsewhere, Head } from './parts';

/** `/sign-up`: an organization of one's own, where the installation allows it. */
export function SignUpScreen({ open }: { open: boolean }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useMutationForm({
    document: SignUpDocument,
    defaults: { organization: '', name: '', email: '' },
    variables: (values: { organization: string; name: string; email: string }) => ({ input: { organization: values.organization.trim(), name: values.name.trim(), email: values.email.trim() } }),
    select: (data) => data.signUp,
    idempotent: false,
    anonymous: true,
    onDone: (_, { email }) => setSentTo(email.trim()),
  });
  if (!open) {
    return (
      <>
        <Head title="Nobody signs up here">Organizations of this installation are made by whoever runs it. If you were invited, open the link in your mail.</Head>
        <Elsewhere href="/sign-in">Sign in</Elsewhere>
      </>
    );
  }
  if (sentTo) {
    return (
      <>
        <Head title="Confirm your address" live>
          A link went to <strong>{sentTo}</strong>. Open it to choose a password: you are the first administrator of your organization. If the address has an account already, no mail comes: sign in instead.
        </Head>
        <Elsewhere href="/sign-in">Sign in</Elsewhere>
      </>
    );
  }
  return (
    <>
      <Head title="Start with your organization">You become its first administrator. Your address is confirmed by a mailed link.</Head>
      <Form form={form}>
        <TextField name="organization" label="Your organization" autoComplete="organization" required autoFocus maxLength={200} />
        <TextField name="name" label="Your name" autoComplete="name" required />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" inputMode="email" required />
        <FormSummary />
        <SubmitButton size="lg" className="w-full">
          Sign up
        </SubmitButton>
      </Form>
      <Elsewhere href="/sign-in">I have an account</Elsewhere>
    </>
  );
}
