import type { Metadata } from 'next';
import { AccountFrame } from '@/features/account-links/account-frame';
import { ResetPasswordScreen } from '@/features/account-links/reset-password-screen';

/** A one-time token may stand behind the #: nothing of the address travels on. */
export const metadata: Metadata = { title: 'New password', robots: { index: false, follow: false }, referrer: 'no-referrer' };

export default function Page() {
  return (
    <AccountFrame>
      <ResetPasswordScreen />
    </AccountFrame>
  );
}
