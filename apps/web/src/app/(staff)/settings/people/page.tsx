import type { Metadata } from 'next';
import { PeopleListScreen } from '@/features/people/people-list-screen';

export const metadata: Metadata = { title: 'People' };

export default function PeoplePage() {
  return <PeopleListScreen />;
}
