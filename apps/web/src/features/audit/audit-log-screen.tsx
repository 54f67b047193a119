'use client';
import { RefreshCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { AuditLogDocument, type AuditLogQuery, type AuditRowFragment } from '@/gql/audit/audit-log';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, DataTable, PageHeader, useListState } from '@/kit';
import { useCan } from '@/session';
import { Badge, Button, DateText } from '@/ui';
import { toneOfKind, whoDid } from '../history/history-words';
import { AuditEntryPeek } from './audit-entry-peek';
import { AuditExportMenu } from './audit-export-menu';
import { subjectLabel } from './audit-words';
import { auditQuestion, useAuditFilters } from './use-audit-filters';

// Fetched when it opens.
const RetentionDialog = dynamic(() => import('../erasure/retention-dialog').then((module) => module.RetentionDialog), { ssr: false });

const select = (data: AuditLogQuery) => data.auditEvents;
const rowId = (row: AuditRowFragment) => row.id;
const rowLabel = (row: AuditRowFragment) => `${row.title ?? row.kind}, ${row.recordName ?? subjectLabel(row.subject)}`;

/** Everything that happened: by whom, when, from where. One statement a page by cursor, whatever the log's length; it is never counted. */
export function AuditLogScreen() {
  const filters = useAuditFilters();
  const list = useListState(filters);
  const source = useConnection(AuditLogDocument, { first: 50, after: list.after, ...auditQuestion(list) }, select);
  const mayExport = useCan('audit.export');
  const mayErase = useCan('audit.erase');
  const [keeping, setKeeping] = useState(false);
  const [fresh, setFresh] = useState(0);
  // New entries do not push away what is being read: they are announced.
  useRecordChanges({ onChange: () => setFresh((count) => count + 1), onResync: () => setFresh(1) });
  const { setPeek } = list;
  const columns = useMemo<Column<AuditRowFragment>[]>(() => [
    {
      id: 'what', header: 'What happened', width: 210,
      cell: (row) => (
        <button type="button" className="flex w-full items-center gap-2 text-left hover:underline" onClick={() => setPeek(row.id)}>
          <Badge dot plain tone={toneOfKind(row.kind)}>{row.title ?? row.kind}</Badge>
          {row.refused ? <Badge tone="danger">Refused</Badge> : null}
        </button>
      ),
    },
    { id: 'record', header: 'Record', width: 250, cell: (row) => <span className="flex min-w-0 items-baseline gap-1.5"><span className="shrink-0 text-xs text-muted">{subjectLabel(row.subject)}</span><span className="truncate">{row.recordName ?? '–'}</span></span> },
    { id: 'who', header: 'Who', width: 150, cell: (row) => whoDid(row) },
    { id: 'address', header: 'Address', width: 120, cell: (row) => <span className="tabular">{row.address ?? '–'}</span> },
    { id: 'when', header: 'When', width: 186, cell: (row) => <DateText value={row.occurredAt} format="date-time" className="tabular" /> },
  ], [setPeek]);
  return (
    <>
      <PageHeader title="Audit log" actions={<>{mayErase ? <Button onClick={() => setKeeping(true)}>How long values are kept…</Button> : null}{mayExport ? <AuditExportMenu list={list} /> : null}</>} />
      {keeping ? <RetentionDialog onClose={() => setKeeping(false)} /> : null}
      <DataTable
        id="audit-log" what="entries" columns={columns} list={list} source={source} filters={filters} searchPlaceholder="Name, words, address, request"
        rowId={rowId} rowLabel={rowLabel}
        views={[{ id: 'all', label: 'Everything', query: '' }, { id: 'refused', label: 'Refused', query: 'refused=1' }]}
        toolbar={fresh > 0 ? (
          <Button size="sm" icon={<RefreshCw aria-hidden className="size-3.5" />} onClick={() => { setFresh(0); source.refetch(); }}>{fresh === 1 ? '1 new entry' : `${fresh} new entries`}</Button>
        ) : null}
        peek={(id) => <AuditEntryPeek id={id} />}
        empty={{ title: 'Nothing has happened yet', text: 'Every write, sign-in, refusal and export of your organization is kept here. Nobody can change or delete an entry.' }}
      />
    </>
  );
}
