import type { ComponentProps } from 'react';
import { Button } from '@/ui/button';
import { badgeText } from './badge-text';

export interface BellProps {
  side?: 'top' | 'right' | 'bottom';
  align?: 'start' | 'end';
  size?: 'icon' | 'icon-sm';
}

/** The bell itself, with its figure. Drawn, not imported: each icon counts in the portal's first load. */
export function BellButton({ unread = 0, size = 'icon-sm', side: _, align: __, ...rest }: BellProps & ComponentProps<'button'> & { unread?: number }) {
  return (
    <Button variant="ghost" size={size} aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'} {...rest} className="relative">
      <svg aria-hidden viewBox="0 0 24 24" className="size-4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M18 9a6 6 0 1 0-12 0c0 6-2.5 7-2.5 7h17S18 15 18 9M10.5 20a2 2 0 0 0 3 0" />
      </svg>
      {unread > 0 ? <span aria-hidden className="tabular absolute -top-0.5 -right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-danger px-1 text-2xs font-semibold text-on-accent">{badgeText(unread)}</span> : null}
    </Button>
  );
}
