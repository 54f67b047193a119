'use client';
import { HandOffListDocument, type HandOffListQuery, type HandOffRowFragment, type HandOffStatus } from '@/gql/hand-offs/hand-offs';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, type FilterDef, flagged, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { useViewer } from '@/session';
import { Badge, DateText } from '@/ui';
import { recordPage, subjectLabel } from '../audit/audit-words';
import { handOffStatusLabel, handOffStatusTone, openLines, partyText } from './hand-off-words';

const SUBJECTS = ['lead', 'customer', 'deal', 'ticket', 'project', 'task'];
const filters: FilterDef[] = [
  { id: 'status', label: 'Status', type: 'choice', options: Object.entries(handOffStatusLabel).map(([value, label]) => ({ value, label })) },
  { id: 'of', label: 'Kind of record', type: 'choice', options: SUBJECTS.map((subject) => ({ value: subject, label: subjectLabel(subject) })) },
  { id: 'ours', label: 'To my departments', type: 'flag' },
  { id: 'mine', label: 'To me', type: 'flag' },
  { id: 'overdue', label: 'Overdue', type: 'flag' },
];
const columns: Column<HandOffRowFragment>[] = [
  { id: 'step', header: 'What comes next', width: 210, cell: (row) => row.step },
  { id: 'record', header: 'Record', width: 180, cell: (row) => <span className="flex min-w-0 flex-col"><span className="truncate">{row.recordName ?? 'Not visible to you'}</span><span className="text-xs text-muted">{subjectLabel(row.subject)}</span></span> },
  { id: 'status', header: 'Status', width: 170, card: 'badge', cell: (row) => <span className="flex gap-1"><Badge dot tone={handOffStatusTone[row.status]}>{handOffStatusLabel[row.status]}</Badge>{row.overdue ? <Badge tone="danger">Overdue</Badge> : null}</span> },
  { id: 'from', header: 'From', width: 150, cell: (row) => partyText(row.fromUser, row.fromDepartment) },
  { id: 'to', header: 'To', width: 150, cell: (row) => partyText(row.toUser, row.toDepartment) },
  { id: 'open', header: 'Open lines', width: 96, align: 'end', cell: (row) => <span className="tabular">{openLines(row) || '–'}</span> },
  { id: 'due', header: 'Answer by', width: 150, sort: 'DUE_AT', cell: (row) => (row.status === 'OFFERED' ? <span className={row.overdue ? 'tabular text-danger-text' : 'tabular'}><DateText value={row.dueAt} format="date-time" fallback="No limit" /></span> : '–') },
  { id: 'offered', header: 'Offered', width: 130, sort: 'CREATED_AT', card: 'none', cell: (row) => <DateText value={row.offeredAt} format="relative" /> },
];
const select = (data: HandOffListQuery) => data.handOffs;
const rowId = (row: HandOffRowFragment) => row.id;

/** What was handed to whom and waits for an answer: the place where departments meet. */
export function HandOffListScreen() {
  const viewer = useViewer();
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const chosen = list.filters;
  const filter = {
    status: oneOf<HandOffStatus>(chosen.status), subject: oneOf(chosen.of), overdue: flagged(chosen.overdue),
    toDepartmentId: chosen.ours ? { in: viewer.departments.map(({ id }) => id) } : undefined,
    toUserId: chosen.mine ? { eq: viewer.id } : undefined,
  };
  const source = useConnection(HandOffListDocument, { first: 50, after: list.after, filter, sort: sortOf(list.sort, ['CREATED_AT', 'DUE_AT']) }, select);
  useRecordChanges({ subjects: ['handOff'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader title="Hand-offs" />
      <DataTable
        id="hand-offs" what="hand-offs" columns={columns} list={list} source={source} filters={filters}
        rowId={rowId} rowLabel={(row) => `${row.step}, ${row.recordName ?? subjectLabel(row.subject)}`} rowHref={(row) => recordPage(row.subject, row.recordId) ?? '/hand-offs'}
        views={[
          { id: 'all', label: 'All', query: '' }, { id: 'ours', label: 'Waiting for my departments', query: 'ours=1&status=OFFERED' },
          { id: 'mine', label: 'Waiting for me', query: 'mine=1&status=OFFERED' }, { id: 'overdue', label: 'Overdue', query: 'overdue=1' },
        ]}
        empty={{ title: 'Nothing was handed over yet', text: 'When a deal is won, a ticket is scoped or somebody presses “Hand over” on a record, it appears here with who has to act and by when.' }}
      />
    </>
  );
}
