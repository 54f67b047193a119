'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import dynamic from 'next/dynamic';
import { MoveTicketDocument, TicketDocument, type TicketMove } from '@/gql/tickets/tickets';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { movesOf, RecordPage, StatusControl } from '@/kit';
import { useCan } from '@/session';
import { Button, ProgressBar } from '@/ui';
import { RecordSide } from '../shared/record-side';
import { recordTabs } from '../shared/record-tabs';
import { RecordTools } from '../shared/record-tools-later';
import { RequirementList } from './requirement-list';
import { ticketStatusLabel, ticketStatusTone } from './ticket-words';

// What is edited in its place comes after the first paint.
const TicketDescription = dynamic(() => import('./ticket-facts').then((module) => module.TicketDescription), { ssr: false });
const TicketFacts = dynamic(() => import('./ticket-facts').then((module) => module.TicketFacts), { ssr: false });
// Fetched when they open.
const AssignTicketDialog = dynamic(() => import('./assign-ticket-dialog').then((module) => module.AssignTicketDialog), { ssr: false });
const ReasonDialog = dynamic(() => import('./reason-dialog').then((module) => module.ReasonDialog), { ssr: false });
const ScopeTicketDialog = dynamic(() => import('./scope-ticket-dialog').then((module) => module.ScopeTicketDialog), { ssr: false });
const ValidateTicketDialog = dynamic(() => import('./validate-ticket-dialog').then((module) => module.ValidateTicketDialog), { ssr: false });

type Dialog = { kind: 'VALIDATE' | 'SCOPE' | 'ASSIGN' } | { kind: 'REASON'; move: TicketMove; label: string } | null;

/** Moves that ask for a reason before they are made. */
const WITH_REASON: readonly string[] = ['REJECT', 'REOPEN', 'WAIT'];

/** The page of a ticket: what is known, what is missing, and the way to the project. */
export function TicketScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(TicketDocument, { variables: { id } });
  const [dialog, setDialog] = useState<Dialog>(null);
  const move = useMutationWithIdempotency(MoveTicketDocument, (answer) => answer.moveTicket);
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const mayValidate = useCan('ticket.validate');
  const mayScope = useCan('ticket.scope');
  const ticket = data?.ticket ?? null;
  const failure = error && !ticket ? toFailure(error) : null;
  const close = () => setDialog(null);
  const finished = ticket !== null && ['RESOLVED', 'CLOSED', 'REJECTED'].includes(ticket.status);
  const complete = ticket !== null && ticket.completenessBasisPoints >= 10_000;
  return (
    <>
      <RecordPage
        what="ticket" loading={loading && !ticket} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again}
        crumbs={[{ label: 'Tickets', href: '/tickets' }]} reference={ticket?.number} title={ticket?.title}
        status={ticket ? (
          <StatusControl
            label={ticketStatusLabel[ticket.status]} tone={ticketStatusTone[ticket.status]}
            moves={movesOf(ticket.allowedMoves.filter((each) => !(each.move === 'RESOLVE' && ticket.kind === 'ONBOARDING')), { REJECT: 'danger' })}
            onMove={async (step) => {
              if (step.id === 'ASSIGN') setDialog({ kind: 'ASSIGN' });
              else if (WITH_REASON.includes(step.id)) setDialog({ kind: 'REASON', move: step.id as TicketMove, label: step.label });
              else {
                const outcome = await move.run({ input: { id, version: ticket.version, move: step.id as TicketMove } });
                again();
                if (!outcome.ok) return { ok: false, reason: outcome.failure.message };
              }
              return { ok: true };
            }}
          />
        ) : null}
        actions={ticket ? (
          <>
            <RecordTools subject="ticket" id={id} name={ticket.title} />
            {!finished && mayValidate && !ticket.validatedAt ? <Button variant="primary" onClick={() => setDialog({ kind: 'VALIDATE' })}>Validate</Button> : null}
            {!finished && mayScope && ticket.validatedAt ? <Button variant={complete ? 'primary' : 'secondary'} onClick={() => setDialog({ kind: 'SCOPE' })}>Fix the scope</Button> : null}
          </>
        ) : null}
        banner={ticket ? <div className="max-w-md"><ProgressBar basisPoints={ticket.completenessBasisPoints} label="Requirements verified" size="lg" /></div> : null}
        tabs={ticket ? [
          { id: 'requirements', label: 'Requirements', count: ticket.requirements.length, content: <RequirementList ticket={ticket} locked={finished} onChanged={again} /> },
          { id: 'about', label: 'About', content: (
            <div className="flex max-w-2xl flex-col gap-5 text-sm">
              <TicketDescription ticket={ticket} onChanged={again} /><Text title="What the client wants" text={ticket.deal?.requirements ?? null} /><Text title="Scope" text={ticket.scope} />
            </div>
          ) },
          ...recordTabs({ subject: 'ticket', id, what: 'ticket', onRestored: again }),
        ] : []}
        aside={ticket ? <><TicketFacts ticket={ticket} onChanged={again} /><RecordSide subject="ticket" recordId={id} /></> : null}
      />
      {ticket && dialog?.kind === 'VALIDATE' ? <ValidateTicketDialog ticket={ticket} onClose={close} /> : null}
      {ticket && dialog?.kind === 'ASSIGN' ? <AssignTicketDialog ticket={ticket} onClose={close} /> : null}
      {ticket && dialog?.kind === 'SCOPE' ? <ScopeTicketDialog ticket={ticket} onClose={close} /> : null}
      {ticket && dialog?.kind === 'REASON' ? <ReasonDialog ticket={ticket} move={dialog.move} label={dialog.label} onClose={close} /> : null}
    </>
  );
}

function Text({ title, text }: { title: string; text: string | null }) {
  return <section><h2 className="mb-1 text-xs font-medium text-muted">{title}</h2><p className="whitespace-pre-wrap">{text ?? 'Nothing was written down.'}</p></section>;
}
