import type { Metadata } from 'next';
import { AccountFrame } from '@/features/account-links/account-frame';
import { SignInLinkScreen } from '@/features/account-links/sign-in-link-screen';

/** A one-time token may stand behind the #: nothing of the address travels on. */
export const metadata: Metadata = { title: 'Sign in by link', robots: { index: false, follow: false }, referrer: 'no-referrer' };

export default function Page() {
  return (
    <AccountFrame>
      <SignInLinkScreen />
    </AccountFrame>
  );
}
