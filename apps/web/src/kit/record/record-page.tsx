'use client';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Failure } from '@/graphql/failure';
import { Button } from '@/ui/button';
import { LoadingNotice, Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/failed-states';
import { ForbiddenState, NotFoundState } from '@/ui/states';
import { type Tab, Tabs } from '@/ui/tabs';
import { type Crumb, PageHeader } from './page-header';

function RecordSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col gap-6 px-4 py-4 md:px-5">
      <LoadingNotice what="record" />
      <Skeleton className="h-5 w-72 max-w-full" />
      <div className="flex flex-1 gap-8">
        <div className="flex flex-1 flex-col gap-3">
          <Skeleton className="w-1/2" />
          {['w-11/12', 'w-4/5', 'w-2/3', 'w-5/6', 'w-1/2'].map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
        <div className="hidden w-80 flex-col gap-4 lg:flex">
          {[0, 1, 2, 3, 4, 5].map((line) => (
            <Skeleton key={line} className="w-full opacity-80" />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Tab shown now, kept in the URL as `?tab=`; the first one needs no parameter. */
export function useTabParam(first: string): [string, (id: string) => void] {
  const params = useSearchParams();
  const set = (id: string) => {
    const next = new URLSearchParams(window.location.search);
    if (id === first) next.delete('tab');
    else next.set('tab', id);
    window.history.replaceState(null, '', next.size > 0 ? `?${next}` : window.location.pathname);
  };
  return [params.get('tab') ?? first, set];
}

export interface RecordPageProps {
  /** Singular, lower case: "lead". */
  what: string;
  /** Draws the skeleton. */
  loading: boolean;
  failure: Failure | null;
  onRetry?: () => void;
  /** The record has been asked for and is not there (or not visible). */
  missing?: boolean;
  title: ReactNode;
  reference?: string | null;
  crumbs?: readonly Crumb[];
  /** A `StatusControl`. */
  status?: ReactNode;
  /** Beside the status: visibility, rating, tags. */
  marks?: ReactNode;
  actions?: ReactNode;
  /** Under the title: progress, a warning, the next step. */
  banner?: ReactNode;
  tabs: readonly Tab[];
  /** Facts at the side (under the tabs on a phone). */
  aside?: ReactNode;
}

/** The page of a record: head with status and actions, tabs with counts, facts at the side; every other state included. */
export function RecordPage({ what, loading, failure, onRetry, missing = false, title, reference, crumbs, status, marks, actions, banner, tabs, aside }: RecordPageProps) {
  const [tab, setTab] = useTabParam(tabs[0]?.id ?? '');
  if (loading) return <RecordSkeleton />;
  const out = crumbs?.at(-1);
  const back = out ? <Button asChild><Link href={out.href}>Back to {out.label}</Link></Button> : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} actions={back} />;
  if (missing || failure?.code === 'NOT_FOUND') return <NotFoundState page what={what} actions={back} />;
  if (failure) return <ErrorState page title={`The ${what} could not be loaded`} text={failure.message} reference={failure.requestId} offline={failure.code === 'OFFLINE'} onRetry={onRetry} />;
  const current = tabs.some((each) => each.id === tab) ? tab : (tabs[0]?.id ?? '');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title={title}
        crumbs={crumbs}
        reference={reference}
        marks={
          status || marks ? (
            <>
              {status}
              {marks}
            </>
          ) : undefined
        }
        actions={actions}
      >
        {banner}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
        <div className="flex min-w-0 flex-1 flex-col px-4 pb-8 md:px-5 lg:overflow-y-auto">
          {tabs.length === 1 ? <div className="pt-3">{tabs[0]?.content}</div> : <Tabs label={`Parts of this ${what}`} tabs={tabs} value={current} onValueChange={setTab} />}
        </div>
        {aside ? (
          <aside aria-label="Facts" className="flex shrink-0 flex-col gap-6 border-t px-4 py-4 md:px-5 lg:w-84 lg:overflow-y-auto lg:border-t-0 lg:border-l">
            {aside}
          </aside>
        ) : null}
      </div>
    </div>
  );
}
