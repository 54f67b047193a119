import type { Metadata } from 'next';
import { HandOffListScreen } from '@/features/hand-offs/hand-off-list-screen';

export const metadata: Metadata = { title: 'Hand-offs' };

export default function HandOffsPage() {
  return <HandOffListScreen />;
}
