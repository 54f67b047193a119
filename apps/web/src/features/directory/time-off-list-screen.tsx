'use client';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { DecideTimeOffDocument, TimeOffListDocument, type TimeOffListQuery, type TimeOffStatus } from '@/gql/directory/directory';
import { useConnection, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { type Column, DataTable, days, type FilterDef, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { useCan, useViewer } from '@/session';
import { Badge, Button, DateText, notify } from '@/ui';
import { choices } from '../people/people-words';
import { usePeopleFilters } from '../people/use-people-choices';
import { timeOffLabel, timeOffTone } from './directory-words';

const DeclineDialog = dynamic(() => import('./decline-dialog').then((module) => module.DeclineDialog), { ssr: false });

type Row = TimeOffListQuery['timeOffs']['nodes'][number];
const SORTS = ['FROM', 'CREATED_AT'] as const;
const select = (data: TimeOffListQuery) => data.timeOffs;
const rowId = (row: Row) => row.id;
const nameOf = ({ user }: Row) => user?.name ?? 'Somebody';

/** Everybody's requests to be away, for those who decide: what is open first. */
export function TimeOffListScreen() {
  const me = useViewer();
  const pickers = usePeopleFilters();
  const mayDecide = useCan('timeOff.decide');
  const [declining, setDeclining] = useState<Row | null>(null);
  const decide = useMutationWithIdempotency(DecideTimeOffDocument, (data) => data.decideTimeOff);
  const filters = useMemo<FilterDef[]>(() => [
    { id: 'status', label: 'State', type: 'choice', options: choices<TimeOffStatus>(timeOffLabel) },
    { id: 'department', label: 'Department', type: 'reference', ...pickers.departments },
    { id: 'from', label: 'First day', type: 'date' },
    { id: 'all', label: 'Decided ones too', type: 'flag' },
  ], [pickers]);
  const list = useListState(filters, { sort: 'FROM' });
  // What waits for an answer, unless somebody asks for more.
  const open = !list.filters.status && !list.filters.all;
  const filter = { status: open ? { eq: 'REQUESTED' as const } : oneOf<TimeOffStatus>(list.filters.status), departmentId: oneOf(list.filters.department), from: days(list.filters.from) };
  const source = useConnection(TimeOffListDocument, { first: 50, after: list.after, filter, sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['timeOff'], onChange: source.refetch, onResync: source.refetch });
  const approve = async (row: Row) => {
    const outcome = await decide.run({ input: { id: row.id, version: row.version, approve: true } });
    if (outcome.ok) notify.success(`${nameOf(row)} is away from ${row.from}`);
    else notify.error('Not approved', outcome.failure.message);
    source.refetch();
  };
  const columns: Column<Row>[] = [
    { id: 'person', header: 'Person', width: 160, cell: nameOf },
    { id: 'days', header: 'Days', width: 200, sort: 'FROM', cell: ({ from, to }) => <span className="tabular"><DateText value={from} />{to === from ? null : <> to <DateText value={to} /></>}</span> },
    { id: 'kind', header: 'For', width: 110, cell: ({ kind }) => kind?.label ?? '–' },
    { id: 'note', header: 'Note', width: 160, cell: ({ note, reason }) => [note, reason].filter(Boolean).join(' · ') || '–' },
    { id: 'departments', header: 'Departments', width: 150, hidden: true, cell: ({ user }) => user?.departments.map(({ name }) => name).join(', ') || '–' },
    { id: 'asked', header: 'Asked', width: 120, sort: 'CREATED_AT', hidden: true, cell: ({ createdAt }) => <DateText value={createdAt} format="relative" /> },
    { id: 'status', header: 'State', width: 120, card: 'badge', cell: ({ status }) => <Badge dot tone={timeOffTone[status]}>{timeOffLabel[status]}</Badge> },
    {
      id: 'decide', header: 'Decide', width: 180, cell: (row) => row.status !== 'REQUESTED' ? (row.decidedBy ? <span className="text-muted">{row.decidedBy.name}</span> : '–')
        : !mayDecide || row.user?.id === me.id ? <span className="text-muted">Somebody else decides</span> : (
          <span className="flex gap-2">
            <Button size="sm" aria-label={`Approve for ${nameOf(row)}`} onClick={() => void approve(row)}>Approve</Button>
            <Button size="sm" variant="ghost" aria-label={`Decline for ${nameOf(row)}`} onClick={() => setDeclining(row)}>Decline</Button>
          </span>
        ),
    },
  ];
  return (
    <>
      <PageHeader title="Time off" />
      <DataTable
        id="time-off" what="requests" columns={columns} list={list} source={source} filters={filters}
        rowId={rowId} rowLabel={(row) => `${nameOf(row)}, ${row.from}`} rowHref={(row) => `/settings/directory/${row.user?.id ?? ''}`}
        views={[{ id: 'open', label: 'To decide', query: '' }, { id: 'away', label: 'Approved', query: 'status=APPROVED' }, { id: 'all', label: 'All', query: 'all=1' }]}
        empty={{ title: 'Nothing to decide', text: 'People ask for time off on their profile; whoever manages their department, or HR, answers here.' }}
      />
      {declining ? <DeclineDialog off={declining} onClose={() => setDeclining(null)} onChanged={source.refetch} /> : null}
    </>
  );
}
