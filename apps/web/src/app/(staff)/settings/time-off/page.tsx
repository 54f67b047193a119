import type { Metadata } from 'next';
import { TimeOffListScreen } from '@/features/directory/time-off-list-screen';

export const metadata: Metadata = { title: 'Time off' };

export default function TimeOffPage() {
  return <TimeOffListScreen />;
}
