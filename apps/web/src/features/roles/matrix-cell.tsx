'use client';
import { CornerLeftUp, Filter, Lock } from 'lucide-react';
import { memo } from 'react';
import { cn } from '@/lib/cn';
import { toneSoft } from '@/lib/tone';
import { summaryOf } from './matrix-words';

export interface MatrixCellProps {
  /** `summaryOf` of its lines is drawn; compared by `sign`. */
  lines: Parameters<typeof summaryOf>[0];
  sign: string;
  /** "Sales Agent: See leads", read with the value. */
  label: string;
  changed: boolean;
  conflict: boolean;
  refused: boolean;
  locked: boolean;
  row: number;
  column: number;
  active: boolean;
}

/** What a role has of a permission, as a button: how far it reaches in words and colour, where it comes from, and whether it is edited. */
export const MatrixCell = memo(
  function MatrixCell({ lines, label, changed, conflict, refused, locked, row, column, active }: MatrixCellProps) {
    const { word, tone, inherited, notes } = summaryOf(lines);
    const state = [inherited && 'inherited', ...notes.slice(1), changed && 'not saved yet', conflict && 'changed by somebody else', refused && 'refused', locked && 'locked'].filter(Boolean).join(', ');
    return (
      <button
        type="button"
        data-row={row}
        data-column={column}
        tabIndex={active ? 0 : -1}
        aria-haspopup={locked ? undefined : 'menu'}
        className={cn(
          'relative flex h-full w-full flex-col items-center justify-center gap-0.5 px-1 text-xs hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
          changed && 'bg-warning-soft/60',
          (conflict || refused) && 'bg-danger-soft',
        )}
      >
        <span className="sr-only">{label}: {tone === null ? 'No' : ''}</span>
        {tone === null ? (
          <span aria-hidden className="text-faint">–</span>
        ) : (
          <span className={cn('inline-flex h-5 max-w-full items-center gap-1 rounded-full px-2 font-medium whitespace-nowrap', inherited ? 'border border-dashed border-border-strong text-muted' : toneSoft[tone])}>
            {inherited ? <CornerLeftUp aria-hidden className="size-3" /> : null}
            {word}
            {locked && !inherited ? <Lock aria-hidden className="size-3" /> : null}
          </span>
        )}
        {notes.length > 0 ? (
          <span className="flex max-w-full items-center gap-1 text-2xs text-muted">
            <Filter aria-hidden className="size-2.5 shrink-0" />
            <span className="truncate"><span className="sr-only">, </span>{notes[0]}{notes.length > 1 ? <span aria-hidden>…</span> : null}</span>
          </span>
        ) : null}
        {state ? <span className="sr-only">, {state}</span> : null}
        {changed ? <span aria-hidden className="absolute top-1 right-1 size-1.5 rounded-full bg-warning" /> : null}
      </button>
    );
  },
  (a, b) => a.sign === b.sign && a.label === b.label && a.changed === b.changed && a.conflict === b.conflict && a.refused === b.refused && a.locked === b.locked && a.active === b.active && a.row === b.row && a.column === b.column,
);
