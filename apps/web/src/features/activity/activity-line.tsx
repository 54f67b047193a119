'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Fragment, memo, useState } from 'react';
import { cn } from '@/lib/cn';
import { Avatar, DateText } from '@/ui';
import { ChangedValue } from '../history/change-list';
import { beginsRecord, whoDid } from '../history/history-words';
import { type Piece, sentenceOf } from './sentence';
import type { Entry } from './use-activity';

const FEW = 3;

/** A sentence with its links. */
export function Sentence({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, href, quiet }, index) => {
    const look = cn('wrap-anywhere', quiet && 'text-muted');
    return (
      <Fragment key={`${index}-${text}`}>
        {quiet ? <span aria-hidden className="text-faint"> · </span> : ' '}
        {href ? <Link href={href} className={cn(look, 'rounded-sm hover:underline', !quiet && 'font-medium')}>{text}</Link> : <span className={look}>{text}</span>}
      </Fragment>
    );
  });
}

/** What changed, in one or two lines: the first values, and the names of the rest. */
function Changes({ entry }: { entry: Entry }) {
  if (beginsRecord(entry.kind)) return null;
  const shown = entry.changes.slice(0, FEW);
  const rest = entry.changedFields.filter((label) => !shown.some((change) => change.label === label));
  if (shown.length === 0 && rest.length === 0) return null;
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-xs text-muted">
      {shown.map((change) => (
        <span key={change.field} className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1">
          <span>{change.label}</span>
          {change.beforeText ? <><span className="sr-only">was</span><ChangedValue kind={change.kind} text={change.beforeText} className="line-through decoration-faint" /></> : null}
          <span className="sr-only">is now</span>
          <ChangedValue kind={change.kind} text={change.afterText} className="font-medium text-text" />
        </span>
      ))}
      {rest.length > 0 ? <span>{shown.length > 0 ? 'also ' : ''}{rest.slice(0, FEW).join(', ').toLowerCase()}{rest.length > FEW ? ` and ${rest.length - FEW} more` : ''}</span> : null}
    </span>
  );
}

export interface ActivityLineProps {
  entries: readonly Entry[];
  /** Under the keyboard. */
  current: boolean;
}

/** One line of the stream; what was folded unfolds. */
export const ActivityLineItem = memo(function ActivityLineItem({ entries, current }: ActivityLineProps) {
  const [open, setOpen] = useState(false);
  const [first] = entries;
  if (!first) return null;
  const who = whoDid(first);
  const folded = entries.length > 1;
  return (
    <li data-line={first.id} tabIndex={-1} className={cn('flex gap-3 rounded-md px-4 py-2.5 hover:bg-hover md:px-5', current && 'bg-hover')}>
      <Avatar name={who} className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="text-sm">
          <span className={cn(first.actorName && 'font-semibold')}>{who}</span>
          <Sentence pieces={sentenceOf(entries)} />
        </p>
        {folded ? null : <Changes entry={first} />}
        {folded ? (
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="-ml-1 inline-flex min-h-6 items-center gap-1 self-start rounded-sm px-1 text-xs text-muted hover:text-text">
            <ChevronRight aria-hidden className={cn('size-3 transition-transform', open && 'rotate-90')} />
            {open ? 'Hide' : 'Show'} all {entries.length}
          </button>
        ) : null}
        {folded && open ? (
          <ul className="flex flex-col gap-2 border-l pl-3">
            {entries.map((entry) => (
              <li key={entry.id} className="flex flex-col gap-0.5 text-sm">
                <span className="flex items-baseline justify-between gap-3">
                  {/* Where it lies the line says already. */}
                  <span className="min-w-0"><Sentence pieces={sentenceOf([entry]).filter(({ quiet }) => !quiet)} /></span>
                  <DateText value={entry.occurredAt} format="time" className="tabular shrink-0 text-xs text-faint" />
                </span>
                <Changes entry={entry} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <DateText value={first.occurredAt} format="time" className="tabular mt-0.5 shrink-0 text-xs text-faint" />
    </li>
  );
});
