import { cn } from '@/lib/cn';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';
import type { Column } from './types';

/** The list's own shape while the first rows come: the same columns, heights and alignments. */
export function TableSkeleton<Row>({ columns, selectable, what }: { columns: readonly Column<Row>[]; selectable: boolean; what: string }) {
  return (
    <tbody aria-busy="true">
      {Array.from({ length: 12 }, (_, line) => (
        <tr key={line} className="h-(--row-h)">
          {selectable ? <td className="border-b" /> : null}
          {columns.map((column, index) => (
            <td key={column.id} className={cn('border-b px-(--cell-x)', !selectable && index === 0 && 'pl-5')}>
              {line === 0 && index === 0 ? <LoadingNotice what={what} /> : null}
              <Skeleton className={cn(column.align === 'end' ? 'ml-auto w-14' : index === 0 ? 'w-3/5' : 'w-2/3', line % 3 === 1 && 'opacity-80', line % 3 === 2 && 'opacity-60')} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** The same for cards. */
export function CardsSkeleton({ what }: { what: string }) {
  return (
    <div aria-busy="true" className="flex flex-col">
      <LoadingNotice what={what} />
      {Array.from({ length: 8 }, (_, line) => (
        <div key={line} className="flex flex-col gap-2.5 border-b px-4 py-3.5">
          <Skeleton className="w-3/5" />
          <Skeleton className="h-2.5 w-2/5 opacity-70" />
        </div>
      ))}
    </div>
  );
}
