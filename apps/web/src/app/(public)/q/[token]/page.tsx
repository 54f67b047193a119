import type { Metadata } from 'next';
import { PublicQuoteScreen } from '@/features/quotes/public-quote-screen';

/** The address is a secret: it must not travel on in a referrer or end up in a search engine. */
export const metadata: Metadata = { title: 'Quote', robots: { index: false, follow: false }, referrer: 'no-referrer' };

export default async function PublicQuotePage({ params }: { params: Promise<{ token: string }> }) {
  return <PublicQuoteScreen token={(await params).token} />;
}
