'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import dynamic from 'next/dynamic';
import { DealDocument } from '@/gql/deals/deals';
import { toFailure, useRecordChanges } from '@/graphql';
import { RecordPage, StatusControl, usePaletteActions } from '@/kit';
import { useCan } from '@/session';
import { Button } from '@/ui';
import { RecordSide } from '../shared/record-side';
import { recordTabs } from '../shared/record-tabs';
import { RecordTools } from '../shared/record-tools-later';
import type { Decision } from './decide-deal-dialog';
import { DealFacts } from './deal-facts';
import { DealHandOver, DealQuotes } from './deal-papers';
import { DealStageBar } from './deal-stage-bar';
import { dealStatusLabel, dealStatusTone } from './deal-words';

// Fetched when they open.
const DecideDealDialog = dynamic(() => import('./decide-deal-dialog').then((module) => module.DecideDealDialog), { ssr: false });
const OpenOnboardingDialog = dynamic(() => import('./open-onboarding-dialog').then((module) => module.OpenOnboardingDialog), { ssr: false });
const QuoteForm = dynamic(() => import('../quotes/quote-form').then((module) => module.QuoteForm), { ssr: false });

type Dialog = Decision | 'QUOTE' | 'ONBOARD' | null;

/** The page of a deal: where it stands, what was offered, what came of it. */
export function DealScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(DealDocument, { variables: { id } });
  const [dialog, setDialog] = useState<Dialog>(null);
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const mayQuote = useCan('quote.create');
  const mayOpenTicket = useCan('ticket.open');
  const deal = data?.deal ?? null;
  const failure = error && !deal ? toFailure(error) : null;
  usePaletteActions(`deal-${id}`, deal && mayQuote && deal.status === 'OPEN' ? [{ id: 'quote', label: 'Write a quote', group: 'This deal', run: () => setDialog('QUOTE') }] : []);
  const close = () => setDialog(null);
  return (
    <>
      <RecordPage
        what="deal" loading={loading && !deal} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again}
        crumbs={[{ label: 'Deals', href: '/deals' }]} reference={deal?.number} title={deal?.name}
        status={deal ? (
          <StatusControl
            label={dealStatusLabel[deal.status]} tone={dealStatusTone[deal.status]}
            moves={deal.allowedMoves.filter((move) => move.move !== 'ADVANCE').map((move) => ({ id: move.move, label: move.label, allowed: move.allowed, reason: move.reason, danger: move.move === 'LOSE' }))}
            onMove={async (move) => {
              setDialog(move.id as Decision);
              return { ok: true };
            }}
          />
        ) : null}
        actions={deal ? (
          <>
            <RecordTools subject="deal" id={id} name={deal.name} />
            {mayQuote && deal.status === 'OPEN' ? <Button variant="primary" onClick={() => setDialog('QUOTE')}>Write a quote</Button> : null}
            {mayOpenTicket && deal.status === 'WON' ? <Button variant="primary" onClick={() => setDialog('ONBOARD')}>Open onboarding ticket</Button> : null}
          </>
        ) : null}
        banner={deal ? <DealStageBar deal={deal} onMoved={again} /> : null}
        tabs={deal ? [
          { id: 'overview', label: 'Overview', content: <div className="flex flex-col gap-6"><DealQuotes deal={deal} /><DealHandOver deal={deal} />{deal.requirements ? <section><h2 className="mb-1 text-xs font-medium text-muted">What the client wants</h2><p className="text-sm whitespace-pre-wrap">{deal.requirements}</p></section> : null}</div> },
          ...recordTabs({ subject: 'deal', id, what: 'deal', onRestored: again }),
        ] : []}
        aside={deal ? <><DealFacts deal={deal} onChanged={again} /><RecordSide subject="deal" recordId={id} /></> : null}
      />
      {deal && (dialog === 'WIN' || dialog === 'LOSE' || dialog === 'REOPEN') ? <DecideDealDialog deal={deal} decision={dialog} onClose={close} /> : null}
      {deal && dialog === 'ONBOARD' ? <OpenOnboardingDialog dealId={deal.id} requested={deal.requestedServices} onClose={close} /> : null}
      {deal && dialog === 'QUOTE' ? <QuoteForm deal={{ id: deal.id, name: deal.name, currency: deal.amount?.currency ?? 'USD' }} onClose={close} /> : null}
    </>
  );
}
