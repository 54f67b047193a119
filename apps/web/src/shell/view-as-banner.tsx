'use client';
import { lazy, Suspense } from 'react';
import { useViewer } from '@/session';

const Part = lazy(() => import('./view-as-banner-part'));

/** On every page while one views as somebody else: as whom, that nothing can be changed, how long still, and the way out. */
export function ViewAsBanner() {
  const { viewing } = useViewer();
  return viewing ? (
    <Suspense fallback={null}>
      <Part viewing={viewing} />
    </Suspense>
  ) : null;
}
