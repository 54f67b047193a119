'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { DealFilter, DealListQuery, DealStatus } from '@/gql/deals/deals';
import { DealListDocument } from '@/gql/deals/deals';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, days, type FilterDef, type ListState, oneOf, PageHeader, sortOf, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText, MoneyText, PercentText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { useTagPicker } from '../tags/tag-picker';
import { DealPeek } from './deal-peek';
import { DealViewSwitch } from './deal-view-switch';
import { dealStatusLabel, dealStatusTone } from './deal-words';

// Fetched when they open.
const DealForm = dynamic(() => import('./deal-form').then((module) => module.DealForm), { ssr: false });

type Row = DealListQuery['deals']['nodes'][number];

const plainFilters: FilterDef[] = [
  { id: 'status', label: 'Status', type: 'choice', options: [{ value: 'OPEN', label: 'Open' }, { value: 'WON', label: 'Won' }, { value: 'LOST', label: 'Lost' }] },
  { id: 'close', label: 'Expected close', type: 'date' },
];

const columns: Column<Row>[] = [
  { id: 'name', header: 'Deal', width: 200, sort: 'NAME', cell: (deal) => deal.name },
  { id: 'number', header: 'Number', width: 100, card: 'none', cell: (deal) => <span className="tabular text-muted">{deal.number}</span> },
  { id: 'status', header: 'Status', width: 100, card: 'badge', cell: (deal) => <Badge dot tone={dealStatusTone[deal.status]}>{dealStatusLabel[deal.status]}</Badge> },
  { id: 'stage', header: 'Stage', width: 116, cell: (deal) => deal.stage?.name ?? '–' },
  { id: 'customer', header: 'Customer', width: 160, cell: (deal) => deal.customer?.name ?? '–' },
  { id: 'amount', header: 'Amount', width: 104, align: 'end', sort: 'AMOUNT_MINOR', cell: (deal) => <MoneyText money={deal.amount} style="whole" /> },
  { id: 'probability', header: 'Chance', width: 96, align: 'end', card: 'none', sort: 'PROBABILITY', cell: (deal) => <PercentText basisPoints={deal.probability * 100} /> },
  { id: 'owner', header: 'Owner', width: 144, card: 'none', cell: (deal) => deal.owner?.name ?? '–' },
  { id: 'close', header: 'Expected close', width: 130, sort: 'EXPECTED_CLOSE', hidden: true, cell: (deal) => <DateText value={deal.expectedClose} /> },
  { id: 'created', header: 'Created', width: 120, sort: 'CREATED_AT', card: 'none', cell: (deal) => <DateText value={deal.createdAt} /> },
];

function filterOf(list: ListState): DealFilter {
  return { status: oneOf<DealStatus>(list.filters.status), ownerId: oneOf(list.filters.owner), expectedClose: days(list.filters.close), tags: list.filters.tag?.length ? { has: [...list.filters.tag] } : undefined };
}

const SORTS = ['NAME', 'AMOUNT_MINOR', 'PROBABILITY', 'EXPECTED_CLOSE', 'CREATED_AT'] as const;
const select = (data: DealListQuery) => data.deals;
const rowId = (deal: Row) => deal.id;

/** Every deal as a list: filters, sorting, peek. */
export function DealListScreen() {
  const people = usePeoplePicker();
  const tags = useTagPicker();
  const filters = useMemo<FilterDef[]>(() => [...plainFilters, { id: 'owner', label: 'Owner', type: 'reference', load: people.load, resolve: people.resolve }, { id: 'tag', label: 'Tag', type: 'reference', load: tags.load, resolve: tags.resolve }], [people, tags]);
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const source = useConnection(DealListDocument, { first: 50, after: list.after, search: list.search || undefined, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  const [creating, setCreating] = useNewParam();
  const canCreate = useCan('deal.create');
  useRecordChanges({ subjects: ['deal'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader
        title="Deals"
        actions={
          <>
            <DealViewSwitch value="list" query={list.query} />
            {canCreate ? <Button variant="primary" onClick={() => setCreating(true)}>New deal</Button> : null}
          </>
        }
      />
      <DataTable
        id="deals" what="deals" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search deals"
        rowId={rowId} rowLabel={(deal) => deal.name} rowHref={(deal) => `/deals/${deal.id}`}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'open', label: 'Open', query: 'status=OPEN' }, { id: 'won', label: 'Won', query: 'status=WON' }]}
        peek={(id) => <DealPeek id={id} />}
        empty={{ title: 'No deals yet', text: 'Deals come from converted leads, or by hand.', action: canCreate ? <Button onClick={() => setCreating(true)}>New deal</Button> : undefined }}
      />
      {creating ? <DealForm onClose={() => setCreating(false)} /> : null}
    </>
  );
}
