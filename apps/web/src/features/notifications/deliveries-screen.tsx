'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { type DeliveryRowFragment, NotificationDeliveriesDocument, type NotificationDeliveriesQuery, type NotificationDeliveryChannel, type NotificationDeliveryStatus, type NotificationKind, RetryNotificationDeliveryDocument } from '@/gql/notifications/deliveries';
import { useConnection, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { type Column, DataTable, type FilterDef, inBulk, moments, oneOf, PageHeader, sortOf, useListState } from '@/kit';
import { useCan } from '@/session';
import { Badge, DateText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { statusWords } from './delivery-words';
import { channelWords, KINDS, kindOfAnybody } from './notification-words';

const DeliveryPeek = dynamic(() => import('./delivery-peek').then((module) => module.DeliveryPeek), { ssr: false });

const WAYS: readonly NotificationDeliveryChannel[] = ['EMAIL', 'PUSH', 'SMS', 'SLACK', 'TEAMS'];
const columns: Column<DeliveryRowFragment>[] = [
  { id: 'to', header: 'To', width: 220, cell: (row) => row.user?.name ?? 'The organization’s channel' },
  { id: 'way', header: 'Way', width: 110, cell: (row) => channelWords[row.channel] },
  { id: 'about', header: 'About', width: 170, cell: (row) => (row.digest ? 'Collected mail' : kindOfAnybody(row.kind)) },
  { id: 'status', header: 'Status', width: 130, card: 'badge', cell: (row) => <Badge dot tone={statusWords[row.status].tone}>{statusWords[row.status].label}</Badge> },
  { id: 'attempts', header: 'Tries', width: 70, align: 'end', card: 'none', cell: (row) => row.attempts },
  { id: 'problem', header: 'Last problem', width: 300, cell: (row) => row.lastError ?? '–' },
  { id: 'made', header: 'Made', width: 130, sort: 'CREATED_AT', cell: (row) => <DateText value={row.createdAt} format="relative" /> },
];
const select = (data: NotificationDeliveriesQuery) => data.notificationDeliveries;
const rowId = (row: DeliveryRowFragment) => row.id;

/** What left the product and what became of it; what failed can be sent again. */
export function DeliveriesScreen() {
  const people = usePeoplePicker();
  const filters = useMemo<FilterDef[]>(() => [
    { id: 'status', label: 'Status', type: 'choice', options: Object.entries(statusWords).map(([value, { label }]) => ({ value, label })) },
    { id: 'way', label: 'Way', type: 'choice', options: WAYS.map((value) => ({ value, label: channelWords[value] })) },
    { id: 'about', label: 'About', type: 'choice', options: KINDS.map((value) => ({ value, label: kindOfAnybody(value) })) },
    { id: 'to', label: 'To', type: 'reference', ...people },
    { id: 'made', label: 'Made', type: 'date' },
  ], [people]);
  const list = useListState(filters, { sort: '-CREATED_AT' });
  const chosen = list.filters;
  const filter = { status: oneOf<NotificationDeliveryStatus>(chosen.status), channel: oneOf<NotificationDeliveryChannel>(chosen.way), kind: oneOf<NotificationKind>(chosen.about), userId: oneOf(chosen.to), createdAt: moments(chosen.made) };
  const source = useConnection(NotificationDeliveriesDocument, { first: 50, after: list.after, filter, sort: sortOf(list.sort, ['CREATED_AT'] as const) }, select);
  useRecordChanges({ subjects: ['notificationDelivery'], onChange: source.refetch, onResync: source.refetch });
  const mayRetry = useCan('notificationDelivery.retry');
  const retry = useMutationWithIdempotency(RetryNotificationDeliveryDocument, (data) => data.retryNotificationDelivery);
  const again = async (row: DeliveryRowFragment) => {
    const outcome = await retry.run({ input: { id: row.id, version: row.version } });
    return outcome.ok ? null : outcome.failure.message;
  };
  return (
    <>
      <PageHeader title="Sent notifications" />
      <DataTable
        id="deliveries" what="deliveries" columns={columns} list={list} source={source} filters={filters}
        rowId={rowId} rowLabel={(row) => `${channelWords[row.channel]} to ${row.user?.name ?? 'the organization’s channel'}`} peek={(_, row) => <DeliveryPeek row={row} onRetry={mayRetry ? again : null} onChanged={source.refetch} />}
        bulk={mayRetry ? [{ id: 'retry', label: 'Send again', run: (rows) => inBulk(rows, rowId, (row) => row.user?.name ?? channelWords[row.channel], again) }] : []}
        views={[{ id: 'all', label: 'All', query: '' }, { id: 'failed', label: 'Failed', query: 'status=FAILED' }, { id: 'waiting', label: 'Waiting', query: 'status=WAITING' }, { id: 'sent', label: 'Sent', query: 'status=SENT' }]}
        empty={{ title: 'Nothing has left yet', text: 'Mails, pushes, text messages and posts to Slack and Teams appear here when they are made, with what became of them.' }}
      />
    </>
  );
}
