import type { Metadata } from 'next';
import { DealBoardScreen } from '@/features/deals/deal-board-screen';

export const metadata: Metadata = { title: 'Deals' };

export default function DealsPage() {
  return <DealBoardScreen />;
}
