import type { Metadata } from 'next';
import { FilePolicyScreenLater } from '@/features/files/file-policy-screen-later';

export const metadata: Metadata = { title: 'Files' };

export default function FilePolicyPage() {
  return <FilePolicyScreenLater />;
}
