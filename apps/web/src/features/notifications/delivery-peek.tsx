'use client';
import Link from 'next/link';
import { useState } from 'react';
import type { DeliveryRowFragment } from '@/gql/notifications/deliveries';
import { Fact, FactList } from '@/kit';
import { Badge, Button, DateText, notify } from '@/ui';
import { statusWords } from './delivery-words';
import { channelWords, kindOfAnybody } from './notification-words';

/** One delivery: what became of it, and sending it again. */
export function DeliveryPeek({ row, onRetry, onChanged }: { row: DeliveryRowFragment | null; onRetry: ((row: DeliveryRowFragment) => Promise<string | null>) | null; onChanged: () => void }) {
  const [busy, setBusy] = useState(false);
  if (!row) return <p className="p-4 text-sm text-muted">This delivery is further down the list.</p>;
  const send = async () => {
    setBusy(true);
    const problem = await onRetry?.(row);
    setBusy(false);
    if (problem) notify.error('Not sent again', problem);
    else notify.success('It will be sent again');
    onChanged();
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <h2 className="text-base font-semibold">{channelWords[row.channel]} to {row.user?.name ?? 'the organization’s channel'}</h2>
      <FactList>
        <Fact label="Status"><Badge dot tone={statusWords[row.status].tone}>{statusWords[row.status].label}</Badge></Fact>
        <Fact label="About">{row.digest ? 'Collected mail' : kindOfAnybody(row.kind)}</Fact>
        <Fact label="Made"><DateText value={row.createdAt} format="date-time" /></Fact>
        {row.status === 'WAITING' ? <Fact label="Due"><DateText value={row.dueAt} format="date-time" /></Fact> : null}
        {row.sentAt ? <Fact label="Sent"><DateText value={row.sentAt} format="date-time" /></Fact> : null}
        <Fact label="Tries"><span className="tabular">{row.attempts}</span></Fact>
        {row.lastAttemptAt ? <Fact label="Last try"><DateText value={row.lastAttemptAt} format="date-time" /></Fact> : null}
        {row.lastError ? <Fact label="Last problem" stack><span className="text-danger-text">{row.lastError}</span></Fact> : null}
      </FactList>
      {onRetry && row.status === 'FAILED' ? <Button className="self-start" busy={busy} onClick={() => void send()}>Send again</Button> : null}
      {row.channel === 'EMAIL' ? <p className="text-sm text-muted">The mail itself is in the <Link className="underline" href="/settings/outbox">outbox</Link>.</p> : <p className="text-sm text-muted">What it said is for its reader only and not shown here.</p>}
    </div>
  );
}
