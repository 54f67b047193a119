'use client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { DirectoryDocument, type DirectoryQuery, PickItemsDocument, type StaffProfileFilter } from '@/gql/directory/directory';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, containing, DataTable, type FilterDef, type ListState, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { Badge, DateText, Person } from '@/ui';
import { usePeopleFilters } from '../people/use-people-choices';
import { daysText, weekText } from './directory-words';

type Row = DirectoryQuery['directory']['nodes'][number];

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 170, sort: 'NAME', cell: (one) => <Person name={one.user?.name} fallback="Somebody" /> },
  { id: 'away', header: 'Here', width: 132, card: 'badge', cell: (one) => (one.awayUntil ? <Badge tone="warning" dot>Away until <DateText value={one.awayUntil} format="day" /></Badge> : <span className="text-muted">Here</span>) },
  { id: 'title', header: 'Position', width: 150, cell: (one) => one.user?.title ?? '–' },
  { id: 'departments', header: 'Departments', width: 140, cell: (one) => one.user?.departments.map(({ name }) => name).join(', ') || '–' },
  { id: 'skills', header: 'Skills', width: 150, cell: (one) => one.skills.map(({ skill }) => skill?.label).filter(Boolean).join(', ') || '–' },
  { id: 'days', header: 'Works', width: 90, card: 'none', cell: (one) => daysText(one.workDays) },
  { id: 'capacity', header: 'Capacity', width: 112, align: 'end', card: 'none', sort: 'WEEKLY_MINUTES', cell: (one) => <span className="tabular">{weekText(one.weeklyMinutes)}</span> },
  { id: 'phone', header: 'Telephone', width: 150, hidden: true, cell: (one) => <span className="tabular">{one.phone ?? '–'}</span> },
  { id: 'location', header: 'Location', width: 150, hidden: true, cell: (one) => one.location ?? '–' },
];

const SORTS = ['NAME', 'WEEKLY_MINUTES'] as const;
const select = (data: DirectoryQuery) => data.directory;
const rowId = (one: Row) => one.id;

/** Today in the person's own zone. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

function filterOf({ filters, search }: ListState): StaffProfileFilter {
  return {
    name: search ? containing([search]) : undefined, departmentId: oneOf(filters.department), skillId: oneOf(filters.skill), awayOn: filters.away?.[0] ? { has: [today()] } : undefined,
    status: { eq: 'ACTIVE' },
  };
}

/** Everybody who works here: what they can do, when they work, who is away. */
export function DirectoryScreen() {
  const client = useApolloClient();
  const pickers = usePeopleFilters();
  const filters = useMemo<FilterDef[]>(() => {
    const skills = async () => ((await client.query({ query: PickItemsDocument, variables: { list: 'SKILL' } })).data?.pickListItems.nodes ?? []).map(({ id, label }) => ({ value: id, label }));
    return [
      { id: 'department', label: 'Department', type: 'reference', ...pickers.departments },
      { id: 'skill', label: 'Skill', type: 'reference', load: async (term) => (await skills()).filter(({ label }) => label.toLowerCase().includes(term.toLowerCase())), resolve: async (ids) => (await skills()).filter(({ value }) => ids.includes(value)) },
      { id: 'away', label: 'Away today', type: 'flag' },
    ];
  }, [client, pickers]);
  const list = useListState(filters, { sort: 'NAME' });
  const source = useConnection(DirectoryDocument, { first: 50, after: list.after, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['staffProfile', 'timeOff'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader title="Directory" />
      <DataTable
        id="directory" what="colleagues" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search names"
        rowId={rowId} rowLabel={(one) => one.user?.name ?? 'colleague'} rowHref={(one) => `/settings/directory/${one.id}`}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'away', label: 'Away today', query: 'away=1' }]}
        empty={{ title: 'Nobody works here yet', text: 'Whoever is invited as staff shows up here with their skills and working days.' }}
      />
    </>
  );
}
