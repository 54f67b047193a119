import type { Metadata } from 'next';
import { QuoteScreen } from '@/features/quotes/quote-screen';

export const metadata: Metadata = { title: 'Quote' };

export default async function QuotePage({ params }: { params: Promise<{ id: string }> }) {
  return <QuoteScreen id={(await params).id} />;
}
