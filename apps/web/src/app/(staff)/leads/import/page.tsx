import type { Metadata } from 'next';
import { ImportListScreen } from '@/features/leads/import-list-screen';

export const metadata: Metadata = { title: 'Import leads' };

export default function ImportLeadsPage() {
  return <ImportListScreen />;
}
