import type { Metadata } from 'next';
import { ColleagueScreen } from '@/features/directory/colleague-screen';

export const metadata: Metadata = { title: 'Colleague' };

export default async function ColleaguePage({ params }: { params: Promise<{ id: string }> }) {
  return <ColleagueScreen id={(await params).id} />;
}
