'use client';
import { ArrowUp, Rows3 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ActivityFilter } from '@/gql/activity/activity';
import { useShortcut } from '@/kit';
import { useLocale } from '@/lib/locale';
import { Button, DateText, EmptyState, ErrorState, ForbiddenState, LoadingNotice, NothingFoundState, Skeleton } from '@/ui';
import { dayWord } from '../notifications/grouping';
import { ActivityLineItem } from './activity-line';
import { foldActivity } from './fold';
import { useActivity } from './use-activity';

/** The stream by day, live. Give it a `key` per filter. */
export function ActivityList({ filter, onClear }: { filter: ActivityFilter; onClear: (() => void) | null }) {
  const stream = useActivity(filter);
  const { timeZone } = useLocale();
  const days = useMemo(() => foldActivity(stream.entries, timeZone), [stream.entries, timeZone]);
  const ids = useMemo(() => days.flatMap(({ lines }) => lines.map((line) => line.entries[0]?.id ?? line.id)), [days]);
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const move = (by: number) => {
    const at = current === null ? -1 : ids.indexOf(current);
    const next = ids[Math.max(0, Math.min(ids.length - 1, at + by))];
    if (next === undefined) return;
    setCurrent(next);
    const line = scroller.current?.querySelector<HTMLElement>(`[data-line="${next}"]`);
    line?.scrollIntoView({ block: 'nearest' });
    (line?.querySelector<HTMLElement>('a[href], button') ?? line)?.focus({ preventScroll: true });
  };
  const showNews = () => {
    stream.showNews();
    scroller.current?.scrollTo({ top: 0 });
  };
  const group = { group: 'Activity', enabled: ids.length > 0 };
  useShortcut('J', 'Next line', () => move(1), group);
  useShortcut('K', 'Previous line', () => move(-1), group);
  useShortcut('N', 'Show what is new', showNews, { group: 'Activity', enabled: stream.news > 0 });

  if (stream.failure?.code === 'FORBIDDEN') return <ForbiddenState detail={stream.failure.message} />;
  if (stream.failure && stream.entries.length === 0) {
    return <ErrorState title="The activity could not be loaded" text={stream.failure.message} reference={stream.failure.requestId} offline={stream.failure.code === 'OFFLINE'} onRetry={stream.reload} />;
  }
  if (stream.loading) return <ActivitySkeleton />;
  const pill = stream.news > 0 ? (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-20 flex justify-center">
      <Button size="sm" variant="secondary" className="pointer-events-auto rounded-full shadow-lift" icon={<ArrowUp aria-hidden className="size-3.5" />} onClick={showNews}>
        {stream.news}{stream.manyNews ? '+' : ''} new
      </Button>
    </div>
  ) : null;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <p role="status" className="sr-only">{stream.news > 0 ? `${stream.news} new. Press N to show them.` : ''}</p>
      {pill}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto pb-10">
        {stream.entries.length === 0 && !stream.more ? (
          onClear ? <NothingFoundState what="changes" onClear={onClear} />
            : <EmptyState icon={<Rows3 />} title="Nothing has happened yet" text="What your colleagues do on records that you see is told here as it happens: a task is done, a deal moves on, a file is added." />
        ) : days.map(({ day, lines }) => (
          <section key={day} aria-label={dayWord(day, new Date(), timeZone) ?? day}>
            <h2 className="sticky top-0 z-10 border-b bg-surface px-4 py-1.5 text-xs font-medium text-muted md:px-5">{dayWord(day, new Date(), timeZone) ?? <DateText value={day} />}</h2>
            <ul className="mx-auto w-full max-w-4xl py-1 md:mx-0">
              {lines.map((line) => <ActivityLineItem key={line.id} entries={line.entries} current={current !== null && line.entries[0]?.id === current} />)}
            </ul>
          </section>
        ))}
        {stream.more ? <Older key={stream.entries.length} busy={stream.loadingMore} failed={stream.failure !== null} none={stream.entries.length === 0} onMore={stream.loadMore} /> : null}
      </div>
    </div>
  );
}

/** Asks for older entries when it comes into sight, and by hand. */
function Older({ busy, failed, none, onMore }: { busy: boolean; failed: boolean; none: boolean; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  const byHand = failed || none;
  useEffect(() => {
    const element = place.current;
    if (!element || byHand) return undefined;
    const watch = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) more.current();
    }, { rootMargin: '400px' });
    watch.observe(element);
    return () => watch.disconnect();
  }, [byHand]);
  return (
    <div ref={place} className="flex flex-col items-center gap-2 px-4 py-4 text-sm text-muted">
      {none ? <p>Nothing of late that you may see.</p> : null}
      {failed ? <p role="alert">Older ones could not be loaded.</p> : null}
      <Button busy={busy} onClick={onMore}>{none ? 'Look further back' : 'Show older ones'}</Button>
    </div>
  );
}

function ActivitySkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col">
      <LoadingNotice what="activity" />
      {['w-1/2', 'w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-2/5', 'w-1/2'].map((width, index) => (
        <div key={index} className="flex gap-3 px-4 py-2.5 md:px-5"><Skeleton className="size-6 rounded-full" /><span className="flex flex-1 flex-col gap-2"><Skeleton className={width} /><Skeleton className="w-1/4 opacity-70" /></span></div>
      ))}
    </div>
  );
}
