'use client';
import Link from 'next/link';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import type { Column, DataTableProps } from './types';
import type { Selection } from './use-selection';

interface CardProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  label: string;
  href: string | undefined;
  selected: boolean;
  onToggle: (() => void) | null;
}

function RowCard<Row>({ row, columns, label, href, selected, onToggle }: CardProps<Row>) {
  const [title, ...others] = columns;
  const badges = others.filter((column) => column.card === 'badge');
  const metas = others.filter((column) => column.card === undefined || column.card === 'meta');
  return (
    <li className="flex items-start gap-3 border-b px-4 py-3 [contain-intrinsic-size:auto_5.5rem] [content-visibility:auto]">
      {onToggle ? <Checkbox aria-label={`Select ${label}`} checked={selected} onCheckedChange={onToggle} className="mt-1 size-5" /> : null}
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex items-start justify-between gap-2">
          {href ? (
            <Link href={href} className="min-w-0 text-base font-medium">
              {title?.cell(row)}
            </Link>
          ) : (
            <span className="min-w-0 text-base font-medium">{title?.cell(row)}</span>
          )}
          <span className="flex shrink-0 gap-1">
            {badges.map((column) => (
              <span key={column.id}>{column.cell(row)}</span>
            ))}
          </span>
        </div>
        <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          {metas.map((column) => (
            <div key={column.id} className="flex max-w-full min-w-0 items-center gap-1.5">
              <dt className="shrink-0 text-faint">{column.header}</dt>
              <dd className="min-w-0 truncate text-text">{column.cell(row)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}

type TableCardsProps<Row> = Pick<DataTableProps<Row>, 'source' | 'rowId' | 'rowLabel' | 'rowHref' | 'what'> & { columns: readonly Column<Row>[]; selection: Selection | null };

/** The list as cards on a phone. Off-screen cards are skipped by the browser; more come by a button or by scrolling to it. */
export function TableCards<Row>({ source, rowId, rowLabel, rowHref, columns, selection, what }: TableCardsProps<Row>) {
  return (
    <>
      <ul aria-label={what}>
        {source.rows.map((row, index) => (
          <RowCard
            key={rowId(row)}
            row={row}
            columns={columns}
            label={rowLabel(row)}
            href={rowHref?.(row)}
            selected={selection?.has(rowId(row)) ?? false}
            onToggle={selection ? () => selection.toggle(index, false) : null}
          />
        ))}
      </ul>
      {source.hasMore ? (
        <div className="flex justify-center p-4">
          <Button busy={source.loadingMore} onClick={source.loadMore}>
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}
