'use client';
import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { ChevronsLeft, ChevronsRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { toneFill } from '@/lib/tone';
import { Button } from '@/ui/button';
import { NumberText } from '@/ui/money-text';
import { Skeleton } from '@/ui/skeleton';
import type { BoardColumn, MoveVerdict } from './types';

function CollapsedColumn({ title, count, tone, onExpand }: { title: string; count: number | null; tone: string; onExpand: () => void }) {
  return (
    <button type="button" onClick={onExpand} aria-label={`Expand ${title}`} className="flex h-full flex-col items-center gap-2 py-2 text-xs font-medium text-muted hover:text-text">
      <ChevronsRight aria-hidden className="size-3.5" />
      <span aria-hidden className={cn('size-2 rounded-full', tone)} />
      <NumberText value={count} />
      <span className="[writing-mode:vertical-rl]">{title}</span>
    </button>
  );
}

export interface BoardColumnViewProps<Card> {
  column: BoardColumn<Card>;
  cardIds: readonly string[];
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
  /** Set while a card hangs over the board: may it come here? */
  verdict: MoveVerdict | null;
  empty: string;
  children: ReactNode;
}

/** Head with count, sum and limit; the cards; "load more". Collapses to a narrow strip. */
export function BoardColumnView<Card>({ column, cardIds, collapsed, onCollapse, verdict, empty, children }: BoardColumnViewProps<Card>) {
  const { setNodeRef, isOver } = useDroppable({ id: column.id, data: { columnId: column.id }, disabled: collapsed });
  const tone = toneFill[column.tone ?? 'neutral'];
  const over = column.limit !== undefined && column.count !== null && column.count > column.limit;
  const refused = verdict?.allowed === false;
  return (
    <section
      aria-label={`${column.title}, ${column.count ?? column.cards.length}`}
      className={cn('flex shrink-0 flex-col rounded-xl bg-sunken transition-[opacity,box-shadow]', collapsed ? 'w-9' : 'w-72 max-md:w-[82vw] max-md:snap-center', refused && 'opacity-45', isOver && !refused && 'shadow-[inset_0_0_0_1.5px_var(--accent)]')}
    >
      {collapsed ? (
        <CollapsedColumn title={column.title} count={column.count} tone={tone} onExpand={() => onCollapse(false)} />
      ) : (
        <>
          <header className="flex h-10 shrink-0 items-center gap-2 px-3">
            <span aria-hidden className={cn('size-2 shrink-0 rounded-full', tone)} />
            <h2 className="truncate text-sm font-semibold">{column.title}</h2>
            <span className={cn('tabular text-xs', over ? 'font-medium text-warning-text' : 'text-muted')}>
              <NumberText value={column.count} />
              {column.limit === undefined ? null : ` / ${column.limit}`}
              {over ? <span className="sr-only"> over the limit</span> : null}
            </span>
            <span className="ml-auto truncate text-xs text-muted">{column.sum}</span>
            <Button variant="ghost" size="icon-sm" aria-label={`Collapse ${column.title}`} className="-mr-1.5" onClick={() => onCollapse(true)}>
              <ChevronsLeft aria-hidden className="size-3.5" />
            </Button>
          </header>
          {refused ? (
            <p className="mx-3 mb-1 text-xs text-muted" role="status">
              {verdict.reason}
            </p>
          ) : null}
          <SortableContext items={[...cardIds]} strategy={verticalListSortingStrategy}>
            <ul ref={setNodeRef} aria-label={column.title} className="flex min-h-24 flex-1 flex-col gap-1.5 overflow-y-auto px-2 pb-2" tabIndex={-1}>
              {column.loading ? (
                <li aria-hidden className="flex flex-col gap-1.5">
                  {[0, 1, 2].map((line) => (
                    <Skeleton key={line} className="h-20 rounded-lg" />
                  ))}
                </li>
              ) : (
                children
              )}
              {!column.loading && cardIds.length === 0 ? <li className="px-2 py-6 text-center text-xs text-muted">{empty}</li> : null}
              {column.hasMore ? (
                <li>
                  <Button variant="ghost" size="sm" className="w-full" onClick={column.loadMore}>
                    Load more
                  </Button>
                </li>
              ) : null}
            </ul>
          </SortableContext>
        </>
      )}
    </section>
  );
}
