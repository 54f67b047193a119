'use client';
import { LogTimeDocument } from '@/gql/tasks/tasks';
import { DateField, FormDialog, NumberField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

/** Time worked on a task. */
export function LogTimeDialog({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const form = useMutationForm({
    document: LogTimeDocument,
    defaults: { workedOn: new Date().toISOString().slice(0, 10) as string | null, minutes: 60 as number | null, note: '' },
    variables: (values) => ({ input: { taskId, workedOn: values.workedOn || null, minutes: values.minutes, note: values.note.trim() || null } }),
    select: (data) => data.logTime,
    refetch: ['Task'],
    onDone: () => {
      notify.success('Time logged');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Log time" submitLabel="Log time" form={form}>
      <DateField name="workedOn" label="Day" required />
      <NumberField name="minutes" label="Minutes" required min={1} step={1} unit="min" />
      <TextField name="note" label="Note" />
    </FormDialog>
  );
}
