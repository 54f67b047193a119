'use client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import dynamic from 'next/dynamic';
import { ChangeTaskStatusDocument, RestoreTaskDocument, SubmitForReviewDocument, TaskDocument, type TaskStatus } from '@/gql/tasks/tasks';
import { toFailure, useMutationWithIdempotency } from '@/graphql';
import { movesOf, RecordPage, StatusControl } from '@/kit';
import { useCan } from '@/session';
import { Button, ProgressBar, VisibilityMark } from '@/ui';
import { workStatusLabel, workStatusTone } from '../projects/project-words';
import { useLiveProgress } from '../projects/use-live-progress';
import { WhyProgress } from '../projects/why-progress-later';
import { RecordSide } from '../shared/record-side';
import { recordTabs } from '../shared/record-tabs';
import { RecordTools } from '../shared/record-tools-later';
import { TaskDescription, TaskFacts } from './task-facts';
import { TaskParts, TaskTime } from './task-parts';
import { ReportSlider } from './report-slider';

// Fetched when they open.
const AssignTaskDialog = dynamic(() => import('./assign-task-dialog').then((module) => module.AssignTaskDialog), { ssr: false });
const LogTimeDialog = dynamic(() => import('./log-time-dialog').then((module) => module.LogTimeDialog), { ssr: false });
const ReviewTaskDialog = dynamic(() => import('./review-task-dialog').then((module) => module.ReviewTaskDialog), { ssr: false });
const BlockTaskDialog = dynamic(() => import('./block-task-dialog').then((module) => module.BlockTaskDialog), { ssr: false });
const CancelTaskDialog = dynamic(() => import('./cancel-task-dialog').then((module) => module.CancelTaskDialog), { ssr: false });
const TaskMenu = dynamic(() => import('./task-menu').then((module) => module.TaskMenu), { ssr: false });
const TaskForm = dynamic(() => import('./task-form').then((module) => module.TaskForm), { ssr: false });

type Dialog = 'PART' | 'ASSIGN' | 'TIME' | 'REVIEW' | 'BLOCK' | 'CANCEL' | null;

/** Which status a move of the API leads to; the others open a dialog. */
const STATUS_OF: Readonly<Record<string, TaskStatus>> = { START: 'IN_PROGRESS', PUT_BACK: 'TODO', WITHDRAW: 'IN_PROGRESS', COMPLETE: 'COMPLETED', UNBLOCK: 'IN_PROGRESS', REOPEN: 'IN_PROGRESS' };

