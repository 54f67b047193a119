import type { Metadata } from 'next';
import { TagsScreenLater } from '@/features/tags/tags-screen-later';

export const metadata: Metadata = { title: 'Tags' };

export default function TagsPage() {
  return <TagsScreenLater />;
}
