'use client';
import { useMemo, useState } from 'react';
import dynamic from 'next/dynamic';
import type { LeadFilter, LeadListQuery, LeadRating, LeadStatus } from '@/gql/leads/leads';
import { LeadListDocument } from '@/gql/leads/leads';
import { useConnection, useRecordChanges } from '@/graphql';
import { between, type BulkReport, type Column, containing, DataTable, type FilterDef, type ListState, moments, oneOf, PageHeader, sortOf, useListState, useNewParam } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText, MoneyText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { useTagPicker } from '../tags/tag-picker';
import type { LeadBulk } from './lead-bulk-dialog';
import { LeadListActions } from './lead-list-actions';
import { LeadPeek } from './lead-peek';
import { choices, leadStatusLabel, leadStatusTone, ratingLabel, ratingTone } from './lead-words';

// Fetched when they open.
const LeadBulkDialog = dynamic(() => import('./lead-bulk-dialog').then((module) => module.LeadBulkDialog), { ssr: false });
const LeadForm = dynamic(() => import('./lead-form').then((module) => module.LeadForm), { ssr: false });

type Row = LeadListQuery['leads']['nodes'][number];

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 220, sort: 'DISPLAY_NAME', cell: (lead) => lead.displayName },
  { id: 'status', header: 'Status', width: 124, sort: 'STATUS', card: 'badge', cell: (lead) => <Badge dot tone={leadStatusTone[lead.status]}>{leadStatusLabel[lead.status]}</Badge> },
  { id: 'score', header: 'Score', width: 110, align: 'end', sort: 'SCORE', cell: (lead) => <span className="flex items-center justify-end gap-2"><Badge plain dot tone={ratingTone[lead.rating]}>{ratingLabel[lead.rating]}</Badge><span className="tabular">{lead.score}</span></span> },
  { id: 'company', header: 'Company', width: 160, sort: 'COMPANY', cell: (lead) => lead.company ?? '–' },
  { id: 'email', header: 'E-mail', width: 200, hidden: true, cell: (lead) => lead.email ?? '–' },
  { id: 'phone', header: 'Telephone', width: 140, hidden: true, cell: (lead) => <span className="tabular">{lead.phone ?? '–'}</span> },
  { id: 'source', header: 'Source', width: 140, sort: 'SOURCE', card: 'none', cell: (lead) => lead.source ?? '–' },
  { id: 'budget', header: 'Budget', width: 120, align: 'end', sort: 'BUDGET_MINOR', cell: (lead) => <MoneyText money={lead.budget} style="whole" /> },
  { id: 'owner', header: 'Owner', width: 150, cell: (lead) => lead.owner?.name ?? <span className="text-faint">Nobody</span> },
  { id: 'tags', header: 'Tags', width: 180, hidden: true, cell: (lead) => lead.tags.join(', ') || '–' },
  { id: 'contact', header: 'Last contact', width: 130, sort: 'LAST_CONTACT_AT', hidden: true, cell: (lead) => <DateText value={lead.lastContactAt} format="relative" /> },
  { id: 'created', header: 'Arrived', width: 120, sort: 'CREATED_AT', card: 'none', cell: (lead) => <DateText value={lead.createdAt} /> },
];

const SORTS = ['DISPLAY_NAME', 'STATUS', 'SCORE', 'COMPANY', 'SOURCE', 'BUDGET_MINOR', 'LAST_CONTACT_AT', 'CREATED_AT'] as const;
const select = (data: LeadListQuery) => data.leads;
const rowId = (lead: Row) => lead.id;
const rowLabel = (lead: Row) => lead.displayName;

function filterOf({ filters }: ListState): LeadFilter {
  return {
    status: oneOf<LeadStatus>(filters.status), rating: oneOf<LeadRating>(filters.rating), ownerId: filters.unowned?.[0] ? { isNull: true } : oneOf(filters.owner),
    source: containing(filters.source), tags: filters.tag?.[0] ? { has: [...filters.tag] } : undefined, score: between(filters.score), createdAt: moments(filters.created),
    importId: oneOf(filters.import),
  };
}

