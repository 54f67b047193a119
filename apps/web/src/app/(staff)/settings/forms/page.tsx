import type { Metadata } from 'next';
import { LeadFormsScreen } from '@/features/lead-forms/lead-forms-screen';

export const metadata: Metadata = { title: 'Public forms' };

export default function LeadFormsPage() {
  return <LeadFormsScreen />;
}
