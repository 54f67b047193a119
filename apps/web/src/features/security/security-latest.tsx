import Link from 'next/link';
import type { SecurityEventsQuery } from '@/gql/security/security-monitor';
import { cn } from '@/lib/cn';
import { toneFill } from '@/lib/tone';
import { Card, DateText, LoadingNotice, Skeleton } from '@/ui';
import { kindLabel } from '../audit/audit-words';
import { toneOfKind, whoDid } from '../history/history-words';

type Event = SecurityEventsQuery['auditEvents']['nodes'][number];

/** The latest of everything that is watched; each opens in the audit log. */
export function SecurityLatest({ events, href }: { events: readonly Event[] | null; href: string }) {
  return (
    <Card title="Latest" flush actions={<Link href={href} className="text-xs text-accent-text hover:underline">All in the audit log</Link>}>
      {events === null ? <div aria-busy="true" className="flex flex-col gap-3 p-4"><LoadingNotice what="latest events" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /><Skeleton className="w-3/5" /></div> : null}
      {events?.length === 0 ? <p className="p-4 text-sm text-muted">Nothing to report yet: no failed sign-in, no refusal, no changed right.</p> : null}
      <ol className="divide-y">
        {events?.map((event) => (
          <li key={event.id} className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
            <span aria-hidden className={cn('size-2 shrink-0 rounded-full', toneFill[toneOfKind(event.kind)])} />
            <div className="min-w-0 flex-1">
              <Link href={`/settings/audit?kind=${encodeURIComponent(event.kind)}&peek=${event.id}`} className="block truncate text-sm font-medium after:absolute after:inset-0">{kindLabel(event.kind)}</Link>
              <span className="block truncate text-xs text-muted">{[event.actorName ?? event.recordName ?? whoDid(event), event.address].filter(Boolean).join(' · ')}</span>
            </div>
            <DateText value={event.occurredAt} format="relative" className="shrink-0 text-xs text-muted" />
          </li>
        ))}
      </ol>
    </Card>
  );
}
