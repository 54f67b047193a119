import type { Metadata } from 'next';
import { LeadListScreen } from '@/features/leads/lead-list-screen';

export const metadata: Metadata = { title: 'Leads' };

export default function LeadsPage() {
  return <LeadListScreen />;
}