/** Every lead the person may see: filters, search, bulk work, peek. */
export function LeadListScreen() {
  const people = usePeoplePicker();
  const tags = useTagPicker();
  const filters = useMemo<FilterDef[]>(() => [
    { id: 'status', label: 'Status', type: 'choice', options: choices(leadStatusLabel) },
    { id: 'rating', label: 'Rating', type: 'choice', options: choices(ratingLabel) },
    { id: 'owner', label: 'Owner', type: 'reference', load: people.load, resolve: people.resolve },
    { id: 'unowned', label: 'Owned by nobody', type: 'flag' },
    { id: 'source', label: 'Source', type: 'text' },
    { id: 'tag', label: 'Tag', type: 'reference', load: tags.load, resolve: tags.resolve },
    { id: 'score', label: 'Score', type: 'number' },
    { id: 'created', label: 'Arrived', type: 'date' },
    { id: 'import', label: 'Import', type: 'text' },
  ], [people, tags]);
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const source = useConnection(LeadListDocument, { first: 50, after: list.after, search: list.search || undefined, filter: filterOf(list), sort: sortOf(list.sort, SORTS) }, select);
  useRecordChanges({ subjects: ['lead'], onChange: source.refetch, onResync: source.refetch });
  const [creating, setCreating] = useNewParam();
  const canCreate = useCan('lead.create');
  const [bulk, setBulk] = useState<{ kind: LeadBulk; ids: readonly string[]; done: (report: BulkReport | null) => void } | null>(null);
  const rights = { assign: useCan('lead.assign'), tag: useCan('lead.update'), lose: useCan('lead.lose'), disqualify: useCan('lead.disqualify') };
  const ask = (kind: LeadBulk) => (rows: readonly Row[]) => new Promise<BulkReport | null>((done) => setBulk({ kind, ids: rows.map(rowId), done }));
  const actions = [
    { id: 'assign', label: 'Assign', may: rights.assign, run: ask('ASSIGN') }, { id: 'tag', label: 'Tag', may: rights.tag, run: ask('TAG') },
    { id: 'lose', label: 'Mark as lost', may: rights.lose, run: ask('LOSE') }, { id: 'disqualify', label: 'Disqualify', may: rights.disqualify, run: ask('DISQUALIFY'), danger: true },
  ].filter(({ may }) => may);
  const add = canCreate ? <Button variant="primary" onClick={() => setCreating(true)}>New lead</Button> : null;
  return (
    <>
      <PageHeader title="Leads" actions={<><LeadListActions />{add}</>} />
      <DataTable
        id="leads" what="leads" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Search leads"
        rowId={rowId} rowLabel={rowLabel} rowHref={(lead) => `/leads/${lead.id}`}
        views={[
          { id: 'all', label: 'All', query: '' }, { id: 'new', label: 'New', query: 'status=NEW' }, { id: 'open', label: 'In work', query: 'status=CONTACTED,QUALIFIED' },
          { id: 'queue', label: 'Nobody\'s', query: 'status=NEW,CONTACTED,QUALIFIED&unowned=1' }, { id: 'hot', label: 'Hot', query: 'rating=HOT&sort=-SCORE' },
        ]}
        bulk={actions} peek={(id) => <LeadPeek id={id} />}
        empty={{ title: 'No leads yet', text: 'Leads come from your public form, from a file, or by hand.', action: add ?? undefined }}
      />
      {creating ? <LeadForm onClose={() => setCreating(false)} /> : null}
      {bulk ? <LeadBulkDialog kind={bulk.kind} ids={bulk.ids} onDone={(report) => { bulk.done(report); setBulk(null); }} /> : null}
    </>
  );
}
