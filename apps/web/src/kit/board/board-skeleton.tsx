import { LoadingNotice, Skeleton } from '@/ui/skeleton';

/** The board's own shape while it comes. */
export function BoardSkeleton() {
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 gap-2 overflow-hidden px-4 pb-4 md:px-5">
      <LoadingNotice what="board" />
      {[4, 3, 5, 2].map((cards, column) => (
        <div key={column} className="flex w-72 shrink-0 flex-col gap-1.5 rounded-xl bg-sunken p-2">
          <Skeleton className="my-2 h-4 w-28" />
          {Array.from({ length: cards }, (_, card) => (
            <Skeleton key={card} className="h-20 rounded-lg" />
          ))}
        </div>
      ))}
    </div>
  );
}