/** The page of a task: status, share done, parts, time, reviews. */
export function TaskScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(TaskDocument, { variables: { id } });
  const [dialog, setDialog] = useState<Dialog>(null);
  const change = useMutationWithIdempotency(ChangeTaskStatusDocument, (answer) => answer.changeTaskStatus);
  const submit = useMutationWithIdempotency(SubmitForReviewDocument, (answer) => answer.submitForReview);
  const restore = useMutationWithIdempotency(RestoreTaskDocument, (answer) => answer.restoreTask);
  const again = () => void refetch();
  useLiveProgress(id, again);
  const mayCreate = useCan('task.create');
  const mayAssign = useCan('task.assign');
  const mayLog = useCan('timeEntry.create');
  const task = data?.task ?? null;
  const failure = error && !task ? toFailure(error) : null;
  const close = () => setDialog(null);
  const leaf = task !== null && task.childrenTotal === 0;
  const offers = (move: string): boolean => task?.allowedMoves.some((each) => each.move === move && each.allowed) ?? false;
  const inReview = task?.status === 'REVIEW' && (offers('ACCEPT') || offers('RETURN'));
  const run = async (move: string): Promise<{ ok: true } | { ok: false; reason: string }> => {
    if (!task) return { ok: true };
    if (move === 'ACCEPT' || move === 'RETURN') setDialog('REVIEW');
    else if (move === 'BLOCK' || move === 'CANCEL') setDialog(move);
    else {
      const target = { id, version: task.version };
      const plain = { input: target };
      const outcome = move === 'SUBMIT' ? await submit.run(plain) : move === 'RESTORE' ? await restore.run(plain) : await change.run({ input: { ...target, status: STATUS_OF[move] ?? 'IN_PROGRESS' } });
      again();
      if (!outcome.ok) return { ok: false, reason: outcome.failure.message };
    }
    return { ok: true };
  };
  return (
    <>
      <RecordPage
        what="task" loading={loading && !task} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again} title={task?.title}
        crumbs={task ? [{ label: 'Projects', href: '/projects' }, ...(task.project ? [{ label: task.project.name, href: `/projects/${task.project.id}` }] : []), ...(task.parent ? [{ label: task.parent.title, href: `/tasks/${task.parent.id}` }] : [])] : [{ label: 'My work', href: '/my-work' }]}
        status={task ? <StatusControl label={workStatusLabel[task.status]} tone={workStatusTone[task.status]} moves={movesOf(task.allowedMoves, { CANCEL: 'danger' })} onMove={(step) => run(step.id)} /> : null}
        marks={task?.sharedWithClient ? <VisibilityMark audience="client" /> : null}
        actions={task ? (
          <>
            <RecordTools subject="task" id={id} name={task.title} />
            {mayAssign ? <Button onClick={() => setDialog('ASSIGN')}>Assign</Button> : null}
            {mayLog ? <Button onClick={() => setDialog('TIME')}>Log time</Button> : null}
            {mayCreate ? <Button onClick={() => setDialog('PART')}>Add sub-task</Button> : null}
            <TaskMenu task={task} onChanged={again} />
            {inReview ? <Button variant="primary" onClick={() => setDialog('REVIEW')}>Review</Button> : null}
            {leaf && offers('START') ? <Button variant="primary" onClick={() => void run('START')}>Start</Button> : null}
            {leaf && task.status === 'IN_PROGRESS' && task.requiresReview && offers('SUBMIT') ? <Button variant="primary" onClick={() => void run('SUBMIT')}>Submit for review</Button> : null}
            {leaf && task.status === 'IN_PROGRESS' && !task.requiresReview && offers('COMPLETE') ? <Button variant="primary" onClick={() => void run('COMPLETE')}>Done</Button> : null}
          </>
        ) : null}
        banner={task ? <div className="max-w-xl"><ProgressBar basisPoints={task.progressBasisPoints} label={`Progress of ${task.title}`} size="lg" why={<WhyProgress kind="TASK" id={task.id} />} /></div> : null}
        tabs={task ? [
          { id: 'work', label: 'Work', content: <div className="flex max-w-2xl flex-col gap-6">{leaf ? <ReportSlider key={task.version} task={task} onReported={again} /> : null}<TaskDescription task={task} onChanged={again} /><TaskParts task={task} /></div> },
          { id: 'time', label: 'Time', count: task.timeEntries.nodes.length, content: <TaskTime task={task} /> },
          ...recordTabs({ subject: 'task', id, what: 'task', shareable: task.sharedWithClient, onRestored: again }),
        ] : []}
        aside={task ? <><TaskFacts task={task} onChanged={again} /><RecordSide subject="task" recordId={id} /></> : null}
      />
      {task && dialog === 'PART' ? <TaskForm projectId={task.project?.id ?? ''} parentId={task.id} onClose={close} /> : null}
      {task && dialog === 'ASSIGN' ? <AssignTaskDialog task={task} onClose={close} /> : null}
      {task && dialog === 'TIME' ? <LogTimeDialog taskId={task.id} onClose={close} /> : null}
      {task && dialog === 'REVIEW' ? <ReviewTaskDialog task={task} onClose={close} /> : null}
      {task && dialog === 'CANCEL' ? <CancelTaskDialog task={task} onClose={close} /> : null}
      {task && dialog === 'BLOCK' ? <BlockTaskDialog task={task} onClose={close} /> : null}
    </>
  );
}
