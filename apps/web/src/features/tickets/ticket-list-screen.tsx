'use client';
import { TicketListDocument, type TicketFilter, type TicketListQuery, type TicketStatus } from '@/gql/tickets/tickets';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, type FilterDef, type ListState, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { useCan, useViewer } from '@/session';
import { Badge, Button, DateText, ProgressBar } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { useTagPicker } from '../tags/tag-picker';
import { ticketStatusLabel, ticketStatusTone } from './ticket-words';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';

const TicketSettingsDialog = dynamic(() => import('./ticket-settings-dialog').then((part) => part.TicketSettingsDialog), { ssr: false });

type Row = TicketListQuery['tickets']['nodes'][number];

const statusFilter: FilterDef = { id: 'status', label: 'Status', type: 'choice', options: Object.entries(ticketStatusLabel).map(([value, label]) => ({ value, label })) };

const columns: Column<Row>[] = [
  { id: 'title', header: 'Ticket', width: 260, sort: 'TITLE', cell: (ticket) => ticket.title },
  { id: 'number', header: 'Number', width: 100, card: 'none', cell: (ticket) => <span className="tabular text-muted">{ticket.number}</span> },
  { id: 'status', header: 'Status', width: 140, card: 'badge', sort: 'STATUS', cell: (ticket) => <Badge dot tone={ticketStatusTone[ticket.status]}>{ticketStatusLabel[ticket.status]}</Badge> },
  { id: 'complete', header: 'Requirements', width: 150, cell: (ticket) => <ProgressBar basisPoints={ticket.completenessBasisPoints} label="Requirements" size="sm" /> },
  { id: 'customer', header: 'Customer', width: 160, cell: (ticket) => ticket.customer?.name ?? '–' },
  { id: 'category', header: 'Service', width: 130, card: 'none', cell: (ticket) => ticket.category?.name ?? '–' },
  { id: 'owner', header: 'Agent', width: 134, cell: (ticket) => ticket.owner?.name ?? 'Nobody' },
  { id: 'created', header: 'Opened', width: 120, sort: 'CREATED_AT', card: 'none', cell: (ticket) => <DateText value={ticket.createdAt} format="relative" /> },
];

function filterOf(list: ListState): TicketFilter {
  return { status: oneOf<TicketStatus>(list.filters.status), ownerId: oneOf(list.filters.agent), tags: list.filters.tag?.length ? { has: [...list.filters.tag] } : undefined };
}

const SORTS = ['TITLE', 'STATUS', 'CREATED_AT'] as const;
const select = (data: TicketListQuery) => data.tickets;
const rowId = (ticket: Row) => ticket.id;

/** The tickets of support, with how complete each is. */
export function TicketListScreen() {
  const people = usePeoplePicker();
  const tags = useTagPicker();
  const viewer = useViewer();
  const decides = useCan('ticketSettings.update');
  const [deciding, setDeciding] = useState(false);
  const filters = useMemo<FilterDef[]>(() => [statusFilter, { id: 'agent', label: 'Agent', type: 'reference', load: people.load, resolve: people.resolve }, { id: 'tag', label: 'Tag', type: 'reference', load: tags.load, resolve: tags.resolve }], [people, tags]);
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const source = useConnection(TicketListDocument, { first: 50, after: list.after, search: list.search || undefined, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['ticket'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader title="Tickets" actions={decides ? <Button onClick={() => setDeciding(true)}>Automatic tickets</Button> : undefined} />
      <DataTable
        id="tickets" what="tickets" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search tickets"
        rowId={rowId} rowLabel={(ticket) => ticket.title} rowHref={(ticket) => `/tickets/${ticket.id}`}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'new', label: 'New', query: 'status=NEW' }, { id: 'mine', label: 'Mine', query: `agent=${viewer.id}` }]}
        empty={{ title: 'No tickets yet', text: 'The sales manager opens an onboarding ticket on the page of a won deal.' }}
      />
      {deciding ? <TicketSettingsDialog onClose={() => setDeciding(false)} /> : null}
    </>
  );
}
