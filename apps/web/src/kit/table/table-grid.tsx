'use client';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { TableSkeleton } from './table-skeleton';
import type { Column, DataTableProps } from './types';
import { useRowHeight } from './use-display';
import type { RowCursor } from './use-row-cursor';
import type { Selection } from './use-selection';

export type RowVirtualizer = Virtualizer<HTMLDivElement, HTMLTableRowElement>;

/** Draws only the rows in sight; all have one height, so nothing is measured. */
export function useRowVirtualizer(scroller: RefObject<HTMLDivElement | null>, count: number): RowVirtualizer {
  const height = useRowHeight();
  return useVirtualizer<HTMLDivElement, HTMLTableRowElement>({ count, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 12, scrollMargin: 32 });
}

type TableGridProps<Row> = Pick<DataTableProps<Row>, 'source' | 'rowId' | 'rowLabel' | 'rowHref' | 'what' | 'list'> & {
  columns: readonly Column<Row>[];
  selection: Selection | null;
  cursor: RowCursor;
  virtualizer: RowVirtualizer;
  onActivate: (index: number) => void;
};

const TITLE_LEAST = 240;

/** The table itself: real table markup, rows in sight only, more loaded before the end is reached. */
export function TableGrid<Row>({ source, rowId, rowLabel, rowHref, what, list, columns, selection, cursor, virtualizer, onActivate }: TableGridProps<Row>) {
  const { rows, hasMore, loadingMore, loadMore, failure } = source;
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && !failure && rows.length > 0 && last >= rows.length - 15) loadMore();
  }, [hasMore, loadingMore, failure, last, rows.length, loadMore]);

  const margin = virtualizer.options.scrollMargin;
  const above = Math.max(0, (items[0]?.start ?? margin) - margin);
  const below = Math.max(0, virtualizer.getTotalSize() + margin - (items.at(-1)?.end ?? margin) - margin);
  const span = columns.length + (selection ? 1 : 0);
  const least = columns.reduce((sum, column, index) => sum + (column.width ?? (index === 0 ? TITLE_LEAST : 140)), selection ? 44 : 0);
  return (
    <table aria-label={what} aria-rowcount={(source.total ?? rows.length) + 1} aria-busy={source.refreshing} className={cn('w-full table-fixed border-separate border-spacing-0 transition-opacity', source.refreshing && 'opacity-60')} style={{ minWidth: least }}>
      <colgroup>
        {selection ? <col style={{ width: 44 }} /> : null}
        {columns.map((column, index) => (
          <col key={column.id} style={index === 0 ? undefined : { width: column.width ?? 140 }} />
        ))}
      </colgroup>
      <TableHead columns={columns} list={list} selection={selection} />
      {source.loading ? (
        <TableSkeleton columns={columns} selectable={selection !== null} what={what} />
      ) : (
        <tbody>
          {above > 0 ? (
            <tr aria-hidden style={{ height: above }}>
              <td colSpan={span} />
            </tr>
          ) : null}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = rowId(row);
            return (
              <TableRow
                key={id}
                row={row}
                index={index}
                columns={columns}
                label={rowLabel(row)}
                href={rowHref?.(row)}
                selected={selection?.has(id) ?? false}
                onToggle={selection?.toggle ?? null}
                active={cursor.index === index}
                moves={cursor.index === index ? cursor.moves : 0}
                onActivate={onActivate}
              />
            );
          })}
          {below > 0 ? (
            <tr aria-hidden style={{ height: below }}>
              <td colSpan={span} />
            </tr>
          ) : null}
          {hasMore ? (
            <tr>
              <td colSpan={span} className="py-3 text-center">
                <Button size="sm" variant="ghost" busy={loadingMore} onClick={loadMore}>
                  {loadingMore ? 'Loading' : 'Load more'}
                </Button>
              </td>
            </tr>
          ) : null}
        </tbody>
      )}
    </table>
  );
}
