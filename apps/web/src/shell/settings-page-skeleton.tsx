import { LoadingNotice, Skeleton } from '@/ui';

/** What stands where a heavy settings page is about to come. */
export function SettingsPageSkeleton() {
  return (
    <div aria-busy="true" className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
      <LoadingNotice what="settings" />
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-64 w-full rounded-lg" />
      <Skeleton className="h-40 w-full rounded-lg" />
    </div>
  );
}
