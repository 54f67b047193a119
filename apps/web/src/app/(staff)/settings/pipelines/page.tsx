import type { Metadata } from 'next';
import { PipelinesScreenLater } from '@/features/pipelines/pipelines-screen-later';

export const metadata: Metadata = { title: 'Pipelines' };

export default function PipelinesPage() {
  return <PipelinesScreenLater />;
}
