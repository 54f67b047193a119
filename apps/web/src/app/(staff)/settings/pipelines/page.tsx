import type { Metadata } from 'next';
import { PipelinesScreen } from '@/features/pipelines/pipelines-screen';

export const metadata: Metadata = { title: 'Pipelines' };

export default function PipelinesPage() {
  return <PipelinesScreen />;
}
