'use client';
import { AssignTaskDocument } from '@/gql/tasks/tasks';
import { FormDialog, ReferenceField, useMutationForm } from '@/kit';
import type { Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import type { Task } from './task-parts';

/** Gives a task to somebody (stage 8). */
export function AssignTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const people = usePeoplePicker();
  const current = task.assignees[0];
  const form = useMutationForm({
    document: AssignTaskDocument,
    defaults: { assignee: current ? { value: current.id, label: current.name } : (null as Option | null) },
    variables: (values) => ({ input: { id: task.id, version: task.version, assigneeIds: values.assignee ? [values.assignee.value] : [] } }),
    select: (data) => data.assignTask,
    paths: { assigneeIds: 'assignee', 'assigneeIds.0': 'assignee' },
    refetch: ['Task'],
    onDone: onClose,
  });
  return <FormDialog open onOpenChange={onClose} title="Assign the task" submitLabel="Assign" form={form}><ReferenceField name="assignee" label="Who works on it" options={people.load} hint="Empty gives it back to the team." /></FormDialog>;
}
