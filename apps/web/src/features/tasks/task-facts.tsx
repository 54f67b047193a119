'use client';
import Link from 'next/link';
import { type TaskPriority, UpdateTaskDocument, type UpdateTaskInput } from '@/gql/tasks/tasks';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, InlineSelect, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { DateText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { TagsFact } from '../tags/tags-fact';
import { minutesText, type Task } from './task-parts';

const priorityLabel: Readonly<Record<TaskPriority, string>> = { URGENT: 'Urgent', HIGH: 'High', NORMAL: 'Normal', LOW: 'Low' };
const priorities = Object.entries(priorityLabel).map(([value, label]) => ({ value, label }));
const YES_NO = [{ value: 'YES', label: 'Yes' }, { value: 'NO', label: 'No' }];
const yesNo = (yes: boolean) => YES_NO[yes ? 0 : 1]!;
const MINUTES = 60;

/** `1.5` hours as minutes; null for nothing, and for what is no number, which the server then refuses by name. */
const minutesOf = (hours: string): number | null => (hours.trim() === '' ? null : Math.round(Number(hours.replace(',', '.')) * MINUTES));

/** Facts at the side of a task, edited in their place. */
export function TaskFacts({ task, onChanged }: { task: Task; onChanged: () => void }) {
  const update = useMutationWithIdempotency(UpdateTaskDocument, (data) => data.updateTask);
  const readOnly = !useCan('task.update');
  const people = usePeoplePicker();
  const save = useFactSaver(task.version, (version, facts: Omit<UpdateTaskInput, 'id' | 'version'>) => update.run({ input: { id: task.id, version, ...facts } }), onChanged);
  const leaf = task.childrenTotal === 0;
  return (
    <FactList title="Details">
      <Fact label="Title" stack><InlineEdit label="Title" value={task.title} readOnly={readOnly} onSave={(title, force) => save({ title: title.trim() }, { field: 'title', force })} /></Fact>
      <Fact label="Project">{task.project ? <Link className="hover:underline" href={`/projects/${task.project.id}`}>{task.project.number}</Link> : '–'}</Fact>
      <Fact label="Assigned to">{task.assignees.map((person) => person.name).join(', ') || 'Nobody'}</Fact>
      <Fact label="Priority"><InlineSelect label="Priority" value={{ value: task.priority, label: priorityLabel[task.priority] }} options={priorities} readOnly={readOnly} onSave={(next, force) => save({ priority: next?.value as TaskPriority }, { field: 'priority', force })} /></Fact>
      <Fact label="Start"><InlineEdit label="Start" type="date" value={task.startOn ?? ''} display={<DateText value={task.startOn} />} readOnly={readOnly} onSave={(day, force) => save({ startOn: day || null }, { field: 'start_on', force })} /></Fact>
      <Fact label="Due"><InlineEdit label="Due" type="date" value={task.dueOn ?? ''} display={<DateText value={task.dueOn} />} readOnly={readOnly} onSave={(day, force) => save({ dueOn: day || null }, { field: 'due_on', force })} /></Fact>
      <Fact label="Estimate">
        <InlineEdit
          label="Estimate in hours" value={task.estimateMinutes === null ? '' : String(task.estimateMinutes / MINUTES)} display={task.estimateMinutes === null ? '–' : minutesText(task.estimateMinutes)} readOnly={readOnly || !leaf}
          onSave={(hours, force) => save({ estimateMinutes: minutesOf(hours) }, { field: 'estimate_minutes', force })}
        />
      </Fact>
      <Fact label="Is reviewed"><InlineSelect label="Is reviewed" value={yesNo(task.requiresReview)} options={YES_NO} readOnly={readOnly} onSave={(next, force) => save({ requiresReview: next?.value === 'YES' }, { field: 'requires_review', force })} /></Fact>
      {task.requiresReview ? <Fact label="Reviewer"><InlineSelect label="Reviewer" clearable value={task.reviewer ? { value: task.reviewer.id, label: task.reviewer.name } : null} options={people.load} readOnly={readOnly} onSave={(next, force) => save({ reviewerId: next?.value ?? null }, { field: 'reviewer_id', force })} /></Fact> : null}
      <TagsFact tags={task.labels ?? []} readOnly={readOnly} onSave={(labels, force) => save({ labels }, { field: 'labels', force })} />
      <Fact label="Client sees it"><InlineSelect label="Client sees it" value={yesNo(task.sharedWithClient)} options={YES_NO} readOnly={readOnly} onSave={(next, force) => save({ sharedWithClient: next?.value === 'YES' }, { field: 'shared_with_client', force })} /></Fact>
      {task.returns > 0 ? <Fact label="Returned">{task.returns}×</Fact> : null}
      {task.statusReason ? <Fact label="Because" stack>{task.statusReason}</Fact> : null}
      {task.overrideStatus ? <Fact label="Shown by hand" stack>{task.overrideReason ?? 'No reason was given.'}</Fact> : null}
    </FactList>
  );
}

/** What is to be done, in words; edited in its place. */
export function TaskDescription({ task, onChanged }: { task: Task; onChanged: () => void }) {
  const update = useMutationWithIdempotency(UpdateTaskDocument, (data) => data.updateTask);
  const readOnly = !useCan('task.update');
  const save = useFactSaver(task.version, (version, facts: { description: string | null }) => update.run({ input: { id: task.id, version, ...facts } }), onChanged);
  return (
    <div className="text-sm text-muted">
      <InlineEdit label="Description" type="multiline" value={task.description ?? ''} display={task.description ?? 'No description.'} readOnly={readOnly} onSave={(text, force) => save({ description: text.trim() || null }, { field: 'description', force })} />
    </div>
  );
}
