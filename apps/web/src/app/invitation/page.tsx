import type { Metadata } from 'next';
import { AccountFrame } from '@/features/account-links/account-frame';
import { InvitationScreen } from '@/features/account-links/invitation-screen';

/** A one-time token may stand behind the #: nothing of the address travels on. */
export const metadata: Metadata = { title: 'Your invitation', robots: { index: false, follow: false }, referrer: 'no-referrer' };

export default function Page() {
  return (
    <AccountFrame>
      <InvitationScreen />
    </AccountFrame>
  );
}
