'use client';
import { useState } from 'react';
import { RegisterDocument } from '@/gql/account-links/account-links';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Elsewhere, Head } from './parts';

/** `/register/<organization>`: an account for oneself, where the organization allows it. */
export function RegisterScreen({ organization }: { organization: string }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useMutationForm({
    document: RegisterDocument,
    defaults: { name: '', email: '' },
    variables: (values: { name: string; email: string }) => ({ input: { organization, name: values.name.trim(), email: values.email.trim() } }),
    select: (data) => data.register,
    idempotent: false,
    anonymous: true,
    onDone: (_, { email }) => setSentTo(email.trim()),
  });
  if (sentTo) {
    return (
      <>
        <Head title="Confirm your address" live>
          A link went to <strong>{sentTo}</strong>. Open it to choose a password. If the address has an account already, no mail comes: sign in instead.
        </Head>
        <Elsewhere href="/sign-in">Sign in</Elsewhere>
      </>
    );
  }
  return (
    <>
      <Head title="Create an account">Your address is confirmed by a mailed link.</Head>
      <Form form={form}>
        <TextField name="name" label="Your name" autoComplete="name" required autoFocus />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" inputMode="email" required />
        <FormSummary />
        <SubmitButton size="lg" className="w-full">
          Create an account
        </SubmitButton>
      </Form>
      <Elsewhere href="/sign-in">I have an account</Elsewhere>
    </>
  );
}
