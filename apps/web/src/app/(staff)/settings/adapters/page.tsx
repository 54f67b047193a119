import type { Metadata } from 'next';
import { AdaptersScreenLater } from '@/features/notifications/adapters-screen-later';

export const metadata: Metadata = { title: 'Slack, Teams and SMS' };

export default function AdaptersPage() {
  return <AdaptersScreenLater />;
}
