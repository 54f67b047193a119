'use client';
import { OutboxDocument, type OutboxQuery, type OutgoingMailStatus } from '@/gql/outbox/outbox';
import { useConnection, useRecordChanges } from '@/graphql';
import { type Column, containing, DataTable, type FilterDef, moments, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { Badge, DateText } from '@/ui';
import dynamic from 'next/dynamic';
import { kindText, mailStatusText, mailStatusTone } from './mail-words';

const MailPeek = dynamic(() => import('./mail-peek').then((module) => module.MailPeek), { ssr: false });

export type MailRow = OutboxQuery['outgoingMails']['nodes'][number];

const filters: FilterDef[] = [
  { id: 'status', label: 'Status', type: 'choice', options: Object.entries(mailStatusText).map(([value, label]) => ({ value, label })) },
  { id: 'to', label: 'Recipient', type: 'text' },
  { id: 'written', label: 'Written', type: 'date' },
];

const columns: Column<MailRow>[] = [
  { id: 'subject', header: 'Mail', width: 260, cell: (mail) => mail.subject },
  { id: 'recipient', header: 'To', width: 220, cell: (mail) => mail.recipient },
  { id: 'kind', header: 'What', width: 150, card: 'none', cell: (mail) => kindText(mail.kind) },
  { id: 'status', header: 'Status', width: 150, card: 'badge', cell: (mail) => <Badge dot tone={mailStatusTone[mail.status]}>{mailStatusText[mail.status]}</Badge> },
  { id: 'attempts', header: 'Tries', width: 70, align: 'end', card: 'none', cell: (mail) => mail.attempts },
  { id: 'written', header: 'Written', width: 130, sort: 'CREATED_AT', cell: (mail) => <DateText value={mail.createdAt} format="relative" /> },
];

const select = (data: OutboxQuery) => data.outgoingMails;
const rowId = (mail: MailRow) => mail.id;

/** What the product sends by mail, and what became of it. */
export function OutboxScreen() {
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const filter = { status: oneOf<OutgoingMailStatus>(list.filters.status), recipient: containing(list.filters.to), createdAt: moments(list.filters.written) };
  const source = useConnection(OutboxDocument, { first: 50, after: list.after, filter, sort: sortOf(list.sort, ['CREATED_AT'] as const) }, select);
  useRecordChanges({ subjects: ['outgoingMail'], onChange: source.refetch, onResync: source.refetch });
  return (
    <>
      <PageHeader title="Outbox" />
      <DataTable
        id="outbox" what="mails" columns={columns} list={list} source={source} filters={filters}
        rowId={rowId} rowLabel={(mail) => mail.subject} peek={(_, row) => <MailPeek mail={row} onChanged={source.refetch} />}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'failed', label: 'Failed', query: 'status=FAILED' }, { id: 'waiting', label: 'Waiting', query: 'status=WAITING' }, { id: 'kept', label: 'Kept here', query: 'status=KEPT' }]}
        empty={{ title: 'No mail yet', text: 'Invitations, sign-in links, password resets and notices about new devices appear here when they are written.' }}
      />
    </>
  );
}
