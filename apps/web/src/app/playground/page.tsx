import type { Metadata } from 'next';
import { readExamples } from '@/playground/examples';
import { PlaygroundLoader } from '@/playground/playground-loader';

export const metadata: Metadata = { title: 'API playground' };

export default async function PlaygroundPage() {
  return <PlaygroundLoader examples={await readExamples()} />;
}
