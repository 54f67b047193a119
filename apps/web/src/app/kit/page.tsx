import type { Metadata } from 'next';
import { KitIndex } from './_parts/kit-index';

export const metadata: Metadata = { title: 'Kit' };

export default function KitPage() {
  return <KitIndex />;
}
