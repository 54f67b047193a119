'use client';
import { lazy, Suspense } from 'react';
import { useViewer } from '@/session';
import { Card } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';

const Security = lazy(() => import('./portal-account-security'));
const Notifications = lazy(() => import('../notifications/portal-preferences'));

/** A client's own account: who they are here, and how they get in. */
export function PortalAccountScreen() {
  const viewer = useViewer();
  return (
    <div className="flex max-w-2xl flex-col gap-4 py-4">
      <header className="flex flex-col gap-1 pb-2">
        <h1 className="text-2xl font-semibold tracking-tight">Your account</h1>
        <p className="text-muted">Who you are here, and how you get in.</p>
      </header>
      <Card title="You">
        <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
          <dt className="text-muted">Name</dt>
          <dd className="truncate">{viewer.name}</dd>
          <dt className="text-muted">E-mail</dt>
          <dd className="truncate">{viewer.email}</dd>
        </dl>
        <p className="mt-3 text-xs text-muted">Is something wrong? Write to your contact at {viewer.organization.name}; they change it for you.</p>
      </Card>
      <Suspense fallback={<div aria-busy="true" className="flex flex-col gap-4"><Skeleton className="h-32 w-full" /><Skeleton className="h-48 w-full" /></div>}>
        <Security />
        <Notifications />
      </Suspense>
    </div>
  );
}
