import type { Metadata } from 'next';
import { AccountFrame } from '@/features/account-links/account-frame';
import { SignUpScreen } from '@/features/account-links/sign-up-screen';
import { SignInLookDocument } from '@/gql/session/sign-on';
import { serverQuery } from '@/graphql/server';

export const metadata: Metadata = { title: 'Sign up', robots: { index: false } };

export default async function SignUpPage() {
  const { data } = await serverQuery(SignInLookDocument, { organization: '' });
  return (
    <AccountFrame organization="">
      <SignUpScreen open={data?.signInLook.mayFound ?? false} />
    </AccountFrame>
  );
}
