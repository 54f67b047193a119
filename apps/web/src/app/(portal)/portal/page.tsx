import type { Metadata } from 'next';
import { PortalHomeScreen } from '@/features/portal/portal-home-screen';

export const metadata: Metadata = { title: 'Your projects' };

export default function PortalPage() {
  return <PortalHomeScreen />;
}
