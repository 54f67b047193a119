'use client';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { type ChangeFactsFragment, type HistoryEntryFragment, RestoreRecordFieldsDocument } from '@/gql/history/record-history';
import { useMutationWithIdempotency } from '@/graphql';
import { Button, Checkbox, DateText, Dialog, notify } from '@/ui';
import { ChangedValue } from './change-list';
import { sameValue, whoDid } from './history-words';

export interface RestoreDialogProps {
  subject: string;
  id: string;
  version: number;
  entry: HistoryEntryFragment;
  /** What fields hold now; changes when the history is loaded again. */
  now: ReadonlyMap<string, ChangeFactsFragment>;
  onClose: () => void;
  /** Somebody changed the record meanwhile: load the history again. */
  onStale: () => void;
  onDone: () => void;
}

/** Chooses fields of an entry and shows what each holds now and what it would hold again. */
export function RestoreDialog({ subject, id, version, entry, now, onClose, onStale, onDone }: RestoreDialogProps) {
  const offered = entry.changes.filter(({ field }) => entry.restorable.includes(field));
  const different = ({ field, before }: ChangeFactsFragment) => !sameValue(now.get(field)?.after, before);
  const [chosen, setChosen] = useState<readonly string[]>(() => offered.filter(different).map(({ field }) => field));
  const [seen] = useState(now);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = useMutationWithIdempotency(RestoreRecordFieldsDocument, (data) => data.restoreRecordFields);
  const fields = offered.filter((change) => chosen.includes(change.field) && different(change)).map(({ field }) => field);
  const moved = offered.filter(({ field }) => !sameValue(now.get(field)?.after, seen.get(field)?.after));
  const submit = async () => {
    setProblem(null);
    const outcome = await restore.run({ input: { subject, id, version, eventId: entry.id, fields } });
    if (outcome.ok) {
      notify.success(fields.length === 1 ? 'The value is restored' : `${fields.length} values are restored`);
      onDone();
      onClose();
      return;
    }
    if (outcome.failure.code === 'CONFLICT') {
      setProblem('Somebody changed this record while you were looking. “Now” shows what it holds since then: check it, and restore again to replace it.');
      onStale();
    } else setProblem(outcome.failure.message);
  };
  return (
    <Dialog
      open onOpenChange={onClose} title="Restore earlier values"
      description={<>As they were before “{entry.title}” by {whoDid(entry)}, <DateText value={entry.occurredAt} format="date-time" />. This is an edit like any other: it shows in the history and can be restored as well.</>}
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" disabled={fields.length === 0} busy={restore.busy} onClick={() => void submit()}>{fields.length === 1 ? 'Restore 1 field' : `Restore ${fields.length} fields`}</Button></>}
    >
      <ul className="divide-y rounded-lg border">
        {offered.map((change) => {
          const present = now.get(change.field) ?? change;
          const open = different(change);
          return (
            <li key={change.field} className="flex flex-col gap-1 px-3 py-2.5">
              <label className="flex min-h-6 items-center gap-2 text-sm font-medium">
                <Checkbox
                  checked={open && chosen.includes(change.field)} disabled={!open} aria-label={change.label}
                  onCheckedChange={(checked) => setChosen(checked === true ? [...chosen, change.field] : chosen.filter((field) => field !== change.field))}
                />
                {change.label}
                {moved.includes(change) ? <span className="text-xs font-normal text-warning-text">changed meanwhile</span> : null}
              </label>
              {open ? (
                <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-2 pl-6 text-sm">
                  <div><span className="block text-xs text-muted">Now</span><ChangedValue kind={present.kind} text={present.afterText} /></div>
                  <ArrowRight aria-hidden className="size-3.5 text-faint" />
                  <div><span className="block text-xs text-muted">Will be again</span><ChangedValue kind={change.kind} text={change.beforeText} className="font-medium" /></div>
                </div>
              ) : <p className="pl-6 text-sm text-muted">Holds this value already: <ChangedValue kind={change.kind} text={change.beforeText} /></p>}
            </li>
          );
        })}
      </ul>
      {problem ? <p role="alert" className="mt-3 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger-text">{problem}</p> : null}
    </Dialog>
  );
}
