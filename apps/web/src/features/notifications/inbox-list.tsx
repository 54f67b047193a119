'use client';
import { CheckCheck, Clock, Inbox as InboxIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import type { NotificationRowFragment } from '@/gql/notifications/bell';
import { useLocale } from '@/lib/locale';
import { Button, DateText, EmptyState, ErrorState, ForbiddenState, LoadingNotice, NothingFoundState, Skeleton } from '@/ui';
import { dayWord, type Grouping, groupNotifications } from './grouping';
import { InboxBulk } from './inbox-bulk';
import { InboxRow, type InboxRowProps } from './inbox-row';
import { type Kind, kindWords, pageOf } from './notification-words';
import type { Inbox } from './use-inbox';
import { useInboxKeys } from './use-inbox-keys';

const SnoozeDialog = dynamic(() => import('./snooze-dialog').then((module) => module.SnoozeDialog), { ssr: false });

const EMPTY: Readonly<Record<string, { title: string; text: string }>> = {
  INBOX: { title: 'Nothing waits for you', text: 'What is assigned to you, says your name or waits for your decision appears here. J and K move, E marks as done, H puts off.' },
  UNREAD: { title: 'Everything is read', text: 'New ones appear here at once.' },
  SNOOZED: { title: 'Nothing is put off', text: 'Press H on a notification to have it come back at a better time.' },
  DONE: { title: 'Nothing done yet', text: 'Press E on a notification when there is nothing left to do about it. You find it here afterwards.' },
};

export interface InboxListProps {
  inbox: Inbox;
  by: Grouping;
  state: string;
  /** Clears what narrows the list; null when nothing does. */
  onClear: (() => void) | null;
}

/** The notifications in groups, with keyboard and selection. */
export function InboxList({ inbox, by, state, onClear }: InboxListProps) {
  const { source, rows, isUnread, settle } = inbox;
  const router = useRouter();
  const { timeZone } = useLocale();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [later, setLater] = useState<readonly NotificationRowFragment[] | null>(null);
  const groups = useMemo(() => groupNotifications(rows, by, timeZone), [rows, by, timeZone]);
  const ids = useMemo(() => groups.flatMap((group) => group.rows.map(({ id }) => id)), [groups]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const toggle = useCallback((id: string) => setSelected((now) => {
    const next = new Set(now);
    if (!next.delete(id)) next.add(id);
    return next;
  }), []);
  const open = (id: string, go: boolean) => {
    const row = byId.get(id);
    if (!row) return;
    if (isUnread(row)) void settle.mark([id], true);
    const href = pageOf('staff', row);
    if (go && href) router.push(href);
  };
  const putOff = (id: string) => {
    const row = byId.get(id);
    if (row?.snoozedUntil) void settle.snooze([row], null);
    else if (row && !row.doneAt) setLater([row]);
  };
  const settleOne = (id: string) => {
    const row = byId.get(id);
    if (row) void settle.finish([row], !row.doneAt);
  };
  const flip = (id: string) => {
    const row = byId.get(id);
    if (row) void settle.mark([id], isUnread(row));
  };
  const keys = useInboxKeys({ ids, onOpen: (id) => open(id, true), onDone: settleOne, onLater: putOff, onUnread: flip, onToggle: toggle });
  const onAct: InboxRowProps['onAct'] = (act, id) => {
    if (act === 'OPEN') open(id, false);
    else if (act === 'DONE' || act === 'REOPEN') settleOne(id);
    else if (act === 'LATER' || act === 'RETURN') putOff(id);
    else if (act === 'READ') flip(id);
    else if (act === 'SELECT') toggle(id);
    else keys.set(id);
  };
  const chosen = rows.filter(({ id }) => selected.has(id));
  const clear = () => setSelected(new Set());
  if (source.failure?.code === 'FORBIDDEN') return <ForbiddenState detail={source.failure.message} />;
  if (source.failure && rows.length === 0) return <ErrorState title="The inbox could not be loaded" text={source.failure.message} reference={source.failure.requestId} offline={source.failure.code === 'OFFLINE'} onRetry={source.refetch} />;
  if (source.loading) return <InboxSkeleton />;
  const empty = EMPTY[state] ?? EMPTY.INBOX;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto pb-20">
        {rows.length === 0 ? (
          onClear ? <NothingFoundState what="notifications" onClear={onClear} /> : <EmptyState icon={state === 'SNOOZED' ? <Clock /> : state === 'INBOX' ? <CheckCheck /> : <InboxIcon />} title={empty?.title ?? ''} text={empty?.text} />
        ) : groups.map((group) => (
          <section key={group.id} aria-label={headingText(by, group.key, group.rows[0]?.title ?? '')}>
            <h2 className="sticky top-0 z-10 flex items-center justify-between gap-3 border-b bg-surface px-4 py-1.5 text-xs font-medium text-muted md:px-5">
              <span className="truncate">{by === 'day' ? (dayWord(group.key, new Date(), timeZone) ?? <DateText value={group.key} />) : headingText(by, group.key, group.rows[0]?.title ?? '')}</span>
              <span className="tabular">{group.rows.length}</span>
            </h2>
            <ul className="divide-y">
              {group.rows.map((row) => (
                <InboxRow key={row.id} row={row} unread={isUnread(row)} href={pageOf('staff', row)} selected={selected.has(row.id)} current={keys.current === row.id} moves={keys.current === row.id ? keys.moves : 0} onAct={onAct} />
              ))}
            </ul>
          </section>
        ))}
        {source.hasMore ? <div className="flex justify-center py-4"><Button busy={source.loadingMore} onClick={source.loadMore}>Show older ones</Button></div> : null}
      </div>
      <InboxBulk
        count={chosen.length} done={state === 'DONE'} onClear={clear}
        onDone={() => { void settle.finish(chosen, state !== 'DONE'); clear(); }}
        onLater={() => setLater(chosen)}
        onRead={(read) => { void settle.mark(chosen.map(({ id }) => id), read); clear(); }}
      />
      {later ? <SnoozeDialog count={later.length} onClose={() => setLater(null)} onChoose={(until) => { void settle.snooze(later, until); setLater(null); clear(); }} /> : null}
    </div>
  );
}

function headingText(by: Grouping, key: string, title: string): string {
  if (by === 'kind') return kindWords[key as Kind]?.label ?? key;
  if (by === 'day') return key;
  return key.startsWith('none:') ? (kindWords[key.slice(5) as Kind]?.label ?? key) : title;
}

function InboxSkeleton() {
  return (
    <div aria-busy="true" className="divide-y">
      <LoadingNotice what="inbox" />
      {['w-1/2', 'w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-2/5'].map((width, index) => (
        <div key={index} className="flex gap-3 px-4 py-3 md:px-5"><Skeleton className="ml-9 size-7 rounded-full" /><span className="flex flex-1 flex-col gap-2"><Skeleton className={width} /><Skeleton className="w-1/4 opacity-70" /></span></div>
      ))}
    </div>
  );
}
