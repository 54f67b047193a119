'use client';
import { useQuery } from '@apollo/client/react';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { AlertPanelDocument } from '@/gql/notifications/bell';
import { useRecordChanges } from '@/graphql';
import { Button, Tooltip } from '@/ui';
import { KindIcon } from './kind-icon';
import { pageOf } from './notification-words';
import { NotificationText } from './notification-text';
import { useSettle } from './use-settle';

const SHOWN = 5;

/** What needs attention first, on the home page: urgent ones that are not done. Nothing while there is nothing. `onTold` says once that it is known. */
export function AlertPanel({ shown, onTold }: { shown: boolean; onTold: () => void }) {
  const { data, error, refetch } = useQuery(AlertPanelDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch().catch(() => undefined);
  useRecordChanges({ subjects: ['notification'], onChange: again, onResync: again });
  const settle = useSettle(again);
  const rows = data?.alertPanel.filter((row) => !row.doneAt && !settle.isGone(row)) ?? [];
  const known = data !== undefined || error !== undefined;
  useEffect(() => {
    if (known) onTold();
  }, [known, onTold]);
  if (rows.length === 0 || !shown) return null;
  return (
    <section aria-label="Needs your attention" className="rounded-lg border border-l-2 border-l-warning bg-raised shadow-lift">
      <header className="flex items-center justify-between gap-3 px-4 pt-3 pb-1">
        <h2 className="text-sm font-semibold">Needs your attention</h2>
        <Link href="/inbox?urgent=1" className="text-xs text-muted hover:text-text">{rows.length > SHOWN ? `All ${rows.length}` : 'In the inbox'}</Link>
      </header>
      <ul className="divide-y">
        {rows.slice(0, SHOWN).map((row) => {
          const body = <><KindIcon kind={row.kind} className="mt-0.5" /><NotificationText row={row} unread={row.unread} /></>;
          const look = 'flex min-w-0 flex-1 gap-3 py-2.5 pl-4';
          const href = pageOf('staff', row);
          return (
            <li key={row.id} className="flex items-start gap-2 pr-3 hover:bg-hover">
              {href ? <Link href={href} className={look} onClick={() => row.unread && void settle.mark([row.id], true)}>{body}</Link> : <div className={look}>{body}</div>}
              <Tooltip label="Done"><Button variant="ghost" size="icon-sm" className="mt-2" aria-label={`Done: ${row.title}`} onClick={() => void settle.finish([row], true)}><Check aria-hidden className="size-4" /></Button></Tooltip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
