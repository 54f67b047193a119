'use client';
import { CheckCheck, Settings } from 'lucide-react';
import Link from 'next/link';
import { MarkAllNotificationsReadDocument } from '@/gql/notifications/inbox';
import { useMutationWithIdempotency } from '@/graphql';
import { type FilterDef, FilterBar, type ListView, PageHeader, useListState } from '@/kit';
import { Button, notify, Segmented } from '@/ui';
import type { Grouping } from './grouping';
import { InboxList } from './inbox-list';
import { type Kind, KINDS, kindWords } from './notification-words';
import { useInbox } from './use-inbox';

const filters: FilterDef[] = [
  { id: 'state', label: 'Where', type: 'choice', single: true, options: [{ value: 'UNREAD', label: 'Unread' }, { value: 'SNOOZED', label: 'Put off' }, { value: 'DONE', label: 'Done' }] },
  { id: 'kind', label: 'About', type: 'choice', single: true, options: KINDS.map((kind) => ({ value: kind, label: kindWords[kind].label, hint: kindWords[kind].text })) },
  { id: 'urgent', label: 'Urgent', type: 'flag' },
  { id: 'by', label: 'Grouped by', type: 'choice', single: true, options: [{ value: 'kind', label: 'Reason' }, { value: 'record', label: 'Record' }] },
];
const views: ListView[] = [
  { id: 'inbox', label: 'Inbox', query: '' }, { id: 'unread', label: 'Unread', query: 'state=UNREAD' }, { id: 'snoozed', label: 'Put off', query: 'state=SNOOZED' },
  { id: 'done', label: 'Done', query: 'state=DONE' },
];
const groupings = [{ value: 'day', label: 'Day' }, { value: 'kind', label: 'Reason' }, { value: 'record', label: 'Record' }] as const;
/** Grouping is chosen at the right end, not as a filter. */
const offered = filters.filter(({ id }) => id !== 'by');

/** Everything the person is told, to be gone through by key: opened, settled, put off. */
export function InboxScreen() {
  const list = useListState(filters);
  const state = list.filters.state?.[0] ?? 'INBOX';
  const inbox = useInbox({ state, kind: (list.filters.kind?.[0] as Kind | undefined) ?? null, urgent: list.filters.urgent ? true : null, skip: false });
  const all = useMutationWithIdempotency(MarkAllNotificationsReadDocument, (data) => data.markAllNotificationsRead);
  const readAll = async () => {
    const outcome = await all.run({ input: {} });
    if (outcome.ok) notify.success(outcome.payload.marked ? `${outcome.payload.marked} marked as read` : 'Everything was read already');
    else notify.error('Not marked', outcome.failure.message);
    inbox.source.refetch();
  };
  const by = (list.filters.by?.[0] ?? 'day') as Grouping;
  return (
    <>
      <PageHeader
        title="Inbox"
        actions={
          <>
            <Button icon={<CheckCheck aria-hidden className="size-3.5" />} busy={all.busy} onClick={() => void readAll()}>Mark all as read</Button>
            <Button asChild variant="ghost" size="icon"><Link href="/settings/notifications" aria-label="What you are told, and how" title="What you are told, and how"><Settings aria-hidden className="size-4" /></Link></Button>
          </>
        }
      />
      <FilterBar filters={offered} list={list} views={views}>
        <Segmented label="Group by" value={by} options={groupings} onValueChange={(next) => list.setFilter('by', next === 'day' ? [] : [next])} />
      </FilterBar>
      <InboxList inbox={inbox} by={by} state={state} onClear={list.narrowed && state === 'INBOX' ? list.clear : null} />
    </>
  );
}
