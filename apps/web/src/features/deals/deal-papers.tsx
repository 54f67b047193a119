'use client';
import Link from 'next/link';
import type { DealQuery } from '@/gql/deals/deals';
import { Badge, DateText, MoneyText, ProgressBar } from '@/ui';
import { quoteStatusLabel, quoteStatusTone } from '../quotes/quote-words';

type Deal = NonNullable<DealQuery['deal']>;

const row = 'flex items-center justify-between gap-3 rounded-md border px-3 py-2 text-sm hover:bg-hover';

/** The quotes written on a deal. */
export function DealQuotes({ deal }: { deal: Deal }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xs font-medium text-muted">Quotes</h2>
      {deal.quotes.nodes.length === 0 ? <p className="text-sm text-muted">No quote yet. Write one when you know what the client needs.</p> : null}
      {deal.quotes.nodes.map((quote) => (
        <Link key={quote.id} href={`/quotes/${quote.id}`} className={row}>
          <span className="min-w-0">
            <span className="block truncate font-medium">{quote.title}</span>
            <span className="tabular text-xs text-muted">{quote.number}{quote.revision > 1 ? ` rev. ${quote.revision}` : ''}, valid until <DateText value={quote.validUntil} /></span>
          </span>
          <span className="flex shrink-0 items-center gap-3"><MoneyText money={quote.total} /><Badge dot tone={quoteStatusTone[quote.status]}>{quoteStatusLabel[quote.status]}</Badge></span>
        </Link>
      ))}
    </section>
  );
}

/** What became of a won deal: its onboarding tickets. */
export function DealHandOver({ deal }: { deal: Deal }) {
  if (deal.status !== 'WON' && deal.tickets.nodes.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xs font-medium text-muted">Handed over</h2>
      {deal.tickets.nodes.length === 0 ? <p className="text-sm text-muted">Not handed over yet. The sales manager opens an onboarding ticket.</p> : null}
      {deal.tickets.nodes.map((ticket) => (
        <Link key={ticket.id} href={`/tickets/${ticket.id}`} className={row}>
          <span className="min-w-0"><span className="block truncate font-medium">{ticket.title}</span><span className="tabular text-xs text-muted">{ticket.number}</span></span>
          <span className="w-32 shrink-0"><ProgressBar basisPoints={ticket.completenessBasisPoints} label="Requirements" /></span>
        </Link>
      ))}
    </section>
  );
}
