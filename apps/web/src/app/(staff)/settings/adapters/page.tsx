import type { Metadata } from 'next';
import { AdaptersScreen } from '@/features/notifications/adapters-screen';

export const metadata: Metadata = { title: 'Slack, Teams and SMS' };

export default function AdaptersPage() {
  return <AdaptersScreen />;
}
