'use client';
import Link from 'next/link';
import { memo, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { cn } from '@/lib/cn';
import { Checkbox } from '@/ui/checkbox';
import type { Column } from './types';

export interface TableRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  label: string;
  href: string | undefined;
  selected: boolean;
  /** Null: rows are not selectable. */
  onToggle: ((index: number, range: boolean) => void) | null;
  active: boolean;
  /** Counts moves by key; the active row takes the focus when it changes. */
  moves: number;
  onActivate: (index: number) => void;
}

function TitleCell({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <span className="block truncate font-medium">{children}</span>;
  return (
    <Link href={href} prefetch={false} className="block truncate rounded-sm font-medium decoration-border-strong underline-offset-3 hover:underline">
      {children}
    </Link>
  );
}

function Row<T>({ row, index, columns, label, href, selected, onToggle, active, moves, onActivate }: TableRowProps<T>) {
  const self = useRef<HTMLTableRowElement>(null);
  // Cells that stay at the left while the table scrolls sideways need a ground of their own.
  const ground = selected || active ? 'bg-selected' : 'bg-surface group-hover/row:bg-hover';
  useEffect(() => {
    if (active && moves > 0) self.current?.focus({ preventScroll: true });
  }, [active, moves]);
  const click = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, [role="checkbox"]')) return;
    if (window.getSelection()?.toString()) return; // the person marked text
    if (event.shiftKey && onToggle) onToggle(index, true);
    else onActivate(index);
  };
  return (
    <tr
      ref={self}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={onToggle ? selected : undefined}
      onClick={click}
      className={cn('ring-inside group/row h-(--row-h) cursor-default outline-none', selected || active ? 'bg-selected' : 'hover:bg-hover')}
    >
      {onToggle ? (
        <td className={cn('sticky left-0 z-1 border-b pr-0 pl-5', ground, active && 'shadow-[inset_2px_0_0_var(--accent)]')}>
          <Checkbox
            aria-label={`Select ${label}`}
            checked={selected}
            onClick={(event) => {
              event.preventDefault();
              onToggle(index, event.shiftKey);
            }}
            className={cn('align-middle transition-opacity', !selected && 'pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 focus-visible:opacity-100', active && 'opacity-100!')}
          />
        </td>
      ) : null}
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={cn('overflow-hidden border-b px-(--cell-x) text-ellipsis whitespace-nowrap', column.align === 'end' && 'tabular text-right', at === 0 && cn('sticky z-1', onToggle ? 'left-11' : 'left-0 pl-5', ground), at === columns.length - 1 && 'pr-5')}
        >
          {at === 0 ? <TitleCell href={href}>{column.cell(row)}</TitleCell> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row of the table; drawn again only when something of its own changed. */
export const TableRow = memo(Row) as typeof Row;
