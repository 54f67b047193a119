'use client';
import type { NotificationRowFragment } from '@/gql/notifications/bell';
import { cn } from '@/lib/cn';
import { DateText } from '@/ui/date-text';
import { plainBody } from './plain-body';

/** What a notification says: title, why, and the beginning of what was written. */
export function NotificationText({ row, unread, lines = 1 }: { row: NotificationRowFragment; unread: boolean; lines?: 1 | 2 }) {
  const body = row.body ? plainBody(row.body) : '';
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex min-w-0 items-baseline gap-2">
        <span className={cn('min-w-0 text-sm', lines === 1 ? 'truncate' : 'line-clamp-2', unread ? 'font-semibold' : 'text-muted')}>{row.title}</span>
        {row.times > 1 ? <span className="tabular shrink-0 rounded-full bg-neutral-soft px-1.5 text-2xs text-neutral-text" title={`${row.times} of the same`}>{row.times}</span> : null}
      </span>
      {body ? <span className={cn('text-sm text-muted', lines === 1 ? 'truncate' : 'line-clamp-2')}>{body}</span> : null}
      <span className="flex min-w-0 flex-wrap gap-x-1.5 text-xs text-faint">
        <span className="truncate">{row.reason}</span>
        <span aria-hidden>·</span>
        <DateText value={row.createdAt} format="relative" />
        {row.snoozedUntil ? <><span aria-hidden>·</span><span>back <DateText value={row.snoozedUntil} format="date-time" /></span></> : null}
      </span>
    </span>
  );
}
