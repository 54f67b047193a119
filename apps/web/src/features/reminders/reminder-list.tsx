'use client';
import { AlarmClock, Check, Pencil, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { CreateReminderDocument, DeleteReminderDocument, type ReminderRowFragment, RemindersDocument, type RemindersQuery, UpdateReminderDocument } from '@/gql/reminders/reminders';
import { FailureError, useConnection, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { cn } from '@/lib/cn';
import { Badge, Button, DateText, EmptyState, ErrorState, LoadingNotice, notify, Skeleton, Tooltip } from '@/ui';
import { subjectLabel } from '../audit/audit-words';
import { pageOf } from '../notifications/notification-words';

const MoveDialog = dynamic(() => import('./move-reminder-dialog').then((module) => module.MoveReminderDialog), { ssr: false });
const select = (data: RemindersQuery) => data.reminders;
const nameOf = (row: ReminderRowFragment) => row.note ?? row.recordName ?? 'Reminder';

/** One's own reminders: those to come first, those that fired and are not done above them. */
export function ReminderList({ onNew }: { onNew: (() => void) | null }) {
  const filter = useMemo(() => ({ done: { eq: false } }), []);
  const source = useConnection(RemindersDocument, { first: 100, filter, sort: [{ field: 'DUE_AT' as const, direction: 'ASC' as const }] }, select);
  useRecordChanges({ subjects: ['reminder'], onChange: source.refetch, onResync: source.refetch });
  const [moving, setMoving] = useState<ReminderRowFragment | null>(null);
  const update = useMutationWithIdempotency(UpdateReminderDocument, (data) => data.updateReminder);
  const remove = useMutationWithIdempotency(DeleteReminderDocument, (data) => data.deleteReminder);
  const create = useMutationWithIdempotency(CreateReminderDocument, (data) => data.createReminder);
  const finish = async (row: ReminderRowFragment) => {
    const outcome = await update.run({ input: { id: row.id, version: row.version, done: true } });
    source.refetch();
    if (!outcome.ok) return notify.error('Not marked as done', outcome.failure.message);
    notify.undoable('Reminder done', async () => {
      const back = await update.run({ input: { id: row.id, version: outcome.payload.reminder?.version ?? row.version + 1, done: false } });
      source.refetch();
      if (!back.ok) throw new FailureError(back.failure);
    });
  };
  const drop = async (row: ReminderRowFragment) => {
    const outcome = await remove.run({ input: { id: row.id } });
    source.refetch();
    if (!outcome.ok) return notify.error('Not deleted', outcome.failure.message);
    const { subject, recordId, note, dueAt } = row;
    if (row.firedAt) return notify.success('Reminder deleted');
    notify.undoable('Reminder deleted', async () => {
      const back = await create.run({ input: { subject, recordId, note, dueAt } });
      source.refetch();
      if (!back.ok) throw new FailureError(back.failure);
    });
  };
  if (source.failure && source.rows.length === 0) return <ErrorState title="Your reminders could not be loaded" text={source.failure.message} onRetry={source.refetch} />;
  if (source.loading) {
    return (
      <div aria-busy="true" className="divide-y"><LoadingNotice what="reminders" />{['w-1/2', 'w-1/3', 'w-2/5'].map((width) => <div key={width} className="flex flex-col gap-2 px-4 py-3 md:px-5"><Skeleton className={width} /><Skeleton className="w-1/4 opacity-70" /></div>)}</div>
    );
  }
  if (source.rows.length === 0) return <EmptyState icon={<AlarmClock />} title="No reminders" text="Press “Remind me” on a record, a message or here; at its time it comes to your inbox and wherever else you want to be told." actions={onNew ? <Button onClick={onNew}>Remind me…</Button> : null} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-8">
      <ul aria-label="Reminders" className="divide-y">
        {source.rows.map((row) => {
          const href = pageOf('staff', row);
          return (
            <li key={row.id} className="flex min-h-14 items-center gap-3 py-2 pr-2 pl-4 hover:bg-hover md:pl-5">
              <AlarmClock aria-hidden className={cn('size-4 shrink-0', row.firedAt ? 'text-warning-text' : 'text-muted')} />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate text-sm font-medium">{href ? <Link href={href} className="hover:underline">{nameOf(row)}</Link> : nameOf(row)}</span>
                <span className="flex flex-wrap gap-x-1.5 text-xs text-muted">
                  <DateText value={row.dueAt} format="date-time" />
                  {row.subject ? <span>· {subjectLabel(row.subject)}{row.note && row.recordName ? ` ${row.recordName}` : ''}</span> : null}
                </span>
              </span>
              {row.firedAt ? <Badge tone="warning" className="max-sm:hidden">Waiting</Badge> : null}
              <Act label="Another time" name={nameOf(row)} icon={<Pencil aria-hidden className="size-4" />} run={() => setMoving(row)} />
              <Act label="Delete" name={nameOf(row)} icon={<Trash2 aria-hidden className="size-4" />} run={() => void drop(row)} />
              <Act label="Done" name={nameOf(row)} icon={<Check aria-hidden className="size-4" />} run={() => void finish(row)} />
            </li>
          );
        })}
      </ul>
      {source.hasMore ? <div className="flex justify-center py-4"><Button busy={source.loadingMore} onClick={source.loadMore}>Show more</Button></div> : null}
      {moving ? <MoveDialog reminder={moving} onClose={() => setMoving(null)} onDone={source.refetch} /> : null}
    </div>
  );
}

function Act({ label, name, icon, run }: { label: string; name: string; icon: React.ReactNode; run: () => void }) {
  return <Tooltip label={label}><Button variant="ghost" size="icon-sm" aria-label={`${label}: ${name}`} onClick={run}>{icon}</Button></Tooltip>;
}
