'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AcceptInvitationDocument, InvitationToAcceptDocument } from '@/gql/account-links/account-links';
import { toFailure } from '@/graphql/failure';
import { Form, FormSummary, SubmitButton } from '@/kit/forms/form';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { enter } from './enter';
import { DeadLink, Head, NewPasswordField } from './parts';
import { useLinkToken } from './use-link-token';

/** `/invitation#<token>`: who invites, and the choice of a password. Looking uses nothing up. */
export function InvitationScreen() {
  const token = useLinkToken();
  const { data, error } = useQuery(InvitationToAcceptDocument, { variables: { token: token ?? '' }, skip: !token, fetchPolicy: 'no-cache', context: { anonymous: true } });
  if (token === null) return <DeadLink text="The address is not complete. Open the link in the mail again." href="/sign-in" label="To sign-in" />;
  if (error) return <DeadLink text={toFailure(error).message} href="/sign-in" label="To sign-in" />;
  const invitation = data?.invitation;
  if (!token || !invitation) return <Head title="Your invitation">One moment …</Head>;
  return (
    <>
      <Head title={`Welcome to ${invitation.organizationName}`}>
        {invitation.name}, choose a password. You sign in with <strong>{invitation.email}</strong>.
      </Head>
      <AcceptForm token={token} email={invitation.email} />
    </>
  );
}

function AcceptForm({ token, email }: { token: string; email: string }) {
  const [leaving, setLeaving] = useState(false);
  const form = useMutationForm({
    document: AcceptInvitationDocument,
    defaults: { password: '' },
    variables: (values: { password: string }) => ({ input: { token, password: values.password } }),
    select: (data) => data.acceptInvitation,
    idempotent: false,
    anonymous: true,
    onDone: (outcome) => {
      setLeaving(true);
      enter(outcome);
    },
  });
  return (
    <Form form={{ ...form, busy: form.busy || leaving }}>
      {/* For password managers. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <NewPasswordField />
      <FormSummary />
      <SubmitButton size="lg" className="w-full">
        Accept the invitation
      </SubmitButton>
    </Form>
  );
}
