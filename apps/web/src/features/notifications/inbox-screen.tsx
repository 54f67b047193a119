'use client';
import { CheckCheck, Settings } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { MarkAllNotificationsReadDocument } from '@/gql/notifications/inbox';
import { useMutationWithIdempotency } from '@/graphql';
import { type FilterDef, FilterBar, type ListView, PageHeader, useListState } from '@/kit';
import { useCan } from '@/session';
import { Button, notify, Segmented } from '@/ui';
import type { Grouping } from './grouping';
import { InboxList } from './inbox-list';
import { type Kind, KINDS, kindWords } from './notification-words';
import { useInbox } from './use-inbox';

const ReminderList = dynamic(() => import('../reminders/reminder-list').then((module) => module.ReminderList), { ssr: false });
const RemindDialog = dynamic(() => import('../reminders/remind-dialog').then((module) => module.RemindDialog), { ssr: false });

const filters: FilterDef[] = [
  { id: 'state', label: 'Where', type: 'choice', single: true, options: [{ value: 'UNREAD', label: 'Unread' }, { value: 'SNOOZED', label: 'Put off' }, { value: 'DONE', label: 'Done' }, { value: 'REMINDERS', label: 'My reminders' }] },
  { id: 'kind', label: 'About', type: 'choice', single: true, options: KINDS.map((kind) => ({ value: kind, label: kindWords[kind].label, hint: kindWords[kind].text })) },
  { id: 'urgent', label: 'Urgent', type: 'flag' },
  { id: 'by', label: 'Grouped by', type: 'choice', single: true, options: [{ value: 'kind', label: 'Reason' }, { value: 'record', label: 'Record' }] },
];
const views: ListView[] = [
  { id: 'inbox', label: 'Inbox', query: '' }, { id: 'unread', label: 'Unread', query: 'state=UNREAD' }, { id: 'snoozed', label: 'Put off', query: 'state=SNOOZED' },
  { id: 'done', label: 'Done', query: 'state=DONE' }, { id: 'reminders', label: 'My reminders', query: 'state=REMINDERS' },
];
const groupings = [{ value: 'day', label: 'Day' }, { value: 'kind', label: 'Reason' }, { value: 'record', label: 'Record' }] as const;
/** Grouping is chosen at the right end, not as a filter. */
const offered = filters.filter(({ id }) => id !== 'by');

/** Everything the person is told, to be gone through by key: opened, settled, put off. */
export function InboxScreen() {
  const list = useListState(filters);
  const state = list.filters.state?.[0] ?? 'INBOX';
  const reminders = state === 'REMINDERS';
  const inbox = useInbox({ state, kind: (list.filters.kind?.[0] as Kind | undefined) ?? null, urgent: list.filters.urgent ? true : null, skip: reminders });
  const [reminding, setReminding] = useState(false);
  const mayRemind = useCan('reminder.keep');
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
            {mayRemind ? <Button onClick={() => setReminding(true)}>Remind me…</Button> : null}
            <Button icon={<CheckCheck aria-hidden className="size-3.5" />} busy={all.busy} onClick={() => void readAll()}>Mark all as read</Button>
            <Button asChild variant="ghost" size="icon"><Link href="/settings/notifications" aria-label="Notification settings" title="Notification settings"><Settings aria-hidden className="size-4" /></Link></Button>
          </>
        }
      />
      <FilterBar filters={offered} list={list} views={views}>
        {reminders ? null : <Segmented label="Group by" value={by} options={groupings} onValueChange={(next) => list.setFilter('by', next === 'day' ? [] : [next])} />}
      </FilterBar>
      {reminders ? <ReminderList onNew={mayRemind ? () => setReminding(true) : null} /> : <InboxList key={state} inbox={inbox} by={by} state={state} onClear={list.narrowed && state === 'INBOX' ? list.clear : null} />}
      {reminding ? <RemindDialog record={null} onClose={() => setReminding(false)} /> : null}
    </>
  );
}
