'use client';
import { X } from 'lucide-react';
import { Button } from '@/ui';

export interface InboxBulkProps {
  count: number;
  /** They are settled ones. */
  done: boolean;
  onDone: () => void;
  onLater: () => void;
  onRead: (read: boolean) => void;
  onClear: () => void;
}

/** What can be done with the selected notifications. */
export function InboxBulk({ count, done, onDone, onLater, onRead, onClear }: InboxBulkProps) {
  if (count === 0) return null;
  const act = (label: string, run: () => void) => <Button size="sm" variant="ghost" className="text-text" onClick={run}>{label}</Button>;
  return (
    <div role="region" aria-label="Selection" className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-3">
      <div className="pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-xl border bg-raised p-1.5 shadow-pop animate-slide-up">
        <span className="tabular px-2.5 font-medium whitespace-nowrap" role="status">{count} selected</span>
        {act(done ? 'Back to the inbox' : 'Done', onDone)}
        {done ? null : <>{act('Put off…', onLater)}{act('Read', () => onRead(true))}{act('Unread', () => onRead(false))}</>}
        <Button size="icon-sm" variant="ghost" aria-label="Clear selection" onClick={onClear}><X aria-hidden className="size-4" /></Button>
      </div>
    </div>
  );
}
