import type { Metadata } from 'next';
import { PersonScreen } from '@/features/people/person-screen';

export const metadata: Metadata = { title: 'Person' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  return <PersonScreen id={(await params).id} />;
}
