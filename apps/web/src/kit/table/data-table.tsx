'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { singular } from '@/lib/singular';
import { useIsPhone } from '@/lib/use-media';
import { NumberText } from '@/ui/money-text';
import { ErrorState, NothingFoundState } from '@/ui/failed-states';
import { EmptyState, ForbiddenState } from '@/ui/states';
import { FilterBar } from '../list/filter-bar';
import type { FilterDef } from '../list/filters';
import { BulkBar } from './bulk-bar';
import { DisplayMenu } from './display-menu';
import { PeekPanel } from './peek-panel';
import { TableCards } from './table-cards';
import { TableGrid } from './table-grid';
import { CardsSkeleton } from './table-skeleton';
import type { DataTableProps } from './types';
import { useColumnChoice } from './use-display';
import { useRowCursor } from './use-row-cursor';
import { useRowWindow } from './use-row-window';
import { useSelection } from './use-selection';

const NO_FILTERS: readonly FilterDef[] = [];

/** What stands in place of rows, or null when there are rows (or they are on their way). */
function placeholderFor<Row>({ source, list, what, empty }: Pick<DataTableProps<Row>, 'source' | 'list' | 'what' | 'empty'>) {
  if (source.failure && source.rows.length === 0) {
    if (source.failure.code === 'FORBIDDEN') return <ForbiddenState detail={source.failure.message} />;
    return <ErrorState title={`The ${what} could not be loaded`} text={source.failure.message} reference={source.failure.requestId} offline={source.failure.code === 'OFFLINE'} onRetry={source.refetch} />;
  }
  if (source.loading || source.refreshing || source.rows.length > 0) return null;
  if (list.narrowed) return <NothingFoundState what={what} onClear={list.clear} />;
  return <EmptyState title={empty.title} text={empty.text} actions={empty.action} />;
}

/**
 * The list of every screen: filters, sort and search in the URL, chosen columns, selection with a bulk bar, peek panel, keyboard,
 * rows in sight only, more by cursor; cards on a phone. Fills the height of a flex column. See README for a whole screen.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, what, columns, list, source, rowId, rowLabel, rowHref, filters = NO_FILTERS, views, searchPlaceholder, bulk, peek, empty, toolbar } = props;
  const phone = useIsPhone();
  const router = useRouter();
  const choice = useColumnChoice(id, columns);
  const rowIds = useMemo(() => source.rows.map(rowId), [source.rows, rowId]);
  const selection = useSelection(rowIds);
  const selectable = bulk && bulk.length > 0 ? selection : null;
  const rowWindow = useRowWindow(source.rows.length);
  const { setPeek } = list;

  const open = useCallback(
    (index: number) => {
      const row = source.rows[index];
      if (row !== undefined && rowHref) router.push(rowHref(row));
    },
    [source.rows, rowHref, router],
  );
  const cursor = useRowCursor({
    rowIds,
    list,
    canPeek: peek !== undefined,
    onToggle: selectable?.toggle ?? null,
    onOpen: open,
    scrollTo: rowWindow.scrollTo,
  });
  const setCursor = cursor.set;
  const activate = useCallback(
    (index: number) => {
      const rowAt = rowIds[index];
      setCursor(index);
      if (peek && rowAt) setPeek(rowAt);
      else open(index);
    },
    [rowIds, setCursor, peek, setPeek, open],
  );

  const placeholder = placeholderFor({ source, list, what, empty });
  const peekedIndex = list.peek ? rowIds.indexOf(list.peek) : -1;
  const peeked = source.rows[peekedIndex] ?? null;
  const step = (index: number) => (rowIds[index] === undefined || peekedIndex < 0 ? null : () => setPeek(rowIds[index] ?? null));
  // Without a page of its own a card leads to the peek panel: a phone has no row to click.
  const params = useSearchParams();
  const peekHref = (row: Row) => `?${new URLSearchParams([...[...params].filter(([name]) => name !== 'peek'), ['peek', rowId(row)]])}`;
  const cardHref = rowHref ?? (peek ? peekHref : undefined);
  const shared = { source, rowId, rowLabel, rowHref, what, selection: selectable };
  // Nothing to search or filter for somebody who may not see the list at all.
  if (source.failure?.code === 'FORBIDDEN' && source.rows.length === 0) return placeholder;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <FilterBar filters={filters} list={list} searchPlaceholder={searchPlaceholder} views={views}>
        {source.total === null ? null : (
          <span className="px-1 text-xs text-muted" role="status">
            <NumberText value={source.total} /> {source.total === 1 ? singular(what) : what}
          </span>
        )}
        {toolbar}
        <DisplayMenu columns={columns} choice={choice} />
      </FilterBar>
      <div className="flex min-h-0 flex-1 border-t">
        <div className="relative flex min-w-0 flex-1 flex-col">
          {/* Focusable so that a keyboard can scroll it. */}
          <div ref={rowWindow.scroller} tabIndex={0} role="group" aria-label={`List of ${what}`} className="ring-inside min-h-0 flex-1 overflow-auto">
            {placeholder ??
              (phone ? (
                source.loading ? (
                  <CardsSkeleton what={what} />
                ) : (
                  <TableCards {...shared} rowHref={cardHref} columns={choice.visible} />
                )
              ) : (
                <TableGrid {...shared} list={list} columns={choice.visible} cursor={cursor} window={rowWindow} onActivate={activate} />
              ))}
          </div>
          {selectable ? <BulkBar rows={source.rows.filter((row) => selectable.has(rowId(row)))} actions={bulk ?? []} what={what} onClear={selectable.clear} onDone={source.refetch} /> : null}
        </div>
        {peek && list.peek ? (
          <PeekPanel label={peeked ? rowLabel(peeked) : 'Record'} href={peeked ? rowHref?.(peeked) : undefined} onPrevious={step(peekedIndex - 1)} onNext={step(peekedIndex + 1)} onClose={() => setPeek(null)}>
            {peek(list.peek, peeked)}
          </PeekPanel>
        ) : null}
      </div>
    </div>
  );
}
