'use client';
import { useCallback, useMemo } from 'react';
import type { NotificationRowFragment } from '@/gql/notifications/bell';
import { InboxDocument, type InboxQuery, type NotificationState } from '@/gql/notifications/inbox';
import { type RowSource, useConnection, useRecordChanges } from '@/graphql';
import type { Kind } from './notification-words';
import { type Settle, useSettle } from './use-settle';

/** The inbox as it stands: rows without those that were just settled, and what can be done with them. */
export interface Inbox {
  source: RowSource<NotificationRowFragment>;
  rows: readonly NotificationRowFragment[];
  isUnread: (row: NotificationRowFragment) => boolean;
  settle: Settle;
}

const select = (data: InboxQuery) => data.notifications;

/** Whether a row still belongs where it is shown: what was just settled is known before the list comes again. */
function belongs(state: string, { doneAt, snoozedUntil }: NotificationRowFragment): boolean {
  if (state === 'DONE') return Boolean(doneAt);
  return !doneAt && Boolean(snoozedUntil) === (state === 'SNOOZED');
}

/** Reads the inbox page by page and keeps it live. */
export function useInbox({ state, kind, urgent, skip }: { state: string; kind: Kind | null; urgent: boolean | null; skip: boolean }): Inbox {
  const filter = useMemo(() => ({ state: state as NotificationState, kind, urgent }), [state, kind, urgent]);
  const source = useConnection(InboxDocument, { first: 50, filter }, select, { skip });
  const { refetch } = source;
  useRecordChanges({ subjects: ['notification'], onChange: refetch, onResync: refetch, skip });
  const settle = useSettle(refetch);
  const { isGone, read } = settle;
  const rows = useMemo(() => source.rows.filter((row) => belongs(state, row) && !isGone(row)), [source.rows, isGone, state]);
  const isUnread = useCallback((row: NotificationRowFragment) => !(read.get(row.id) ?? !row.unread), [read]);
  return { source, rows, isUnread, settle };
}
