'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Checkbox } from '@/ui/checkbox';
import type { ListState } from '../list/use-list-state';
import type { Column } from './types';
import type { Selection } from './use-selection';

const cellLook = 'sticky top-0 z-10 h-8 border-b bg-surface px-(--cell-x) text-left text-xs font-medium text-muted';

function SortButton<Row>({ column, list }: { column: Column<Row>; list: ListState }) {
  const direction = list.sort?.field === column.sort ? list.sort?.direction : undefined;
  const Arrow = direction === 'DESC' ? ArrowDown : ArrowUp;
  const next = () => {
    if (!column.sort) return;
    if (!direction) list.setSort({ field: column.sort, direction: column.align === 'end' ? 'DESC' : 'ASC' });
    else list.setSort({ field: column.sort, direction: direction === 'ASC' ? 'DESC' : 'ASC' });
  };
  return (
    <button type="button" onClick={next} className={cn('group/sort -mx-1 flex max-w-full items-center gap-1 rounded-sm px-1 hover:text-text', column.align === 'end' && 'ml-auto flex-row-reverse', direction && 'text-text')}>
      <span className="truncate">{column.header}</span>
      <Arrow aria-hidden className={cn('size-3 shrink-0', !direction && 'opacity-0 group-hover/sort:opacity-60')} />
    </button>
  );
}

export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  list: ListState;
  selection: Selection | null;
}

/** Column heads with server-side sort and "select all loaded". */
export function TableHead<Row>({ columns, list, selection }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection ? (
          <th scope="col" className={cn(cellLook, 'left-0 z-20 pr-0 pl-5')}>
            <Checkbox
              aria-label="Select all loaded rows"
              checked={selection.state === 'all' ? true : selection.state === 'some' ? 'indeterminate' : false}
              onCheckedChange={selection.toggleAll}
              className="align-middle"
            />
          </th>
        ) : null}
        {columns.map((column, index) => {
          const sorted = column.sort && list.sort?.field === column.sort ? list.sort.direction : null;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted ? (sorted === 'ASC' ? 'ascending' : 'descending') : undefined}
              className={cn(cellLook, column.align === 'end' && 'text-right', index === 0 && cn('z-20', selection ? 'left-11' : 'left-0 pl-5'), index === columns.length - 1 && 'pr-5')}
            >
              {column.sort ? <SortButton column={column} list={list} /> : <span className="block truncate">{column.header}</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
