'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AcceptHandOffDocument, type HandOffFactsFragment, RecordHandOffDocument, TickHandOffItemDocument, WithdrawHandOffDocument } from '@/gql/hand-offs/hand-offs';
import { useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { Fact, FactList } from '@/kit';
import { useCan, useViewer } from '@/session';
import { Badge, Button, Checkbox, DateText, notify } from '@/ui';
import { handOffStatusLabel, handOffStatusTone, openLines, partyText } from './hand-off-words';

// Fetched when they open.
const OfferDialog = dynamic(() => import('./offer-dialog').then((module) => module.OfferDialog), { ssr: false });
const ReturnDialog = dynamic(() => import('./return-dialog').then((module) => module.ReturnDialog), { ssr: false });

/** Who has the ball on a record, since when and what comes next; handing it over and answering. Stands at the side of the record. */
export function HandOffCard({ subject, recordId }: { subject: string; recordId: string }) {
  const mayRead = useCan('handOff.read');
  const mayOffer = useCan('handOff.offer');
  const { data, refetch } = useQuery(RecordHandOffDocument, { variables: { recordId }, skip: !mayRead, fetchPolicy: 'cache-and-network' });
  const [dialog, setDialog] = useState<'OFFER' | 'RETURN' | null>(null);
  const again = () => void refetch();
  useRecordChanges({ subjects: ['handOff'], onChange: again, onResync: again, skip: !mayRead });
  const handOff = data?.handOffs.nodes[0] ?? null;
  if (!mayRead || (!handOff && !mayOffer)) return null;
  const waiting = handOff?.status === 'OFFERED';
  return (
    <section className="flex flex-col gap-2">
      <h2 className="flex items-center justify-between text-xs font-medium text-muted">
        Who has the ball
        {mayOffer && data && !waiting ? <Button size="sm" variant="ghost" onClick={() => setDialog('OFFER')}>Hand over</Button> : null}
      </h2>
      {handOff ? <Current handOff={handOff} onChanged={again} onReturn={() => setDialog('RETURN')} /> : data ? <p className="text-sm text-muted">It was not handed over yet.</p> : null}
      {dialog === 'OFFER' ? <OfferDialog subject={subject} recordId={recordId} onClose={() => setDialog(null)} onDone={again} /> : null}
      {dialog === 'RETURN' && handOff ? <ReturnDialog handOff={handOff} onClose={() => setDialog(null)} onDone={again} /> : null}
    </section>
  );
}

function Current({ handOff, onChanged, onReturn }: { handOff: HandOffFactsFragment; onChanged: () => void; onReturn: () => void }) {
  const viewer = useViewer();
  const mayAnswer = useCan('handOff.answer');
  const accept = useMutationWithIdempotency(AcceptHandOffDocument, (data) => data.acceptHandOff);
  const withdraw = useMutationWithIdempotency(WithdrawHandOffDocument, (data) => data.withdrawHandOff);
  const tick = useMutationWithIdempotency(TickHandOffItemDocument, (data) => data.tickHandOffItem);
  const { id, version } = handOff;
  const waiting = handOff.status === 'OFFERED';
  const told = (title: string, outcome: { ok: boolean; failure?: { message: string } }) => {
    if (!outcome.ok) notify.error(title, outcome.failure?.message);
    onChanged();
  };
  const open = openLines(handOff);
  return (
    <>
      <FactList>
        <Fact label={waiting ? 'Goes to' : 'Now'}><span className="font-medium">{waiting ? partyText(handOff.toUser, handOff.toDepartment) : partyText(handOff.holder, handOff.holderDepartment)}</span></Fact>
        <Fact label="Since"><DateText value={handOff.since} format="relative" /></Fact>
        <Fact label="Next">{handOff.step}</Fact>
        <Fact label="Status"><span className="flex flex-wrap gap-1"><Badge dot tone={handOffStatusTone[handOff.status]}>{handOffStatusLabel[handOff.status]}</Badge>{handOff.overdue ? <Badge tone="danger">Overdue</Badge> : null}</span></Fact>
        {waiting ? <Fact label="From">{partyText(handOff.fromUser, handOff.fromDepartment)}</Fact> : null}
        {waiting && handOff.dueAt ? <Fact label="Answer by"><DateText value={handOff.dueAt} format="date-time" /></Fact> : null}
        {handOff.reason ? <Fact label="Because" stack>{handOff.reason}</Fact> : null}
        {handOff.note ? <Fact label="Note" stack><p className="whitespace-pre-wrap">{handOff.note}</p></Fact> : null}
      </FactList>
      {handOff.items.length > 0 ? (
        <ul aria-label="Checklist" className="flex flex-col gap-1">
          {handOff.items.map((item) => (
            <li key={item.id}>
              <label className="flex min-h-7 items-center gap-2 text-sm">
                <Checkbox checked={item.done} disabled={!waiting || tick.busy} aria-label={item.title} onCheckedChange={(done) => void tick.run({ input: { id, version, itemId: item.id, done: done === true } }).then((outcome) => told('Not ticked', outcome))} />
                <span className={item.done ? 'text-muted line-through' : undefined}>{item.title}</span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      {waiting ? (
        <div className="flex flex-wrap items-center gap-2">
          {mayAnswer ? <Button size="sm" variant="primary" busy={accept.busy} disabled={open > 0} onClick={() => void accept.run({ input: { id, version } }).then((outcome) => told('Not accepted', outcome))}>Accept</Button> : null}
          {mayAnswer ? <Button size="sm" onClick={onReturn}>Return</Button> : null}
          {handOff.fromUser?.id === viewer.id ? <Button size="sm" variant="ghost" busy={withdraw.busy} onClick={() => void withdraw.run({ input: { id, version } }).then((outcome) => told('Not taken back', outcome))}>Take back</Button> : null}
          {mayAnswer && open > 0 ? <span className="text-xs text-muted">{open === 1 ? 'One line' : `${open} lines`} of the checklist first</span> : null}
        </div>
      ) : null}
    </>
  );
}
