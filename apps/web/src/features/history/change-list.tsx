'use client';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { ChangeFactsFragment } from '@/gql/history/record-history';
import { cn } from '@/lib/cn';
import { Button, DateText } from '@/ui';
import { plainText } from './history-words';

const FEW = 5;

/** A value before or after, as people read it. */
export function ChangedValue({ kind, text, className }: { kind: ChangeFactsFragment['kind']; text: string | null; className?: string }) {
  if (text === null || text === '') return <span className={cn('text-faint italic', className)}>empty</span>;
  if (kind === 'DATE' || kind === 'DATE_TIME') return <DateText value={text} format={kind === 'DATE' ? 'date' : 'date-time'} className={className} />;
  return <span className={cn('line-clamp-4 wrap-anywhere whitespace-pre-wrap', (kind === 'NUMBER' || kind === 'MONEY') && 'tabular', className)}>{kind === 'OTHER' ? plainText(text) : text}</span>;
}

/** Field by field: its name, the value before and the value after. Of something new only what it was given. */
export function ChangeList({ changes, isNew = false }: { changes: readonly ChangeFactsFragment[]; isNew?: boolean }) {
  const [all, setAll] = useState(false);
  const told = isNew ? changes.filter(({ afterText, erased }) => erased || (afterText !== null && afterText !== '')) : changes;
  const shown = all ? told : told.slice(0, FEW);
  return (
    <div className="flex flex-col items-start gap-1">
      <dl className="flex w-full flex-col gap-1 text-sm">
        {shown.map((change) => (
          <div key={change.field} className="grid gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="truncate text-muted">{change.label}</dt>
            <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
              {isNew || change.erased ? null : (
                <>
                  <span className="sr-only">was</span>
                  <ChangedValue kind={change.kind} text={change.beforeText} className="min-w-0 text-muted" />
                  <ArrowRight aria-hidden className="size-3 shrink-0 self-center text-faint" />
                  <span className="sr-only">is</span>
                </>
              )}
              {change.erased ? <span className="text-faint italic">erased</span> : <ChangedValue kind={change.kind} text={change.afterText} className="min-w-0" />}
            </dd>
          </div>
        ))}
      </dl>
      {told.length > FEW ? (
        <Button variant="quiet" size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer fields' : `Show ${told.length - FEW} more ${told.length - FEW === 1 ? 'field' : 'fields'}`}
        </Button>
      ) : null}
    </div>
  );
}
