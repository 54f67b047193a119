'use client';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowUpRight, MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu';

/** The frame alone, also drawn under the pointer while dragging. */
export function CardFrame({ children, lifted = false, faded = false, className }: { children: ReactNode; lifted?: boolean; faded?: boolean; className?: string }) {
  return (
    <div className={cn('rounded-lg border bg-raised px-3 py-(--card-y) text-sm shadow-lift', lifted && 'rotate-1 shadow-pop', faded && 'opacity-60', className)}>{children}</div>
  );
}

export interface BoardCardProps {
  id: string;
  columnId: string;
  label: string;
  href: string | undefined;
  pending: boolean;
  /** The same moves for those who do not drag: each column, with the reason where it is not allowed. */
  moves: readonly MenuItem[];
  children: ReactNode;
}

/** A card that can be picked up by pointer, or with Space and the arrow keys. A click or Enter opens it. */
export function BoardCard({ id, columnId, label, href, pending, moves, children }: BoardCardProps) {
  const router = useRouter();
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id, data: { columnId }, disabled: pending });
  const open = () => href && router.push(href);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !isDragging) open();
    else listeners?.onKeyDown?.(event);
  };
  return (
    <li ref={setNodeRef} style={{ transform: CSS.Translate.toString(transform), transition }} className={cn('group/card relative', isDragging && 'opacity-30')}>
      <div {...attributes} {...listeners} onKeyDown={onKeyDown} onClick={open} role="button" aria-roledescription="draggable card" className="cursor-grab touch-manipulation rounded-lg active:cursor-grabbing">
        <CardFrame faded={pending} className="transition-colors hover:border-border-strong pointer-coarse:pr-11">
          {children}
        </CardFrame>
      </div>
      <div className="absolute top-1 right-1 rounded-md bg-raised opacity-0 transition-opacity group-hover/card:opacity-100 focus-within:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:opacity-100">
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="icon-sm" aria-label={`Move or open ${label}`}>
              <MoreHorizontal aria-hidden className="size-4" />
            </Button>
          }
          groups={[
            { id: 'open', items: href ? [{ id: 'open', label: 'Open', icon: <ArrowUpRight aria-hidden />, onSelect: open }] : [] },
            { id: 'move', label: 'Move to', items: moves },
          ]}
        />
      </div>
    </li>
  );
}
