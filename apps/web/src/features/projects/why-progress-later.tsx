'use client';
import { type ComponentProps, lazy, Suspense } from 'react';
import { LoadingNotice, Skeleton } from '@/ui';

// React's own, not next/dynamic: the portal has no other part that comes later, and its first load is counted in bytes.
const Explanation = lazy(() => import('./why-progress').then((module) => ({ default: module.WhyProgress })));

/** The explanation of a figure, fetched when somebody asks for it. */
export function WhyProgress(props: ComponentProps<typeof Explanation>) {
  return (
    <Suspense fallback={<div className="flex flex-col gap-2"><LoadingNotice what="explanation" /><Skeleton className="w-2/3" /><Skeleton /><Skeleton /></div>}>
      <Explanation {...props} />
    </Suspense>
  );
}
