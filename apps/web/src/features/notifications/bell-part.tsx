'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { BellCountsDocument, OneNotificationDocument } from '@/gql/notifications/bell';
import { type RecordChange, useRecordChanges } from '@/graphql/use-record-changes';
import { setNavCount } from '@/shell/nav-counts';
import { Popover } from '@/ui/popover';
import { BellButton, type BellProps } from './bell-button';
import { NotificationPanel } from './notification-panel-later';
import { urgentNews } from './urgent';

/** Several changes at once (everything marked read) ask for the figures once. */
const SOON_MS = 250;

/** The bell while the page is open: its figure is live, urgent news is told beside the list, a click opens the panel. */
export default function BellPart({ side, align, ...look }: BellProps) {
  const client = useApolloClient();
  const { data, refetch } = useQuery(BellCountsDocument, { fetchPolicy: 'cache-and-network' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refetch().catch(() => undefined), SOON_MS);
  }, [refetch]);
  const onChange = async (change: RecordChange) => {
    soon();
    if (!change.id) return;
    if (change.kind === 'notification.done' || change.kind === 'notification.read' || change.kind === 'notification.snoozed') urgentNews.drop(change.id);
    if (change.kind !== 'notification.created' && change.kind !== 'notification.returned') return;
    const answer = await client.query({ query: OneNotificationDocument, variables: { id: change.id }, fetchPolicy: 'network-only' }).catch(() => null);
    const news = answer?.data?.notification;
    if (news?.urgent && news.unread) urgentNews.add(news);
  };
  useRecordChanges({ subjects: ['notification'], onChange: (change) => void onChange(change), onResync: soon });
  const unread = data?.notificationCounts.unread ?? 0;
  useEffect(() => {
    setNavCount('inbox', unread);
    return () => setNavCount('inbox', 0);
  }, [unread]);
  return (
    <Popover label="Notifications" side={side} align={align} flush className="w-[min(26rem,calc(100vw-1.5rem))]" trigger={<BellButton {...look} unread={unread} />}>
      {(close) => <NotificationPanel onClose={close} />}
    </Popover>
  );
}
