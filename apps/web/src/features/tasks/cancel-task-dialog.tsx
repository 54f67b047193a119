'use client';
import { CancelTaskDocument } from '@/gql/tasks/tasks';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';
import type { Task } from './task-parts';

/** Takes a task with everything below it out of the progress above. */
export function CancelTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const form = useMutationForm({
    document: CancelTaskDocument,
    defaults: { reason: '' },
    variables: (values) => ({ input: { id: task.id, version: task.version, reason: values.reason.trim() || null } }),
    select: (data) => data.cancelTask,
    refetch: ['Task'],
    onDone: onClose,
  });
  return <FormDialog open onOpenChange={onClose} title={`Cancel ${task.title}`} description="It no longer counts, with everything below it. The cancellation can be taken back." submitLabel="Cancel task" form={form}><TextAreaField name="reason" label="Why?" rows={3} /></FormDialog>;
}
