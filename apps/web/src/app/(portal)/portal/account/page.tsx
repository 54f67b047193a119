import type { Metadata } from 'next';
import { PortalAccountScreen } from '@/features/account/portal-account-screen';

export const metadata: Metadata = { title: 'Your account' };

export default function PortalAccountPage() {
  return <PortalAccountScreen />;
}
