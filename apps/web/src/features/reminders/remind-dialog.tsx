'use client';
import { useState } from 'react';
import { CreateReminderDocument } from '@/gql/reminders/reminders';
import { useMutationWithIdempotency } from '@/graphql';
import { formatRelative } from '@/lib/format';
import { useLocale } from '@/lib/locale';
import { Dialog, Field, Input, notify } from '@/ui';
import { LaterChoices } from '../notifications/later-choices';

export interface RemindDialogProps {
  /** What it is about; null for something of one's own, which then needs a note. */
  record: { subject: string; id: string; name: string } | null;
  onClose: () => void;
}

/** When one wants to be reminded, of a record or of a note. */
export function RemindDialog({ record, onClose }: RemindDialogProps) {
  const { locale } = useLocale();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const create = useMutationWithIdempotency(CreateReminderDocument, (data) => data.createReminder, { refetch: ['Reminders'] });
  const remind = async (at: Date) => {
    if (!record && !note.trim()) {
      setProblem('Say what it is about.');
      return;
    }
    setProblem(null);
    const outcome = await create.run({ input: { subject: record?.subject ?? null, recordId: record?.id ?? null, note: note.trim() || null, dueAt: at.toISOString() } });
    if (!outcome.ok) return setProblem(outcome.failure.message);
    notify.success(`You will be reminded ${formatRelative(at, new Date(), locale)}`, record?.name ?? note.trim());
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} size="sm" title="Remind me" description={record ? `Of ${record.name}. Only you are told.` : 'Only you are told.'}>
      <div className="flex flex-col gap-4">
        <Field label={record ? 'What for' : 'What about'} required={!record} error={problem}>
          {(control) => <Input {...control} autoFocus={!record} maxLength={500} placeholder={record ? 'Ask about the contract' : 'Call the bank'} value={note} onChange={(event) => { setNote(event.target.value); setProblem(null); }} />}
        </Field>
        <LaterChoices verb="Remind me" busy={create.busy} onChoose={(at) => void remind(at)} />
      </div>
    </Dialog>
  );
}
