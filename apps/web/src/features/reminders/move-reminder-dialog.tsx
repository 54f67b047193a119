'use client';
import { useState } from 'react';
import { type ReminderRowFragment, UpdateReminderDocument } from '@/gql/reminders/reminders';
import { useMutationWithIdempotency } from '@/graphql';
import { Dialog, notify } from '@/ui';
import { LaterChoices } from '../notifications/later-choices';

/** Another time for a reminder; one that fired already fires again then. */
export function MoveReminderDialog({ reminder, onClose, onDone }: { reminder: ReminderRowFragment; onClose: () => void; onDone: () => void }) {
  const update = useMutationWithIdempotency(UpdateReminderDocument, (data) => data.updateReminder);
  const [problem, setProblem] = useState<string | null>(null);
  const move = async (at: Date) => {
    const outcome = await update.run({ input: { id: reminder.id, version: reminder.version, dueAt: at.toISOString() } });
    onDone();
    if (!outcome.ok) return setProblem(outcome.failure.message);
    notify.success('Moved', reminder.note ?? reminder.recordName ?? undefined);
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} size="sm" title="Another time" description={reminder.note ?? reminder.recordName ?? undefined}>
      <LaterChoices verb="Move" busy={update.busy} onChoose={(at) => void move(at)} />
      {problem ? <p role="alert" className="mt-3 text-sm text-danger-text">{problem}</p> : null}
    </Dialog>
  );
}
