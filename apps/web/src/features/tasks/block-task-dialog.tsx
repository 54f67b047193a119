'use client';
import { ChangeTaskStatusDocument } from '@/gql/tasks/tasks';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';
import type { Task } from './task-parts';

/** Marks a task as blocked and says by what. */
export function BlockTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const form = useMutationForm({
    document: ChangeTaskStatusDocument,
    defaults: { reason: '' },
    variables: (values) => ({ input: { id: task.id, version: task.version, status: 'BLOCKED' as const, reason: values.reason.trim() || null } }),
    select: (data) => data.changeTaskStatus,
    refetch: ['Task'],
    onDone: onClose,
  });
  return <FormDialog open onOpenChange={onClose} title="What blocks it?" submitLabel="Mark as blocked" form={form}><TextAreaField name="reason" label="What is in the way" required rows={3} /></FormDialog>;
}
