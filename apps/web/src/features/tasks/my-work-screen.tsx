'use client';
import { useMemo } from 'react';
import { MyWorkDocument, type MyWorkQuery, type TaskFilter } from '@/gql/tasks/tasks';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, type FilterDef, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { useViewer } from '@/session';
import { Badge, DateText, ProgressBar } from '@/ui';
import { workStatusLabel, workStatusTone } from '../projects/project-words';

type Row = MyWorkQuery['tasks']['nodes'][number];

const filters: FilterDef[] = [
  { id: 'when', label: 'When', type: 'choice', single: true, options: [{ value: 'overdue', label: 'Overdue' }, { value: 'today', label: 'Today' }, { value: 'week', label: 'Next 7 days' }, { value: 'later', label: 'Later' }] },
  { id: 'status', label: 'Status', type: 'choice', options: Object.entries(workStatusLabel).map(([value, label]) => ({ value, label })) },
];

const columns: Column<Row>[] = [
  { id: 'title', header: 'Task', width: 300, sort: 'TITLE', cell: (task) => <>{task.title}{task.returns > 0 ? <span className="ml-2 text-xs text-warning-text md:hidden">{task.returns}× returned</span> : null}</> },
  { id: 'project', header: 'Project', width: 200, cell: (task) => (task.project ? `${task.project.number} ${task.project.name}` : '–') },
  { id: 'status', header: 'Status', width: 130, card: 'badge', cell: (task) => <Badge dot tone={workStatusTone[task.status]}>{workStatusLabel[task.status]}</Badge> },
  { id: 'due', header: 'Due', width: 110, sort: 'DUE_ON', cell: (task) => <DateText value={task.dueOn} format="day" /> },
  { id: 'progress', header: 'Progress', width: 140, cell: (task) => <ProgressBar basisPoints={task.progressBasisPoints} label={`Progress of ${task.title}`} size="sm" /> },
  { id: 'returns', header: 'Returned', width: 90, align: 'end', card: 'none', cell: (task) => (task.returns > 0 ? <span className="tabular text-warning-text">{task.returns}×</span> : '') },
];

/** The days a choice of "When" stands for, as a filter on the due day. */
export function dueFilter(when: string | undefined, today: Date = new Date()): TaskFilter['dueOn'] {
  const day = (plus: number) => new Date(today.getTime() + plus * 86_400_000).toISOString().slice(0, 10);
  if (when === 'overdue') return { lt: day(0) };
  if (when === 'today') return { eq: day(0) };
  if (when === 'week') return { gt: day(0), lte: day(7) };
  if (when === 'later') return { gt: day(7) };
  return undefined;
}

const SORTS = ['TITLE', 'DUE_ON'] as const;
const select = (data: MyWorkQuery) => data.tasks;
const rowId = (task: Row) => task.id;

/** What the person has to do, by when. Only pieces of work without parts: the others follow them. */
export function MyWorkScreen() {
  const viewer = useViewer();
  const list = useListState(filters, { sort: 'DUE_ON' });
  const when = list.filters.when?.[0];
  const statuses = list.filters.status;
  const filter = useMemo<TaskFilter>(
    () => ({ assigneeId: { eq: viewer.id }, leaf: { eq: true }, dueOn: dueFilter(when), ...(statuses?.length ? { status: oneOf(statuses) as TaskFilter['status'] } : { open: { eq: true } }) }),
    [viewer.id, when, statuses],
  );
  const source = useConnection(MyWorkDocument, { first: 50, after: list.after, filter, sort: sortOf(list.sort, SORTS), search: list.search || undefined }, select);
  useRecordChanges({ subjects: ['task'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader title="My work" />
      <DataTable
        id="my-work" what="tasks" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search my tasks"
        rowId={rowId} rowLabel={(task) => task.title} rowHref={(task) => `/tasks/${task.id}`}
        views={[{ id: 'all', label: 'Open', query: '' }, { id: 'overdue', label: 'Overdue', query: 'when=overdue' }, { id: 'today', label: 'Today', query: 'when=today' }, { id: 'week', label: 'This week', query: 'when=week' }, { id: 'later', label: 'Later', query: 'when=later' }]}
        empty={{ title: 'Nothing to do', text: 'Tasks that a lead assigns to you appear here at once.' }}
      />
    </>
  );
}
