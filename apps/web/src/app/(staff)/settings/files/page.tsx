import type { Metadata } from 'next';
import { FilePolicyScreen } from '@/features/files/file-policy-screen';

export const metadata: Metadata = { title: 'Files' };

export default function FilePolicyPage() {
  return <FilePolicyScreen />;
}
