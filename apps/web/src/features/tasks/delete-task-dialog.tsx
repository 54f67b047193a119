'use client';
import { useRouter } from 'next/navigation';
import { DeleteTaskDocument } from '@/gql/tasks/tasks';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { ConfirmDialog, notify } from '@/ui';
import type { Task } from './task-parts';

/** Deletes a task for good; with sub-tasks it asks for the name. */
export function DeleteTaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const remove = useMutationWithIdempotency(DeleteTaskDocument, (data) => data.deleteTask);
  const router = useRouter();
  const parts = task.subTasks.length;
  return (
    <ConfirmDialog
      open onOpenChange={onClose} danger title={`Delete ${task.title}?`} confirmLabel="Delete task" typeToConfirm={parts > 0 ? task.title : undefined}
      body={`${parts > 0 ? `Its ${parts} sub-task${parts === 1 ? '' : 's'} go with it. ` : ''}It cannot be taken back. To take work out of the progress and keep its history, cancel it instead.`}
      onConfirm={async () => {
        const outcome = await remove.run({ input: { id: task.id, version: task.version, withSubTasks: parts > 0 } });
        if (!outcome.ok) throw new FailureError(outcome.failure);
        notify.success('Task deleted');
        router.replace(task.parent ? `/tasks/${task.parent.id}` : task.project ? `/projects/${task.project.id}` : '/my-work');
      }}
    />
  );
}
