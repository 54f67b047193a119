'use client';
import { useQuery } from '@apollo/client/react';
import { ArrowRight, FileUp, Gauge, MessageSquare, Pencil, Phone, Sparkles, UserRound } from 'lucide-react';
import { useEffect } from 'react';
import { type LeadContactKind, LeadHistoryDocument, type LeadHistoryQuery, type LeadStatus } from '@/gql/leads/leads';
import { Timeline, type TimelineEntry } from '@/kit';
import { ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { contactKindLabel, leadStatusLabel, leadStatusTone } from './lead-words';

type Entry = LeadHistoryQuery['recordHistory']['entries'][number];

/** What happened to the lead, newest first. Loaded again when its version moves. */
export function LeadHistory({ id, version }: { id: string; version: number }) {
  const { data, error, refetch } = useQuery(LeadHistoryDocument, { variables: { id } });
  useEffect(() => void refetch(), [version, refetch]);
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <div className="flex flex-col gap-3"><LoadingNotice what="timeline" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div>;
  return <Timeline entries={data.recordHistory.entries.map(told)} />;
}

/** Told by the kind of event, or nobody's business on a timeline. */
const OWN = new Set(['status', 'score', 'channel', 'reached', 'at', 'rating', 'firstResponseAt', 'lastContactAt', 'qualifiedAt', 'closedAt', 'assignedAt', 'departmentId']);

function told(entry: Entry): TimelineEntry {
  const after = Object.fromEntries(entry.changes.map((change) => [change.field, change.after as unknown]));
  const status = typeof after['status'] === 'string' ? (after['status'] as LeadStatus) : null;
  const statusWords = status ? leadStatusLabel[status] : null;
  const moved = statusWords ? `, now ${statusWords}` : '';
  const score = typeof after['score'] === 'number' ? `, score ${after['score']}` : '';
  const base = { id: entry.id, at: entry.occurredAt, actor: entry.actorName ?? (entry.kind === 'lead.created' ? 'A visitor' : null), body: entry.note ?? undefined };
  switch (entry.kind) {
    case 'lead.created':
      return { ...base, icon: entry.historical ? <FileUp /> : <Sparkles />, tone: 'info', summary: entry.historical ? 'imported this lead' : entry.actorName ? 'created this lead' : 'filled in a form' };
    case 'lead.contacted': {
      const how = contactKindLabel[after['channel'] as LeadContactKind] ?? 'Contact';
      return { ...base, icon: after['channel'] === 'CALL' ? <Phone /> : <MessageSquare />, tone: after['reached'] ? 'success' : 'neutral', summary: `${how}: ${after['reached'] ? 'somebody answered' : 'nobody answered'}${moved}` };
    }
    case 'lead.score_adjusted':
      return { ...base, icon: <Gauge />, summary: `adjusted the score${score}` };
    case 'lead.assigned':
      return { ...base, icon: <UserRound />, summary: 'changed who works on it' };
    case 'lead.fieldsRestored':
      return { ...base, icon: <Pencil />, summary: 'restored earlier values' };
    case 'lead.updated':
      return { ...base, icon: <Pencil />, summary: `changed ${entry.changes.filter(({ field }) => !OWN.has(field)).map(({ label }) => label.toLowerCase()).join(', ') || 'it'}${score}` };
    default:
      return { ...base, icon: <ArrowRight />, tone: status ? leadStatusTone[status] : 'neutral', summary: `moved it to ${statusWords ?? entry.kind}${score}` };
  }
}
