'use client';
import { OverrideTaskStatusDocument, type TaskStatus } from '@/gql/tasks/tasks';
import { FormDialog, SelectField, TextAreaField, useMutationForm } from '@/kit';
import { workStatusLabel } from '../projects/project-words';
import type { Task } from './task-parts';

const DERIVED = 'DERIVED';
const STATUSES: readonly TaskStatus[] = ['TODO', 'IN_PROGRESS', 'BLOCKED', 'REVIEW', 'COMPLETED'];

/** Makes a task with sub-tasks show another status than theirs add up to (domain.md: until the next change below it). */
export function OverrideTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const form = useMutationForm({
    document: OverrideTaskStatusDocument,
    defaults: { status: (task.overrideStatus ?? DERIVED) as string, reason: task.overrideReason ?? '' },
    variables: ({ status, reason }: { status: string; reason: string }) => ({ input: { id: task.id, version: task.version, status: status === DERIVED ? null : (status as TaskStatus), reason: reason.trim() || null } }),
    select: (data) => data.overrideTaskStatus,
    refetch: ['Task'],
    onDone: onClose,
  });
  return (
    <FormDialog open onOpenChange={onClose} title={`Show another status of ${task.title}`} description="Figures and everything above follow the sub-tasks as before. It stands until the next change below." submitLabel="Show it" form={form}>
      <SelectField name="status" label="Shown as" options={[{ value: DERIVED, label: 'What the sub-tasks say' }, ...STATUSES.map((value) => ({ value, label: workStatusLabel[value] }))]} required />
      <TextAreaField name="reason" label="Why?" rows={3} />
    </FormDialog>
  );
}
