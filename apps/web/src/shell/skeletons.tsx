import { LoadingNotice, Skeleton } from '@/ui/skeleton';

/** A list page before anything of it is known. */
export function ListPageSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col gap-4 px-4 py-4 md:px-5">
      <LoadingNotice what="page" />
      <Skeleton className="h-5 w-40" />
      <div className="flex gap-2">
        <Skeleton className="h-7 w-56 rounded-md" />
        <Skeleton className="h-7 w-20 rounded-md" />
      </div>
      <div className="flex flex-col gap-4 border-t pt-4">
        {['w-3/5', 'w-2/5', 'w-1/2', 'w-3/5', 'w-2/5', 'w-1/3', 'w-1/2', 'w-2/5'].map((width, line) => (
          <Skeleton key={`${width}-${line}`} className={width} />
        ))}
      </div>
    </div>
  );
}

/** The staff shell before the viewer is known: same bones, no words. */
export function StaffShellSkeleton() {
  return (
    <div className="flex h-dvh">
      <div className="flex w-56 flex-col gap-3 border-r bg-sunken p-3 max-md:hidden">
        <Skeleton className="h-6 w-36" />
        <Skeleton className="h-8 rounded-md" />
        {[0, 1, 2, 3, 4, 5].map((line) => (
          <Skeleton key={line} className="h-5 w-28" />
        ))}
      </div>
      <main className="flex min-w-0 flex-1 flex-col">
        <ListPageSkeleton />
      </main>
    </div>
  );
}

/** The portal before anything of it is known. */
export function PortalSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-5 py-10">
      <LoadingNotice what="page" />
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-32 rounded-xl" />
      <Skeleton className="h-48 rounded-xl" />
    </div>
  );
}
