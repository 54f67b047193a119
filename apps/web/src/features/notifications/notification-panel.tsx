'use client';
import { useQuery } from '@apollo/client/react';
import { Check, CheckCheck, Settings } from 'lucide-react';
import Link from 'next/link';
import { LatestNotificationsDocument, type NotificationRowFragment } from '@/gql/notifications/bell';
import { MarkAllNotificationsReadDocument } from '@/gql/notifications/inbox';
import { toFailure, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { cn } from '@/lib/cn';
import { useViewer } from '@/session';
import { Button, EmptyState, ErrorState, LoadingNotice, notify, Skeleton, Tooltip } from '@/ui';
import { KindIcon } from './kind-icon';
import { pageOf } from './notification-words';
import { NotificationText } from './notification-text';
import { type Settle, useSettle } from './use-settle';

/** The latest of the inbox under the bell: opened, settled, all read; the inbox has the rest. */
export default function NotificationPanel({ onClose }: { onClose: () => void }) {
  const viewer = useViewer();
  const audience = (viewer.viewing?.tier ?? viewer.tier) === 'CLIENT' ? 'client' : 'staff';
  const { data, error, refetch } = useQuery(LatestNotificationsDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch().catch(() => undefined);
  useRecordChanges({ subjects: ['notification'], onChange: again, onResync: again });
  const settle = useSettle(again);
  const all = useMutationWithIdempotency(MarkAllNotificationsReadDocument, (answer) => answer.markAllNotificationsRead);
  const rows = data?.notifications.nodes.filter((row) => !row.doneAt && !row.snoozedUntil && !settle.isGone(row));
  const readAll = async () => {
    const outcome = await all.run({ input: {} });
    if (!outcome.ok) notify.error('Not marked', outcome.failure.message);
    again();
  };
  const account = audience === 'client' ? '/portal/account#notifications' : '/settings/notifications';
  return (
    <div className="flex max-h-[min(36rem,80vh)] flex-col">
      <div className="flex items-center gap-1 border-b py-1.5 pr-1.5 pl-4">
        <h2 className="flex-1 text-sm font-semibold">Notifications</h2>
        <Tooltip label="Mark all as read"><Button variant="ghost" size="icon-sm" aria-label="Mark all as read" busy={all.busy} disabled={!rows?.some(({ unread }) => unread)} onClick={() => void readAll()}><CheckCheck aria-hidden className="size-4" /></Button></Tooltip>
        <Tooltip label="Notification settings"><Button asChild variant="ghost" size="icon-sm"><Link href={account} onClick={onClose} aria-label="Notification settings"><Settings aria-hidden className="size-4" /></Link></Button></Tooltip>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error && !rows ? <ErrorState text={toFailure(error).message} onRetry={again} className="py-8" /> : !rows ? (
          <div aria-busy="true" className="flex flex-col gap-3 p-4"><LoadingNotice what="notifications" />{[0, 1, 2].map((line) => <Skeleton key={line} />)}</div>
        ) : rows.length === 0 ? (
          <EmptyState title="Nothing new" text={audience === 'client' ? 'News on your projects appears here.' : 'What is assigned to you, says your name or waits for your decision appears here.'} className="py-8" />
        ) : (
          <ul className="divide-y">{rows.map((row) => <Item key={row.id} row={row} href={pageOf(audience, row)} settle={settle} onClose={onClose} />)}</ul>
        )}
      </div>
      {audience === 'staff' ? <div className="border-t p-1.5"><Button asChild variant="ghost" className="w-full"><Link href="/inbox" onClick={onClose}>Open the inbox</Link></Button></div> : null}
    </div>
  );
}

function Item({ row, href, settle, onClose }: { row: NotificationRowFragment; href: string | null; settle: Settle; onClose: () => void }) {
  const unread = !(settle.read.get(row.id) ?? !row.unread);
  const seen = () => {
    if (unread) void settle.mark([row.id], true);
  };
  const body = <><KindIcon kind={row.kind} className="mt-0.5" /><NotificationText row={row} unread={unread} lines={2} /></>;
  const look = 'flex min-w-0 flex-1 gap-3 py-2.5 pl-4 text-left';
  return (
    <li className={cn('flex items-start pr-1.5 hover:bg-hover', unread && 'bg-accent-soft/40')}>
      {href ? <Link href={href} className={look} onClick={() => { seen(); onClose(); }}>{body}</Link> : <button type="button" className={look} onClick={seen}>{body}</button>}
      <Tooltip label="Done"><Button variant="ghost" size="icon-sm" className="mt-2" aria-label={`Done: ${row.title}`} onClick={() => void settle.finish([row], true)}><Check aria-hidden className="size-4" /></Button></Tooltip>
    </li>
  );
}
