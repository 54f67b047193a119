'use client';
import { Archive, Trash2, UserPlus } from 'lucide-react';
import { Suspense } from 'react';
import { type BulkAction, type Column, DataTable, type FilterDef, inBulk, PageHeader, useListState } from '@/kit';
import { Badge, Button, DateText, MoneyText, Person, ProgressBar } from '@/ui';
import { type Deal, makeDeals, stages } from './fixtures';
import { KitFrame } from './frame';
import { useFixtureSource } from './use-fixture-source';

const deals = makeDeals(8_800);
const owners = [...new Set(deals.map((deal) => deal.owner))].flatMap((name) => (name ? [{ value: name, label: name }] : []));
const stageOf = (deal: Deal) => stages.find((stage) => stage.id === deal.stage);

const filters: FilterDef[] = [
  { id: 'stage', label: 'Stage', type: 'choice', options: stages.map((stage) => ({ value: stage.id, label: stage.label })) },
  { id: 'owner', label: 'Owner', type: 'reference', load: async (term) => owners.filter((owner) => owner.label.toLowerCase().includes(term.toLowerCase())), resolve: async (ids) => owners.filter((owner) => ids.includes(owner.value)) },
  { id: 'created', label: 'Created', type: 'date' },
  { id: 'value', label: 'Value', type: 'number', unit: '€' },
  { id: 'overdue', label: 'Overdue', type: 'flag' },
];
const columns: Column<Deal>[] = [
  { id: 'name', header: 'Name', sort: 'NAME', cell: (deal) => deal.name },
  { id: 'stage', header: 'Stage', width: 130, card: 'badge', cell: (deal) => <Badge dot tone={stageOf(deal)?.tone}>{stageOf(deal)?.label}</Badge> },
  { id: 'owner', header: 'Owner', width: 170, cell: (deal) => <Person name={deal.owner} /> },
  { id: 'progress', header: 'Progress', width: 160, cell: (deal) => <ProgressBar label={`Progress of ${deal.name}`} workDone={deal.workDone} workTotal={deal.workTotal} /> },
  { id: 'value', header: 'Value', width: 130, align: 'end', sort: 'VALUE', cell: (deal) => <MoneyText amountMinor={deal.amountMinor} currency={deal.currency} /> },
  { id: 'created', header: 'Created', width: 130, sort: 'CREATED_AT', cell: (deal) => <DateText value={deal.createdAt} /> },
  { id: 'company', header: 'Company', width: 170, hidden: true, cell: (deal) => deal.company },
];
const rowId = (deal: Deal) => deal.id;
const rowLabel = (deal: Deal) => deal.name;
const rowHref = () => '/kit/record';

const bulk: BulkAction<Deal>[] = [
  { id: 'assign', label: 'Assign', icon: <UserPlus aria-hidden className="size-3.5" />, run: async (rows) => ({ ...(await inBulk(rows, rowId, rowLabel, async (row) => (row.stage === 'LOST' ? 'The deal is lost' : null))) }) },
  { id: 'archive', label: 'Archive', icon: <Archive aria-hidden className="size-3.5" />, run: async (rows) => ({ done: rows.length, skipped: [], undo: async () => undefined }) },
  {
    id: 'delete',
    label: 'Delete',
    danger: true,
    icon: <Trash2 aria-hidden className="size-3.5" />,
    confirm: (rows) => ({ title: `Delete ${rows.length} deals?`, body: 'They go to the bin for thirty days.', confirmLabel: 'Delete deals' }),
    run: async (rows) => ({ done: rows.length, skipped: [] }),
  },
];

function List() {
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const source = useFixtureSource(deals, list);
  return (
    <>
      <PageHeader title="Deals" actions={<Button variant="primary">New deal</Button>} />
      <DataTable
        id="kit-deals"
        what="deals"
        columns={columns}
        list={list}
        source={source}
        filters={filters}
        searchPlaceholder="Search deals"
        views={[
          { id: 'all', label: 'All', query: '' },
          { id: 'open', label: 'Open', query: 'stage=PROSPECTING,ENGAGING,PROPOSAL' },
          { id: 'won', label: 'Won', query: 'stage=WON&sort=-VALUE' },
        ]}
        rowId={rowId}
        rowLabel={rowLabel}
        rowHref={rowHref}
        bulk={bulk}
        peek={(_, deal) => (deal ? <div className="flex flex-col gap-3"><h2 className="text-md font-semibold">{deal.name}</h2><MoneyText amountMinor={deal.amountMinor} currency={deal.currency} /></div> : <p>Not loaded</p>)}
        empty={{ title: 'No deals yet', text: 'A deal begins when a qualified lead is converted.', action: <Button variant="primary">New deal</Button> }}
      />
    </>
  );
}

/** A list of 8,800 rows. */
export function ListDemo() {
  return (
    <KitFrame>
      <Suspense>
        <List />
      </Suspense>
    </KitFrame>
  );
}
