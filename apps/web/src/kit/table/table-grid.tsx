'use client';
import { useEffect } from 'react';
import { cn } from '@/lib/cn';
import { Button } from '@/ui/button';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { TableSkeleton } from './table-skeleton';
import type { Column, DataTableProps } from './types';
import type { RowCursor } from './use-row-cursor';
import type { RowWindowState } from './use-row-window';
import type { Selection } from './use-selection';

type TableGridProps<Row> = Pick<DataTableProps<Row>, 'source' | 'rowId' | 'rowLabel' | 'rowHref' | 'what' | 'list'> & {
  columns: readonly Column<Row>[];
  selection: Selection | null;
  cursor: RowCursor;
  window: RowWindowState;
  onActivate: (index: number) => void;
};

const TITLE_LEAST = 240;

/** The table itself: real table markup, rows in sight only, more loaded before the end is reached. */
export function TableGrid<Row>({ source, rowId, rowLabel, rowHref, what, list, columns, selection, cursor, window, onActivate }: TableGridProps<Row>) {
  const { rows, hasMore, loadingMore, loadMore, failure } = source;
  useEffect(() => {
    if (hasMore && !loadingMore && !failure && rows.length > 0 && window.end >= rows.length - 3) loadMore();
  }, [hasMore, loadingMore, failure, window.end, rows.length, loadMore]);

  const above = window.first * window.rowHeight;
  const below = Math.max(0, rows.length - window.end) * window.rowHeight;
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
          {rows.slice(window.first, window.end).map((row, offset) => {
            const index = window.first + offset;
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
