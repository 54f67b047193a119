import { FileUp } from 'lucide-react';
import type { HistoryEntryFragment } from '@/gql/history/record-history';
import { cn } from '@/lib/cn';
import { toneFill } from '@/lib/tone';
import { Badge, Button, DateText } from '@/ui';
import { ChangeList } from './change-list';
import { beginsRecord, toneOfKind, whoDid } from './history-words';

/** One thing that happened to a record: what, who, when, and each field before and after. */
export function HistoryEntryItem({ entry, onRestore }: { entry: HistoryEntryFragment; onRestore: (() => void) | null }) {
  const isNew = beginsRecord(entry.kind);
  return (
    <li className="relative flex gap-3 pb-5">
      <span aria-hidden className={cn('z-1 mt-1.5 size-2.5 shrink-0 rounded-full ring-4 ring-surface', toneFill[toneOfKind(entry.kind)])} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="text-sm font-semibold">{entry.title}</h2>
          <span className="text-sm text-muted">{whoDid(entry)}</span>
          <DateText value={entry.occurredAt} format="relative" className="text-xs text-faint" />
          {entry.historical ? <Badge icon={<FileUp aria-hidden />}>Imported</Badge> : null}
          {onRestore ? <Button size="sm" variant="ghost" className="ml-auto" aria-label={`Restore values before “${entry.title}”`} onClick={onRestore}>Restore…</Button> : null}
        </div>
        {entry.note ? <p className="rounded-md border bg-raised p-2.5 text-sm whitespace-pre-wrap">{entry.note}</p> : null}
        {/* The edit itself is an entry of its own. */}
        {entry.changes.length > 0 && !entry.kind.endsWith('.fieldsRestored') ? <ChangeList changes={entry.changes} isNew={isNew} /> : null}
      </div>
    </li>
  );
}
