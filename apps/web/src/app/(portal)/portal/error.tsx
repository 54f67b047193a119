'use client';
import { lazy, Suspense } from 'react';

// Fetched when something went wrong.
const ErrorState = lazy(() => import('@/ui/failed-states').then((module) => ({ default: module.ErrorState })));

/** Inside the shell, so that the portal stays usable. */
export default function PortalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Suspense><ErrorState page title="This page broke" text="Nothing you saved is lost. Try again; if it stays, tell support the reference." reference={error.digest} onRetry={retry} /></Suspense>;
}
