import type { Metadata } from 'next';
import { ProvidersScreen } from '@/features/single-sign-on/providers-screen';

export const metadata: Metadata = { title: 'Single sign-on' };

export default function SingleSignOnPage() {
  return <ProvidersScreen />;
}
