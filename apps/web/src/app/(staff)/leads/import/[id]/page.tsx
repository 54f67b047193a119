import type { Metadata } from 'next';
import { ImportScreen } from '@/features/leads/import-screen';

export const metadata: Metadata = { title: 'Import' };

export default async function LeadImportPage({ params }: { params: Promise<{ id: string }> }) {
  return <ImportScreen id={(await params).id} />;
}
