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
        <span className={cn('min-w-0 text-sm', lines === 1 ? 'truncate max-sm:line-clamp-2 max-sm:whitespace-normal' : 'line-clamp-2', unread ? 'font-semibold' : 'text-muted')}>{row.title}</span>
        {row.times > 1 ? <span className="tabular shrink-0 rounded-full bg-neutral-soft px-1.5 text-2xs text-neutral-text" title={`${row.times} of the same`}>{row.times}</span> : null}
      </span>
      {body ? <span className={cn('text-sm text-muted', lines === 1 ? 'truncate' : 'line-clamp-2')}>{body}</span> : null}
      <span className="min-w-0 text-xs text-faint">
        {row.reason}
        <span aria-hidden> · </span>
        <DateText value={row.createdAt} format="relative" className="whitespace-nowrap" />
        {row.snoozedUntil ? <><span aria-hidden> · </span><span className="whitespace-nowrap">back <DateText value={row.snoozedUntil} format="date-time" /></span></> : null}
      </span>
    </span>
  );
}
