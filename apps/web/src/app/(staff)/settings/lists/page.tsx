import type { Metadata } from 'next';
import { PickListsScreen } from '@/features/pick-lists/pick-lists-screen';

export const metadata: Metadata = { title: 'Lists' };

export default function ListsPage() {
  return <PickListsScreen />;
}
