import type { Metadata } from 'next';
import { MyWorkScreen } from '@/features/tasks/my-work-screen';

export const metadata: Metadata = { title: 'My work' };

export default function MyWorkPage() {
  return <MyWorkScreen />;
}
