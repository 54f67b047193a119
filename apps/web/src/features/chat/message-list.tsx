'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { useLocale } from '@/lib/locale';
import { Button } from '@/ui/button';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';
import { Spinner } from '@/ui/spinner';
import type { MessageCommands } from './message-actions';
import { MessageRow } from './message-row';
import type { OutgoingMessage } from './model/outbox';
import { dayIn, dayLabel, type Row } from './model/rows';
import { badgeText } from './model/sections';
import { OutgoingRow } from './outgoing-row';
import { ReplyRow } from './reply-row';
import type { Messages } from './state/use-messages';

export interface MessageListProps {
  messages: Messages;
  rows: readonly Row[];
  viewer: { id: string; name: string };
  twoSided: boolean;
  client: boolean;
  commands: MessageCommands;
  onRetry: (key: string) => void;
  onTakeBack: (outgoing: OutgoingMessage) => void;
  /** Told when the end comes in sight or leaves it. */
  onAtEnd: (atEnd: boolean) => void;
  /** Unread messages below what is in sight. */
  unreadBelow: number;
  /** Above the first message, when there is nothing before it. */
  beginning?: ReactNode;
  label: string;
  /** The answers of one thread; among a channel's messages answers are told in one line. */
  inThread: boolean;
}

/** So close to an edge the next page is fetched. */
const EDGE_ROWS = 15;
const END_PX = 60;
/** Until the rows around a place have been drawn and measured. */
const SETTLE_MS = 200;

/** A guess until a row has been drawn; near enough that the scroll bar does not jump. */
function guess(row: Row | undefined): number {
  if (!row) return 40;
  const text = row.message?.body ?? row.outgoing?.body ?? '';
  const lines = Math.min(30, text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 95)), 0));
  return 8 + lines * 20 + (row.head ? 28 : 0) + (row.day ? 40 : 0) + (row.firstNew ? 24 : 0) + ((row.message?.reactions.length ?? 0) > 0 ? 28 : 0) + ((row.message?.files.length ?? 0) > 0 ? 60 : 0);
}

function Separator({ children, fresh = false }: { children: ReactNode; fresh?: boolean }) {
  return (
    <div className={cn('flex items-center gap-3 px-4 py-2 text-xs font-medium', fresh ? 'text-danger-text' : 'text-muted')}>
      <span aria-hidden className={cn('h-px flex-1', fresh ? 'bg-danger' : 'bg-border')} />
      {children}
      <span aria-hidden className={cn('h-px flex-1', fresh ? 'bg-danger' : 'bg-border')} />
    </div>
  );
}

/** Grey lines in the list's own shape. */
export function MessageSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col justify-end gap-5 overflow-hidden p-4">
      <LoadingNotice what="messages" />
      {['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5'].map((width) => (
        <div key={width} className="flex gap-2.5">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex flex-1 flex-col gap-2 pt-1"><Skeleton className="w-32" /><Skeleton className={width} /></div>
        </div>
      ))}
    </div>
  );
}

