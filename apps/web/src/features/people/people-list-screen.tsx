'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { PeopleListDocument, type PeopleListQuery, type UserFilter, type UserStatus, type UserTier } from '@/gql/people/people';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, type FilterDef, type ListState, moments, oneOf, PageHeader, sortOf, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText, Person } from '@/ui';
import { choices, rolesText, statusLabel, statusTone, tierLabel } from './people-words';
import { usePeopleFilters } from './use-people-choices';

// Fetched when it opens.
const InviteForm = dynamic(() => import('./invite-form').then((module) => module.InviteForm), { ssr: false });

type Row = PeopleListQuery['users']['nodes'][number];

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 200, sort: 'NAME', cell: (person) => <Person name={person.name} /> },
  { id: 'status', header: 'State', width: 132, card: 'badge', cell: (person) => <Badge dot tone={statusTone[person.status]}>{statusLabel[person.status]}</Badge> },
  { id: 'roles', header: 'Roles', width: 210, cell: (person) => rolesText(person.roles) || <span className="text-faint">No role</span> },
  { id: 'departments', header: 'Departments', width: 160, cell: (person) => person.departments.map(({ name }) => name).join(', ') || '–' },
  { id: 'tier', header: 'Kind', width: 116, card: 'none', cell: (person) => tierLabel[person.tier] },
  { id: 'lastSignIn', header: 'Last sign-in', width: 128, sort: 'LAST_SIGN_IN_AT', cell: (person) => <DateText value={person.lastSignInAt} format="relative" fallback="Never" /> },
  { id: 'title', header: 'Position', width: 160, hidden: true, cell: (person) => person.title ?? '–' },
  { id: 'email', header: 'E-mail', width: 220, hidden: true, sort: 'EMAIL', cell: (person) => person.email },
  { id: 'created', header: 'Since', width: 120, hidden: true, sort: 'CREATED_AT', cell: (person) => <DateText value={person.createdAt} /> },
];

const SORTS = ['NAME', 'EMAIL', 'LAST_SIGN_IN_AT', 'CREATED_AT'] as const;
const select = (data: PeopleListQuery) => data.users;
const rowId = (person: Row) => person.id;

function filterOf({ filters }: ListState): UserFilter {
  return {
    departmentId: oneOf(filters.department), roleId: oneOf(filters.role), tier: oneOf<UserTier>(filters.kind), status: oneOf<UserStatus>(filters.state),
    lastSignInAt: filters.never?.[0] ? { isNull: true } : moments(filters.seen),
  };
}

/** Everybody with an account: who they are here, what they may do, when they were last in. */
export function PeopleListScreen() {
  const pickers = usePeopleFilters();
  const filters = useMemo<FilterDef[]>(() => [
    { id: 'department', label: 'Department', type: 'reference', ...pickers.departments },
    { id: 'role', label: 'Role', type: 'reference', ...pickers.roles },
    { id: 'kind', label: 'Kind', type: 'choice', options: choices(tierLabel) },
    { id: 'state', label: 'State', type: 'choice', options: choices(statusLabel) },
    { id: 'seen', label: 'Last sign-in', type: 'date' },
    { id: 'never', label: 'Never signed in', type: 'flag' },
  ], [pickers]);
  const list = useListState(filters, { sort: 'NAME' });
  const source = useConnection(PeopleListDocument, { first: 50, after: list.after, search: list.search || undefined, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['user'], onChange: source.refetch, onResync: source.refetch });
  const [inviting, setInviting] = useNewParam();
  const mayInvite = useCan('user.create');
  const invite = mayInvite ? <Button variant="primary" onClick={() => setInviting(true)}>Invite</Button> : null;
  return (
    <>
      <PageHeader title="People" actions={invite} />
      <DataTable
        id="people" what="people" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search people"
        rowId={rowId} rowLabel={(person) => person.name} rowHref={(person) => `/settings/people/${person.id}`}
        views={[
          { id: 'all', label: 'All', query: '' }, { id: 'staff', label: 'Staff', query: 'kind=EMPLOYEE,ADMIN' }, { id: 'clients', label: 'Clients', query: 'kind=CLIENT' },
          { id: 'invited', label: 'Invited', query: 'state=INVITED' }, { id: 'gone', label: 'Deactivated', query: 'state=INACTIVE' },
        ]}
        empty={{ title: 'Nobody here yet', text: 'Invite the first colleague: they get an e-mail and choose their own password.', action: invite ?? undefined }}
      />
      {inviting ? <InviteForm onClose={() => setInviting(false)} /> : null}
    </>
  );
}
