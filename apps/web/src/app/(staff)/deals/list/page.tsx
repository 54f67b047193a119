import type { Metadata } from 'next';
import { DealListScreen } from '@/features/deals/deal-list-screen';

export const metadata: Metadata = { title: 'Deals' };

export default function DealListPage() {
  return <DealListScreen />;
}
