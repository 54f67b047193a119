'use client';
import Link from 'next/link';
import { useEffect, useMemo } from 'react';
import { useLocale } from '@/lib/locale';
import { Avatar, DateText } from '@/ui';
import { whoDid } from '../history/history-words';
import { Sentence } from './activity-line';
import { foldActivity } from './fold';
import { sentenceOf } from './sentence';
import { useActivity } from './use-activity';

const SHOWN = 6;
const FILTER = {};

/** "What the team did" on the home page: the latest lines. Nothing while there is nothing. */
export function TeamCard() {
  const { entries, news, showNews } = useActivity(FILTER, 30);
  const { timeZone } = useLocale();
  // A glance at the home page: nobody reads on there, so nothing has to wait.
  useEffect(() => {
    if (news > 0) showNews();
  }, [news, showNews]);
  const lines = useMemo(() => foldActivity(entries, timeZone).flatMap((day) => day.lines).slice(0, SHOWN), [entries, timeZone]);
  if (lines.length === 0) return null;
  return (
    <section aria-label="What the team did" className="rounded-lg border bg-raised shadow-lift">
      <header className="flex items-baseline justify-between gap-3 px-4 pt-4 pb-2">
        <h2 className="text-sm font-semibold"><Link href="/activity" className="hover:underline">What the team did</Link></h2>
        <Link href="/activity" className="text-xs text-muted hover:text-text">Everything</Link>
      </header>
      <ul className="pb-2">
        {lines.map(({ id, entries: [first, ...others] }) => first ? (
          <li key={id} className="flex items-start gap-3 px-4 py-1.5 text-sm">
            <Avatar name={whoDid(first)} size="xs" className="mt-0.5" />
            <p className="min-w-0 flex-1"><span className="font-semibold">{whoDid(first)}</span><Sentence pieces={sentenceOf([first, ...others])} /></p>
            <DateText value={first.occurredAt} format="relative" className="shrink-0 text-xs text-faint" />
          </li>
        ) : null)}
      </ul>
    </section>
  );
}
