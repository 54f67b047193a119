'use client';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ClaimTaskDocument } from '@/gql/tasks/tasks';
import { useMutationWithIdempotency } from '@/graphql';
import { useCan } from '@/session';
import { Button, DropdownMenu, notify } from '@/ui';
import type { Task } from './task-parts';

// Fetched when they open.
const DeleteTaskDialog = dynamic(() => import('./delete-task-dialog').then((module) => module.DeleteTaskDialog), { ssr: false });
const OverrideTaskDialog = dynamic(() => import('./override-task-dialog').then((module) => module.OverrideTaskDialog), { ssr: false });

/** What is done with a task now and then; nothing is drawn for those who may do none of it. */
export function TaskMenu({ task, onChanged }: { task: Task; onChanged: () => void }) {
  const [dialog, setDialog] = useState<'DELETE' | 'OVERRIDE' | null>(null);
  const claim = useMutationWithIdempotency(ClaimTaskDocument, (data) => data.claimTask);
  const may = { claim: useCan('task.claim'), override: useCan('task.override'), remove: useCan('task.delete') };
  const inner = task.childrenTotal > 0;
  const items = [
    ...(may.claim && !inner && task.assignees.length === 0 ? [{ id: 'claim', label: 'Take this task', onSelect: () => void take() }] : []),
    ...(may.override && inner ? [{ id: 'override', label: 'Show another status…', onSelect: () => setDialog('OVERRIDE') }] : []),
    ...(may.remove ? [{ id: 'delete', label: 'Delete…', danger: true, onSelect: () => setDialog('DELETE') }] : []),
  ];
  const take = async (): Promise<void> => {
    const outcome = await claim.run({ input: { id: task.id, version: task.version } });
    onChanged();
    if (outcome.ok) notify.success('The task is yours');
    else notify.error('Not taken', outcome.failure.message);
  };
  if (items.length === 0) return null;
  return (
    <>
      <DropdownMenu trigger={<Button variant="ghost" size="icon" aria-label="More"><Ellipsis aria-hidden className="size-4" /></Button>} align="end" groups={[{ id: 'task', items }]} />
      {dialog === 'DELETE' ? <DeleteTaskDialog task={task} onClose={() => setDialog(null)} /> : null}
      {dialog === 'OVERRIDE' ? <OverrideTaskDialog task={task} onClose={() => setDialog(null)} /> : null}
    </>
  );
}
