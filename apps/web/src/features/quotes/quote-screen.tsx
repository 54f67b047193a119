'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { QuoteDocument, ReviseQuoteDocument, SendQuoteDocument } from '@/gql/quotes/quotes';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { Fact, FactList, RecordPage } from '@/kit';
import { Badge, Button, DateText, notify } from '@/ui';
import { RecordHistory } from '../history/record-history';
import { QuotePaper } from './quote-paper';
import { quoteStatusLabel, quoteStatusTone } from './quote-words';

// Fetched when they open.
const QuoteEditForm = dynamic(() => import('./quote-form').then((module) => module.QuoteEditForm), { ssr: false });
const QuoteLinkDialog = dynamic(() => import('./quote-link-dialog').then((module) => module.QuoteLinkDialog), { ssr: false });

/** The page of a quote: what is offered, where it stands, who signed it. */
export function QuoteScreen({ id }: { id: string }) {
  const router = useRouter();
  const { data, loading, error, refetch } = useQuery(QuoteDocument, { variables: { id } });
  const [editing, setEditing] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  // The link is a secret that is shown once, so the operation takes no idempotency key.
  const send = useMutationWithIdempotency(SendQuoteDocument, (answer) => answer.sendQuote, { idempotent: false, refetch: ['Quote'] });
  const revise = useMutationWithIdempotency(ReviseQuoteDocument, (answer) => answer.reviseQuote, { refetch: ['Quote'] });
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const quote = data?.quote ?? null;
  const failure = error && !quote ? toFailure(error) : null;
  const can = (move: string): boolean => quote?.allowedMoves.some((each) => each.move === move && each.allowed) ?? false;
  const onSend = async () => {
    if (!quote) return;
    const outcome = await send.run({ input: { id: quote.id, version: quote.version } });
    if (outcome.ok) setLink(outcome.payload.publicPath);
    else notify.error('Not sent', outcome.failure.message);
  };
  const onRevise = async () => {
    if (!quote) return;
    const outcome = await revise.run({ input: { id: quote.id, version: quote.version } });
    if (outcome.ok && outcome.payload.quote) router.push(`/quotes/${outcome.payload.quote.id}`);
    else if (!outcome.ok) notify.error('Not revised', outcome.failure.message);
  };
  return (
    <>
      <RecordPage
        what="quote" loading={loading && !quote} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again} title={quote?.title}
        reference={quote ? `${quote.number}${quote.revision > 1 ? ` rev. ${quote.revision}` : ''}` : null}
        crumbs={[{ label: 'Deals', href: '/deals' }, ...(quote?.deal ? [{ label: quote.deal.name, href: `/deals/${quote.deal.id}` }] : [])]}
        marks={quote ? <Badge dot tone={quoteStatusTone[quote.status]}>{quoteStatusLabel[quote.status]}</Badge> : null}
        actions={
          <>
            {can('EDIT') ? <Button onClick={() => setEditing(true)}>Edit</Button> : null}
            {can('REVISE') ? <Button busy={revise.busy} onClick={() => void onRevise()}>Revise</Button> : null}
            {can('SEND') ? <Button variant="primary" busy={send.busy} onClick={() => void onSend()}>Send to client</Button> : null}
          </>
        }
        tabs={quote ? [
          { id: 'offer', label: 'Offer', content: <div className="flex max-w-3xl flex-col gap-6"><QuotePaper {...quote} />{quote.terms ? <section><h2 className="mb-1 text-xs font-medium text-muted">Terms</h2><p className="text-sm whitespace-pre-wrap">{quote.terms}</p></section> : null}</div> },
          { id: 'history', label: 'History', content: <RecordHistory subject="quote" id={id} onRestored={again} /> },
        ] : []}
        aside={quote ? (
          <FactList title="Details">
            <Fact label="Customer">{quote.customer ? <Link className="hover:underline" href={`/customers/${quote.customer.id}`}>{quote.customer.name}</Link> : '–'}</Fact>
            <Fact label="Written by">{quote.owner?.name ?? '–'}</Fact>
            <Fact label="Valid until"><DateText value={quote.validUntil} /></Fact>
            <Fact label="Sent"><DateText value={quote.sentAt} format="date-time" /></Fact>
            <Fact label="Opened"><DateText value={quote.viewedAt} format="date-time" /></Fact>
            {quote.acceptedName ? <Fact label="Signed by">{quote.acceptedName}</Fact> : null}
            {quote.decidedAt ? <Fact label="Decided"><DateText value={quote.decidedAt} format="date-time" /></Fact> : null}
            {quote.acceptedAddress ? <Fact label="From address"><span className="tabular">{quote.acceptedAddress}</span></Fact> : null}
            {quote.acceptedHash ? <Fact label="Content hash" stack><code className="text-2xs break-all text-muted">{quote.acceptedHash}</code></Fact> : null}
            {quote.declineReason ? <Fact label="Declined because" stack>{quote.declineReason}</Fact> : null}
          </FactList>
        ) : null}
      />
      {quote && editing ? <QuoteEditForm quote={quote} onClose={() => setEditing(false)} /> : null}
      {link ? <QuoteLinkDialog path={link} onClose={() => setLink(null)} /> : null}
    </>
  );
}
