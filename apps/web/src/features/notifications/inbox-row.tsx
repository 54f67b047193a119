'use client';
import { Check, Clock, MailOpen, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { memo, useEffect, useRef } from 'react';
import type { NotificationRowFragment } from '@/gql/notifications/bell';
import { cn } from '@/lib/cn';
import { Button, Checkbox, Tooltip } from '@/ui';
import { KindIcon } from './kind-icon';
import { NotificationText } from './notification-text';

export interface InboxRowProps {
  row: NotificationRowFragment;
  unread: boolean;
  href: string | null;
  selected: boolean;
  /** Under the keyboard. */
  current: boolean;
  /** Changes when the keyboard comes here. */
  moves: number;
  onAct: (act: 'OPEN' | 'DONE' | 'REOPEN' | 'LATER' | 'RETURN' | 'READ' | 'SELECT' | 'POINT', id: string) => void;
}

/** One notification of the inbox. */
export const InboxRow = memo(function InboxRow({ row, unread, href, selected, current, moves, onAct }: InboxRowProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current && moves > 0) main.current?.focus();
  }, [current, moves]);
  const act = (name: Parameters<InboxRowProps['onAct']>[0]) => () => onAct(name, row.id);
  const body = (
    <>
      <KindIcon kind={row.kind} className="mt-0.5" />
      <NotificationText row={row} unread={unread} />
    </>
  );
  const look = 'ring-inside flex min-w-0 flex-1 gap-3 rounded-md py-2.5 text-left';
  return (
    <li className={cn('group/row flex items-start gap-3 pr-2 pl-4 hover:bg-hover md:pl-5', current && 'bg-hover', selected && 'bg-selected')} onMouseDown={act('POINT')}>
      <span className="flex h-12 items-center gap-2">
        <span role="img" aria-label={unread ? 'Unread' : 'Read'} className={cn('size-1.5 rounded-full', unread ? 'bg-accent' : 'bg-transparent')} />
        <Checkbox checked={selected} aria-label={`Select ${row.title}`} onCheckedChange={act('SELECT')} />
      </span>
      {href ? (
        <Link ref={main as React.Ref<HTMLAnchorElement>} href={href} onClick={act('OPEN')} className={look}>{body}</Link>
      ) : (
        <button ref={main as React.Ref<HTMLButtonElement>} type="button" onClick={act('OPEN')} className={look}>{body}</button>
      )}
      <span className="flex h-12 shrink-0 items-center gap-0.5">
        {row.doneAt ? <Act label="Back to the inbox" keys="E" icon={<Undo2 aria-hidden className="size-4" />} title={row.title} run={act('REOPEN')} /> : (
          <>
            <span className="flex gap-0.5 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 max-md:hidden">
              <Act label={unread ? 'Mark as read' : 'Mark as unread'} keys="U" icon={<MailOpen aria-hidden className="size-4" />} title={row.title} run={act('READ')} />
            </span>
            {row.snoozedUntil ? <Act label="Back now" keys="H" icon={<Undo2 aria-hidden className="size-4" />} title={row.title} run={act('RETURN')} /> : <Act label="Put off" keys="H" icon={<Clock aria-hidden className="size-4" />} title={row.title} run={act('LATER')} />}
            <Act label="Done" keys="E" icon={<Check aria-hidden className="size-4" />} title={row.title} run={act('DONE')} />
          </>
        )}
      </span>
    </li>
  );
});

function Act({ label, keys, icon, title, run }: { label: string; keys: string; icon: React.ReactNode; title: string; run: () => void }) {
  return (
    <Tooltip label={label} keys={keys}>
      <Button variant="ghost" size="icon-sm" aria-label={`${label}: ${title}`} onClick={run}>{icon}</Button>
    </Tooltip>
  );
}
