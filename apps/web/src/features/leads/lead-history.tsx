'use client';
import { useQuery } from '@apollo/client/react';
import { ArrowRight, FileUp, Gauge, MessageSquare, Pencil, Phone, Sparkles, UserRound } from 'lucide-react';
import { useEffect } from 'react';
import { type LeadContactKind, LeadHistoryDocument, type LeadHistoryQuery, type LeadStatus } from '@/gql/leads/leads';
import { Timeline, type TimelineEntry } from '@/kit';
import { ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { contactKindLabel, leadStatusLabel, leadStatusTone } from './lead-words';

type Entry = LeadHistoryQuery['leadHistory'][number];

/** What happened to the lead, newest first. Loaded again when its version moves. */
export function LeadHistory({ id, version }: { id: string; version: number }) {
  const { data, error, refetch } = useQuery(LeadHistoryDocument, { variables: { id } });
  useEffect(() => void refetch(), [version, refetch]);
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <div className="flex flex-col gap-3"><LoadingNotice what="timeline" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div>;
  return <Timeline entries={data.leadHistory.map(told)} />;
}

function told(entry: Entry): TimelineEntry {
  const status = entry.status ? leadStatusLabel[entry.status as LeadStatus] : null;
  const moved = status ? `, now ${status}` : '';
  const base = { id: entry.id, at: entry.at, actor: entry.actorName ?? (entry.kind === 'lead.created' ? 'A visitor' : null), body: entry.text ?? undefined };
  const score = entry.score === null ? '' : `, score ${entry.score}`;
  switch (entry.kind) {
    case 'lead.created':
      return { ...base, icon: entry.historical ? <FileUp /> : <Sparkles />, tone: 'info', summary: entry.historical ? 'imported this lead' : entry.actorName ? 'created this lead' : 'filled in a form' };
    case 'lead.contacted': {
      const how = contactKindLabel[entry.channel as LeadContactKind] ?? 'Contact';
      return { ...base, icon: entry.channel === 'CALL' ? <Phone /> : <MessageSquare />, tone: entry.reached ? 'success' : 'neutral', summary: `${how}: ${entry.reached ? 'somebody answered' : 'nobody answered'}${moved}` };
    }
    case 'lead.score_adjusted':
      return { ...base, icon: <Gauge />, summary: `adjusted the score${score}` };
    case 'lead.assigned':
      return { ...base, icon: <UserRound />, summary: 'changed who works on it' };
    case 'lead.updated':
      return { ...base, icon: <Pencil />, summary: `changed ${entry.fields.map(words).join(', ') || 'it'}${score}` };
    default:
      return { ...base, icon: <ArrowRight />, tone: entry.status ? leadStatusTone[entry.status as LeadStatus] : 'neutral', summary: `moved it to ${status ?? entry.kind}${score}` };
  }
}

const words = (field: string) => field.replace(/Minor$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
