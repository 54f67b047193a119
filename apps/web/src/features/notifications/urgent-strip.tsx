'use client';
import { useApolloClient } from '@apollo/client/react';
import { Check, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import type { NotificationRowFragment } from '@/gql/notifications/bell';
import { cn } from '@/lib/cn';
import { Button, Tooltip } from '@/ui';
import { KindIcon } from './kind-icon';
import { pageOf } from './notification-words';
import { plainBody } from './plain-body';
import { urgentNews } from './urgent';
import { useSettle } from './use-settle';

/** Long enough to be read and acted on; the bell and the alert panel keep it. */
const STAYS_MS = 30_000;

/** Urgent news as it comes: one line below the page that shortens lists from their end and covers nothing. */
export default function UrgentStrip({ news, audience }: { news: readonly NotificationRowFragment[]; audience: 'staff' | 'client' }) {
  const client = useApolloClient();
  const settle = useSettle(() => void client.refetchQueries({ include: 'active', onQueryUpdated: ({ queryName }) => queryName === 'Inbox' || queryName === 'LatestNotifications' || queryName === 'AlertPanel' }));
  const row = news.at(-1);
  const id = row?.id;
  useEffect(() => {
    if (!id) return undefined;
    const timer = setTimeout(() => urgentNews.drop(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id]);
  if (!row) return null;
  const href = pageOf(audience, row);
  const body = row.body ? plainBody(row.body) : row.reason;
  const close = () => urgentNews.drop(row.id);
  return (
    <section
      aria-label="Urgent news"
      className={cn('flex shrink-0 items-center gap-3 border-t-2 border-t-warning bg-raised px-4 py-2 animate-slide-up', audience === 'client' && 'sticky bottom-0 z-30')}
    >
      <KindIcon kind={row.kind} />
      <div role="alert" className="min-w-0 flex-1 text-sm">
        <p className="truncate font-semibold">{row.title}</p>
        <p className="truncate text-muted">{body}</p>
      </div>
      {news.length > 1 ? <span className="tabular shrink-0 text-xs text-muted max-sm:hidden">{news.length - 1} more</span> : null}
      {href ? <Button asChild size="sm" variant="primary"><Link href={href} onClick={() => { close(); void settle.mark([row.id], true); }}>Open</Link></Button> : null}
      <Tooltip label="Done" side="top"><Button size="icon-sm" variant="ghost" aria-label={`Done: ${row.title}`} onClick={() => void settle.finish([row], true)}><Check aria-hidden className="size-4" /></Button></Tooltip>
      <Tooltip label="Later: it stays in the inbox" side="top"><Button size="icon-sm" variant="ghost" aria-label="Close; it stays in the inbox" onClick={close}><X aria-hidden className="size-4" /></Button></Tooltip>
    </section>
  );
}
