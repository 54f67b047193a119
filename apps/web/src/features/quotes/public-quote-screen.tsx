'use client';
import { CircleCheck } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { AcceptQuoteDocument, DeclineQuoteDocument, OpenQuoteDocument, type ShownQuoteFragment } from '@/gql/quotes/public-quote';
import { type Failure, useMutationWithIdempotency } from '@/graphql';
import { Form, FormDialog, FormSummary, SubmitButton, TextAreaField, TextField, useMutationForm } from '@/kit';
import { Button, DateText, ErrorState, LoadingNotice, NotFoundState, Skeleton } from '@/ui';
import { QuotePaper } from './quote-paper';

/** The client's page of a quote: read, sign with a typed name, or decline. */
export function PublicQuoteScreen({ token }: { token: string }) {
  const open = useMutationWithIdempotency(OpenQuoteDocument, (data) => data.openQuote, { idempotent: false, anonymous: true });
  const [quote, setQuote] = useState<ShownQuoteFragment | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState(false);
  const { run } = open;
  useEffect(() => {
    let wanted = true;
    void run({ input: { token } }).then((outcome) => {
      if (!wanted) return;
      if (outcome.ok) setQuote(outcome.payload.quote);
      else setFailure(outcome.failure);
    });
    return () => {
      wanted = false;
    };
  }, [run, token]);

  // Nobody signs what they have not seen: a quote that was changed is shown anew before it can be decided.
  const again = useCallback(async () => {
    const outcome = await run({ input: { token } });
    if (!outcome.ok) return setFailure(outcome.failure);
    setQuote(outcome.payload.quote);
    setChanged(true);
  }, [run, token]);

  if (failure?.code === 'NOT_FOUND' || failure?.code === 'VALIDATION_FAILED') return <NotFoundState page what="quote" text="The link may be incomplete, or the quote was withdrawn. Ask whoever sent it for a new link." />;
  if (failure) return <ErrorState text={failure.message} />;
  if (!quote) return <div aria-busy="true" className="flex flex-col gap-4 py-8"><LoadingNotice what="quote" /><Skeleton className="h-8 w-2/3" /><Skeleton className="h-40 w-full" /></div>;
  return (
    <article className="flex flex-col gap-8 py-6">
      <header className="flex flex-col gap-1">
        <p className="text-sm text-muted">{quote.organizationName} · Quote {quote.number}{quote.revision > 1 ? `, revision ${quote.revision}` : ''}{quote.customerName ? ` for ${quote.customerName}` : ''}</p>
        <h1 className="text-xl font-semibold text-balance">{quote.title}</h1>
        <p className="text-sm text-muted">Valid until <DateText value={quote.validUntil} /></p>
      </header>
      <QuotePaper {...quote} />
      {quote.terms ? <section className="flex flex-col gap-1"><h2 className="text-base font-semibold">Terms</h2><p className="text-sm whitespace-pre-wrap">{quote.terms}</p></section> : null}
      {changed && quote.open ? <p role="alert" className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">This quote was changed while you read it. You see it as it is now: please look at it again before you decide.</p> : null}
      <Decision key={quote.version} token={token} quote={quote} onDecided={setQuote} onStale={again} />
    </article>
  );
}

interface DecisionProps {
  token: string;
  quote: ShownQuoteFragment;
  onDecided: (quote: ShownQuoteFragment) => void;
  /** It is not what it was when it was opened. */
  onStale: () => Promise<void>;
}

function Decision({ token, quote, onDecided, onStale }: DecisionProps) {
  if (quote.status === 'ACCEPTED') {
    return (
      <section role="status" className="flex items-start gap-3 rounded-lg bg-success-soft p-4 text-success-text">
        <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
        <div><h2 className="font-semibold">Accepted. Thank you!</h2><p className="text-sm">Signed by {quote.acceptedName}. We will be in touch about the next steps.</p></div>
      </section>
    );
  }
  if (!quote.open) {
    const why = quote.status === 'DECLINED' ? 'You declined this quote.' : quote.status === 'SUPERSEDED' ? 'A newer quote has taken its place.' : 'This quote can no longer be accepted.';
    return <section role="status" className="rounded-lg bg-neutral-soft p-4 text-sm">{why} Write to us if you have a question.</section>;
  }
  return <SignForm token={token} quote={quote} onDecided={onDecided} onStale={onStale} />;
}

function SignForm({ token, quote, onDecided, onStale }: DecisionProps) {
  const [declining, setDeclining] = useState(false);
  const done = (decided: ShownQuoteFragment | null) => {
    if (decided) onDecided(decided);
  };
  const sign = useMutationForm({
    document: AcceptQuoteDocument,
    defaults: { name: '' },
    variables: (values) => ({ input: { token, version: quote.version, name: values.name.trim() } }),
    select: (data) => data.acceptQuote,
    anonymous: true,
    onDone: (payload) => done(payload.quote),
  });
  const decline = useMutationForm({
    document: DeclineQuoteDocument,
    defaults: { reason: '' },
    variables: (values) => ({ input: { token, version: quote.version, reason: values.reason.trim() } }),
    select: (data) => data.declineQuote,
    anonymous: true,
    onDone: (payload) => done(payload.quote),
  });
  const stale = [sign, decline].some(({ failure }) => failure?.code === 'CONFLICT');
  useEffect(() => {
    if (stale) void onStale();
  }, [stale, onStale]);
  return (
    <section className="flex flex-col gap-4 rounded-lg border bg-raised p-5">
      <h2 className="text-base font-semibold">Accept this quote</h2>
      <Form form={sign}>
        <TextField name="name" label="Your full name, as your signature" required autoComplete="name" />
        <p className="text-xs text-muted">By accepting you order what is listed above. We keep your name, the time, your network address and a fingerprint of this page as proof.</p>
        <FormSummary />
        <div className="flex flex-wrap gap-2"><SubmitButton size="lg">Accept and sign</SubmitButton><Button size="lg" onClick={() => setDeclining(true)}>Decline</Button></div>
      </Form>
      <FormDialog open={declining} onOpenChange={setDeclining} title="Decline the quote" submitLabel="Decline" form={decline}>
        <TextAreaField name="reason" label="What speaks against it?" required rows={3} />
      </FormDialog>
    </section>
  );
}
