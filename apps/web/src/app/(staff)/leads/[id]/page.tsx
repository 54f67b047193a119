import type { Metadata } from 'next';
import { LeadScreen } from '@/features/leads/lead-screen';

export const metadata: Metadata = { title: 'Lead' };

export default async function LeadPage({ params }: { params: Promise<{ id: string }> }) {
  return <LeadScreen id={(await params).id} />;
}
