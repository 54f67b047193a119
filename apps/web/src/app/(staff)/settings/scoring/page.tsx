import type { Metadata } from 'next';
import { ScoringScreenLater } from '@/features/scoring/scoring-screen-later';

export const metadata: Metadata = { title: 'Lead scoring' };

export default function ScoringPage() {
  return <ScoringScreenLater />;
}
