'use client';
import type { TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import type { MutationPayload } from '@/graphql/use-mutation';
import { Elsewhere, Head } from './parts';

interface RequestLinkFormProps<TData> {
  document: TypedDocumentNode<TData, { input: { email: string } }>;
  select: (data: TData) => MutationPayload;
  title: string;
  text: string;
  button: string;
}

/** Asks for a mailed link. What it says afterwards is the same whether there is such an account or not. */
export function RequestLinkForm<TData>({ document, select, title, text, button }: RequestLinkFormProps<TData>) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useMutationForm({
    document,
    defaults: { email: '' },
    variables: (values: { email: string }) => ({ input: { email: values.email.trim() } }),
    select,
    idempotent: false,
    anonymous: true,
    onDone: (_, { email }) => setSentTo(email.trim()),
  });
  if (sentTo) {
    return (
      <>
        <Head title="Look into your mail" live>
          If <strong>{sentTo}</strong> has an account, a link is on its way. It works once, for a short time. Nothing there? Look among the unwanted mail too.
        </Head>
        <Elsewhere href="/sign-in">Back to sign-in</Elsewhere>
      </>
    );
  }
  return (
    <>
      <Head title={title}>{text}</Head>
      <Form form={form}>
        <TextField name="email" label="E-mail" type="email" autoComplete="username" inputMode="email" required autoFocus />
        <FormSummary />
        <SubmitButton size="lg" className="w-full">
          {button}
        </SubmitButton>
      </Form>
      <Elsewhere href="/sign-in">Back to sign-in</Elsewhere>
    </>
  );
}