/** The messages, however many: only those in sight are drawn, the place is kept while pages come above and below. */
export function MessageList({ messages, rows, viewer, twoSided, client, commands, onRetry, onTakeBack, onAtEnd, unreadBelow, beginning, label, inThread }: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { locale, timeZone } = useLocale();
  const { goal, hasEarlier, hasLater, loadEarlier, loadLater, loadingEarlier, loadingLater } = messages;
  const [atEnd, setAtEnd] = useState(true);
  const [current, setCurrent] = useState<string | null>(null);
  /** The goal that is in sight: until then the edges are not where they seem. */
  const [settled, setSettled] = useState<unknown>(null);
  const [today, dayOf] = useMemo(() => {
    const ofZone = dayIn(timeZone);
    return [ofZone(new Date().toISOString()), ofZone] as const;
  }, [timeZone]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: 'end', followOnAppend: !hasLater, scrollEndThreshold: END_PX, overscan: 8, paddingEnd: 12,
  });

  /** Row of the goal; -1 for the end. */
  const indexOf = useCallback(
    (list: readonly Row[]): number => {
      const { place } = goal;
      if (place.at === 'LATEST') return -1;
      return list.findIndex(({ message }) => message && (place.at === 'SEQUENCE' ? message.sequence >= place.sequence : dayOf(message.createdAt) >= place.date));
    },
    [goal, dayOf],
  );
  const ready = rows.length > 0;
  const marked = goal.place.at === 'SEQUENCE' ? (rows[indexOf(rows)]?.key ?? null) : null;

  const items = virtual.getVirtualItems();
  const firstIndex = items[0]?.index ?? 0;
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!ready || settled !== goal) return;
    if (firstIndex < EDGE_ROWS && hasEarlier) loadEarlier();
    else if (lastIndex > rows.length - EDGE_ROWS && hasLater) loadLater();
  }, [ready, settled, goal, firstIndex, lastIndex, rows.length, hasEarlier, hasLater, loadEarlier, loadLater]);

  const told = useRef(onAtEnd);
  useEffect(() => {
    told.current = onAtEnd;
  });
  /** What is kept in sight while rows are drawn and measured, until somebody scrolls: the end, or the row that was gone to. */
  const hold = useRef<'END' | { key: string; middle: boolean } | null>(null);
  const total = virtual.getTotalSize();
  const reached = useRef<unknown>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !ready) return;
    if (reached.current !== goal) {
      reached.current = goal;
      const row = rows[indexOf(rows)];
      hold.current = row ? { key: row.key, middle: goal.place.at === 'SEQUENCE' } : 'END';
    }
    const held = hold.current;
    if (held === 'END') box.scrollTop = box.scrollHeight;
    else if (held) {
      const start = virtual.measurementsCache[rows.findIndex(({ key }) => key === held.key)]?.start ?? 0;
      box.scrollTop = start - (held.middle ? box.clientHeight / 2 - 40 : 0);
    }
  }, [ready, goal, indexOf, rows, virtual, total]);
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => setSettled(goal), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [ready, goal, total]);
  useEffect(() => {
    // From here on the list keeps its place by itself; only the end is followed.
    if (settled === goal && hold.current !== 'END') hold.current = null;
  }, [settled, goal]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const near = () => box.scrollHeight - box.scrollTop - box.clientHeight < END_PX;
    const onScroll = () => {
      if (near() && hold.current === null) hold.current = 'END';
      setAtEnd(near());
    };
    const letGo = () => {
      hold.current = null;
    };
    const sized = new ResizeObserver(() => {
      if (hold.current === 'END') box.scrollTop = box.scrollHeight;
      setAtEnd(near());
    });
    sized.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    const hands = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const hand of hands) box.addEventListener(hand, letGo, { passive: true });
    return () => {
      sized.disconnect();
      box.removeEventListener('scroll', onScroll);
      for (const hand of hands) box.removeEventListener(hand, letGo);
    };
  }, []);
  const reallyAtEnd = atEnd && !hasLater;
  useEffect(() => told.current(reallyAtEnd), [reallyAtEnd]);

  /** Arrow keys walk from message to message, drawing those that come. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || (!focused.dataset.message && focused !== scroller.current)) return;
    const at = rows.findIndex(({ key }) => key === (focused.dataset.message ?? current));
    const next = at === -1 ? rows.length - 1 : at + (event.key === 'ArrowUp' ? -1 : 1);
    const row = rows[next];
    if (!row?.message) return;
    event.preventDefault();
    setCurrent(row.key);
    virtual.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-message="${row.key}"]`)?.focus({ preventScroll: true }));
  };

  const tabStop = current ?? rows.findLast(({ message }) => message)?.key ?? null;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {loadingEarlier ? <Spinner className="absolute top-2 left-1/2 z-10 size-4 text-muted" /> : null}
      <div ref={scroller} role="log" aria-live="off" aria-label={label} tabIndex={0} onKeyDown={onKeyDown} className="ring-inside flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain [overflow-anchor:none]">
        <div className="relative mt-auto w-full shrink-0" style={{ height: total }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div key={item.key} data-index={item.index} ref={virtual.measureElement} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${item.start}px)` }}>
                {item.index === 0 && !hasEarlier ? beginning : null}
                {row.day ? <Separator>{dayLabel(row.day, today, locale)}</Separator> : null}
                {row.firstNew ? <Separator fresh>New since you were here</Separator> : null}
                {row.message && row.message.threadId !== null && !inThread ? (
                  <ReplyRow message={row.message} twoSided={twoSided} client={client} current={row.key === tabStop} marked={row.key === marked} onOpen={commands.openThread} />
                ) : row.message ? (
                  <MessageRow message={row.message} head={row.head} twoSided={twoSided} client={client} viewerId={viewer.id} commands={commands} marked={row.key === marked} current={row.key === tabStop} />
                ) : row.outgoing ? (
                  <OutgoingRow outgoing={row.outgoing} head={row.head} twoSided={twoSided && !client} viewer={viewer} onRetry={onRetry} onTakeBack={onTakeBack} />
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
      {loadingLater ? <Spinner className="absolute bottom-2 left-1/2 z-10 size-4 text-muted" /> : null}
      {reallyAtEnd ? null : (
        <Button className="absolute right-4 bottom-3 z-10 rounded-full shadow-pop" size="sm" onClick={() => messages.open({ at: 'LATEST' })} icon={<ArrowDown aria-hidden className="size-3.5" />}>
          {unreadBelow > 0 ? `${badgeText(unreadBelow)} new below` : 'To the latest'}
        </Button>
      )}
    </div>
  );
}
