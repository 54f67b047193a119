'use client';
import { lazy, Suspense } from 'react';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';

const Panel = lazy(() => import('./notification-panel'));

/** The bell's panel, fetched when it first opens. */
export function NotificationPanel({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={<div aria-busy="true" className="flex flex-col gap-3 p-4"><LoadingNotice what="notifications" /><Skeleton className="w-1/3" /><Skeleton /><Skeleton className="w-2/3" /></div>}>
      <Panel onClose={onClose} />
    </Suspense>
  );
}
