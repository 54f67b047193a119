'use client';
import { useMemo } from 'react';
import dynamic from 'next/dynamic';
import type { CustomerFilter, CustomerKind, CustomerLifeCycle, CustomerListQuery } from '@/gql/customers/customers';
import { CustomerListDocument } from '@/gql/customers/customers';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, containing, DataTable, type FilterDef, type ListState, moments, oneOf, PageHeader, sortOf, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { useTagPicker } from '../tags/tag-picker';
import { CustomerPeek } from './customer-peek';
import { choices, kindLabel, lifeCycleLabel, lifeCycleTone } from './customer-words';

// Fetched when they open.
const CustomerForm = dynamic(() => import('./customer-form').then((module) => module.CustomerForm), { ssr: false });

type Row = CustomerListQuery['customers']['nodes'][number];

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 260, sort: 'NAME', cell: (customer) => customer.name },
  { id: 'lifeCycle', header: 'Life cycle', width: 124, sort: 'LIFE_CYCLE', card: 'badge', cell: (customer) => <Badge dot tone={lifeCycleTone[customer.lifeCycle]}>{lifeCycleLabel[customer.lifeCycle]}</Badge> },
  { id: 'industry', header: 'Industry', width: 160, sort: 'INDUSTRY', cell: (customer) => customer.industry ?? '–' },
  { id: 'email', header: 'E-mail', width: 200, card: 'none', cell: (customer) => customer.email ?? '–' },
  { id: 'phone', header: 'Telephone', width: 150, hidden: true, cell: (customer) => <span className="tabular">{customer.phone ?? '–'}</span> },
  { id: 'kind', header: 'Kind', width: 100, hidden: true, cell: (customer) => kindLabel[customer.kind] },
  { id: 'tags', header: 'Tags', width: 160, hidden: true, cell: (customer) => customer.tags?.join(', ') || '–' },
  { id: 'owner', header: 'Owner', width: 160, cell: (customer) => customer.owner?.name ?? '–' },
  { id: 'created', header: 'Since', width: 120, sort: 'CREATED_AT', card: 'none', cell: (customer) => <DateText value={customer.createdAt} /> },
];

const SORTS = ['NAME', 'LIFE_CYCLE', 'INDUSTRY', 'CREATED_AT'] as const;
const select = (data: CustomerListQuery) => data.customers;
const rowId = (customer: Row) => customer.id;

function filterOf({ filters }: ListState): CustomerFilter {
  return {
    lifeCycle: oneOf<CustomerLifeCycle>(filters.life), kind: oneOf<CustomerKind>(filters.kind), ownerId: oneOf(filters.owner), industry: containing(filters.industry),
    tags: filters.tag?.[0] ? { has: [...filters.tag] } : undefined, createdAt: moments(filters.created),
  };
}

/** Every customer the person may see. */
export function CustomerListScreen() {
  const people = usePeoplePicker();
  const tags = useTagPicker();
  const filters = useMemo<FilterDef[]>(() => [
    { id: 'life', label: 'Life cycle', type: 'choice', options: choices(lifeCycleLabel) },
    { id: 'kind', label: 'Kind', type: 'choice', options: choices(kindLabel) },
    { id: 'owner', label: 'Owner', type: 'reference', load: people.load, resolve: people.resolve },
    { id: 'industry', label: 'Industry', type: 'text' },
    { id: 'tag', label: 'Tag', type: 'reference', load: tags.load, resolve: tags.resolve },
    { id: 'created', label: 'Since', type: 'date' },
  ], [people, tags]);
  const list = useListState(filters, { sort: 'NAME' });
  const source = useConnection(CustomerListDocument, { first: 50, after: list.after, search: list.search || undefined, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['customer'], onChange: source.refetch, onResync: source.refetch });
  const [creating, setCreating] = useNewParam();
  const canCreate = useCan('customer.create');
  const add = canCreate ? <Button variant="primary" onClick={() => setCreating(true)}>New customer</Button> : null;
  return (
    <>
      <PageHeader title="Customers" actions={add} />
      <DataTable
        id="customers" what="customers" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search customers"
        rowId={rowId} rowLabel={(customer) => customer.name} rowHref={(customer) => `/customers/${customer.id}`}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'customers', label: 'Have bought', query: 'life=CUSTOMER' }, { id: 'prospects', label: 'Prospects', query: 'life=PROSPECT' }]}
        peek={(id) => <CustomerPeek id={id} />}
        empty={{ title: 'No customers yet', text: 'Customers come from converted leads, or by hand.', action: add ?? undefined }}
      />
      {creating ? <CustomerForm onClose={() => setCreating(false)} /> : null}
    </>
  );
}
