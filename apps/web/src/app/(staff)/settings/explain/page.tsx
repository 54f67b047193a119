import type { Metadata } from 'next';
import { ExplainScreen } from '@/features/roles/explain-screen';

export const metadata: Metadata = { title: 'What can somebody do?' };

export default function ExplainPage() {
  return <ExplainScreen />;
}
