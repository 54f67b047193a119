'use client';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { basisPointsOf, formatBasisPoints } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import type { Tone } from '@/lib/tone';
import { toneFill } from '@/lib/tone';
import { Popover } from './popover';

export interface ProgressBarProps {
  /** Integer strings as the API gives them; or give `basisPoints` (0 to 10,000; null is "no work yet"). */
  workDone?: string;
  workTotal?: string;
  basisPoints?: number | null;
  /** Of what: read out, and the title of "why". */
  label: string;
  /** Change since yesterday, in basis points. */
  delta?: number | null;
  /** What opens on click: the tree of contributions. */
  why?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  tone?: Tone;
  className?: string;
}

const heights = { sm: 'h-1', md: 'h-1.5', lg: 'h-2.5' };

/** Progress as it is drawn everywhere: bar, figure (rounded down), delta; a click opens "why" where given. */
export function ProgressBar({ workDone, workTotal, basisPoints, label, delta, why, size = 'md', tone, className }: ProgressBarProps) {
  const { locale } = useLocale();
  const points = basisPoints !== undefined ? basisPoints : workDone !== undefined && workTotal !== undefined ? basisPointsOf(workDone, workTotal) : null;
  const done = points !== null && points >= 10_000;
  const width = points === null ? 0 : Math.min(100, Math.max(points / 100, points > 0 ? 1.5 : 0));
  const figure = formatBasisPoints(points, locale);
  const body = (
    <>
      <span
        role={why ? undefined : 'progressbar'}
        aria-label={why ? undefined : label}
        {...(why ? {} : { 'aria-valuenow': points === null ? undefined : Math.floor(points / 100), 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuetext': points === null ? 'No work yet' : figure })}
        className={cn('relative min-w-10 flex-1 overflow-hidden rounded-full bg-border', heights[size])}
      >
        <span className={cn('absolute inset-y-0 left-0 rounded-full transition-[width] duration-500 ease-out', toneFill[tone ?? (done ? 'success' : 'accent')])} style={{ width: `${width}%` }} />
      </span>
      <span suppressHydrationWarning aria-hidden={!why || undefined} className={cn('tabular shrink-0 text-right font-medium', size === 'lg' ? 'min-w-12 text-base' : 'min-w-9 text-xs', points === null && 'text-faint')}>
        {figure}
      </span>
      {delta ? (
        <span className={cn('tabular shrink-0 text-xs', delta > 0 ? 'text-success-text' : 'text-danger-text')}>
          {delta > 0 ? '+' : '−'}
          {formatBasisPoints(Math.abs(delta), locale)}
          <span className="sr-only"> since yesterday</span>
        </span>
      ) : null}
    </>
  );
  const look = cn('flex w-full min-w-0 items-center gap-2', className);
  if (!why) return <span className={look}>{body}</span>;
  return (
    <Popover
      label={`Why ${label} is at ${figure}`}
      className="w-96 max-w-[92vw]"
      trigger={
        <button type="button" className={cn(look, '-mx-1 rounded-md px-1 py-0.5 hover:bg-hover')}>
          <span className="sr-only">{label}:</span>
          {body}
          <span className="sr-only">Show why</span>
        </button>
      }
    >
      {why}
    </Popover>
  );
}
