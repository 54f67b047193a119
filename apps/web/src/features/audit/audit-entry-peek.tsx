'use client';
import { useQuery } from '@apollo/client/react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { AuditEntryDocument } from '@/gql/audit/audit-log';
import { toFailure } from '@/graphql';
import { Fact, FactList } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText, EmptyState, ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { ChangeList } from '../history/change-list';
import { beginsRecord, toneOfKind, whoDid } from '../history/history-words';
import { auditHref, recordPage, subjectLabel } from './audit-words';

// Fetched when it opens.
const EraseDialog = dynamic(() => import('../erasure/erase-dialog').then((module) => module.EraseDialog), { ssr: false });

const PEOPLE = { user: 'USER', contact: 'CONTACT', lead: 'LEAD' } as const;
const isPerson = (subject: string): subject is keyof typeof PEOPLE => subject in PEOPLE;

const TIERS: Readonly<Record<string, string>> = { ADMIN: 'administrator', EMPLOYEE: 'employee', CLIENT: 'client', SERVICE: 'program', SYSTEM: 'the product itself', PUBLIC: 'visitor' };

/** One entry of the log with everything that it holds. */
export function AuditEntryPeek({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(AuditEntryDocument, { variables: { id } });
  const mayErase = useCan('audit.erase');
  const [erasing, setErasing] = useState(false);
  const entry = data?.auditEvents.nodes[0];
  if (error && !entry) return <ErrorState text={toFailure(error).message} onRetry={() => void refetch()} />;
  if (!entry) return loading ? <div className="flex flex-col gap-3 p-1"><LoadingNotice what="entry" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /><Skeleton className="w-3/5" /></div> : <EmptyState title="This entry is not here" text="It belongs to another organization, or the link is wrong." />;
  const page = recordPage(entry.subject, entry.subjectId);
  const name = entry.recordName ?? `${subjectLabel(entry.subject)} without a name`;
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">{entry.title ?? entry.kind}{entry.refused ? <Badge tone="danger">Refused</Badge> : <Badge dot tone={toneOfKind(entry.kind)}>{subjectLabel(entry.subject)}</Badge>}</h2>
        <p className="text-sm text-muted">{whoDid(entry)}, <DateText value={entry.occurredAt} format="relative" /></p>
      </header>
      <section className="flex flex-col gap-2">
        <h3 className="text-xs font-medium text-muted">What changed</h3>
        {entry.changes && entry.changes.length > 0 ? <ChangeList changes={entry.changes} isNew={beginsRecord(entry.kind) || entry.changes.every(({ before }) => before === null)} /> : <p className="text-sm text-muted">No fields.</p>}
        {entry.hiddenChanges ? <p className="text-sm text-muted">{entry.hiddenChanges === 1 ? 'One more field' : `${entry.hiddenChanges} more fields`} that you may not see on this record.</p> : null}
      </section>
      <FactList title="Details">
        <Fact label="Record">{page && entry.recordName ? <Link href={page} className="truncate hover:underline">{name}</Link> : <span className="truncate">{name}</span>}</Fact>
        <Fact label="Who"><span>{whoDid(entry)}<span className="block text-xs text-muted">as {TIERS[entry.actorTier] ?? entry.actorTier.toLowerCase()}</span></span></Fact>
        <Fact label="When"><DateText value={entry.occurredAt} format="date-time" /></Fact>
        <Fact label="Address"><span className="tabular">{entry.address ?? 'None: it was done by the product'}</span></Fact>
        <Fact label="Program" stack><span className="text-xs wrap-anywhere text-muted">{entry.userAgent ?? 'Not told'}</span></Fact>
        <Fact label="Request" stack><code className="text-xs wrap-anywhere text-muted">{entry.requestId}</code></Fact>
        <Fact label="Entry"><span className="tabular text-xs text-muted">{entry.id} · {entry.kind}</span></Fact>
        {entry.historical ? <Fact label="Came by">an import</Fact> : null}
      </FactList>
      <nav aria-label="More of the log" className="flex flex-col items-start gap-1.5 text-sm text-accent-text [&_a:hover]:underline">
        <Link href={auditHref({ record: entry.subjectId })}>Everything about this record</Link>
        {entry.actorId ? <Link href={auditHref({ person: entry.actorId })}>Everything by {whoDid(entry)}</Link> : null}
        {entry.address ? <Link href={auditHref({ address: entry.address })}>Everything from {entry.address}</Link> : null}
        <Link href={auditHref({ request: entry.requestId })}>Everything in this request</Link>
      </nav>
      {mayErase && entry.recordName && isPerson(entry.subject) ? <Button variant="danger" className="self-start" onClick={() => setErasing(true)}>Erase {entry.recordName} from the history…</Button> : null}
      {erasing && isPerson(entry.subject) ? <EraseDialog person={{ kind: PEOPLE[entry.subject], id: entry.subjectId, name: entry.recordName ?? 'this person' }} onClose={() => setErasing(false)} onDone={() => void refetch()} /> : null}
    </div>
  );
}
