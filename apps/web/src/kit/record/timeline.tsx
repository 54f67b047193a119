import type { ReactNode } from 'react';
import { type Tone, toneSoft } from '@/lib/tone';
import { cn } from '@/lib/cn';
import { DateText } from '@/ui/date-text';
import { type Audience, VisibilityMark } from '@/ui/visibility-mark';

/** One thing that happened to a record. */
export interface TimelineEntry {
  id: string;
  at: string;
  /** Null: the system. */
  actor: string | null;
  /** What happened, as a sentence without its subject: "moved this to Qualified". */
  summary: ReactNode;
  icon?: ReactNode;
  tone?: Tone;
  /** Content: a note's text, a mail's excerpt. */
  body?: ReactNode;
  /** Shown with a mark when set. */
  audience?: Audience;
}

/** What happened to a record, newest first, on one line down the page. */
export function Timeline({ entries, footer }: { entries: readonly TimelineEntry[]; footer?: ReactNode }) {
  return (
    <>
      <ol className="relative flex flex-col before:absolute before:inset-y-3 before:left-[11px] before:w-px before:bg-border">
        {entries.map((entry) => (
          <li key={entry.id} className="relative flex gap-3 py-2">
            <span aria-hidden className={cn('z-1 flex size-6 shrink-0 items-center justify-center rounded-full ring-4 ring-surface [&_svg]:size-3', toneSoft[entry.tone ?? 'neutral'])}>
              {entry.icon}
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1 pt-0.5">
              <p className="flex flex-wrap items-baseline gap-x-1.5 text-sm">
                <span className="font-medium">{entry.actor ?? 'Throughline'}</span>
                <span className="text-muted">{entry.summary}</span>
                <DateText value={entry.at} format="relative" className="text-xs text-faint" />
                {entry.audience ? <VisibilityMark audience={entry.audience} /> : null}
              </p>
              {entry.body ? <div className={cn('rounded-md border p-2.5 text-sm whitespace-pre-wrap', entry.audience === 'internal' ? 'border-internal-border bg-internal-soft/50' : entry.audience === 'client' ? 'border-client-border bg-client-soft/50' : 'bg-raised')}>{entry.body}</div> : null}
            </div>
          </li>
        ))}
      </ol>
      {footer}
    </>
  );
}
