import type { Metadata } from 'next';
import { OrganizationScreenLater } from '@/features/organization/organization-screen-later';

export const metadata: Metadata = { title: 'Organization' };

export default function OrganizationPage() {
  return <OrganizationScreenLater />;
}
