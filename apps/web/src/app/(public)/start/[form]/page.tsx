import type { Metadata } from 'next';
import { PublicFormScreen } from '@/features/leads/public-form-screen';

export const metadata: Metadata = { title: 'Get in touch' };

export default async function StartPage({ params }: { params: Promise<{ form: string }> }) {
  return <PublicFormScreen slug={(await params).form} />;
}
