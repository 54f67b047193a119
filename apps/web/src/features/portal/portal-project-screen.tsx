'use client';
import { useQuery } from '@apollo/client/react';
import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { PortalProjectDocument } from '@/gql/portal/portal-project';
import { toFailure } from '@/graphql';
import { Badge, LoadingNotice, ProgressBar, Skeleton } from '@/ui';
import { useLiveProgress } from '../projects/use-live-progress';
import { WhyProgress } from '../projects/why-progress-later';
import { clientStatus } from './portal-words';

const Parts = lazy(() => import('./portal-project-parts'));
const PortalStates = lazy(() => import('./portal-states'));

/** A project as its client sees it: one honest figure that moves while the page is open, and what stands behind it. */
export function PortalProjectScreen({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(PortalProjectDocument, { variables: { id } });
  const again = () => void refetch();
  useLiveProgress(id, again);
  const project = data?.project ?? null;
  const failure = error && !project ? toFailure(error) : null;
  if (failure) return <Suspense><PortalStates problem={failure.code === 'NOT_FOUND' ? 'MISSING' : failure} onRetry={again} /></Suspense>;
  if (!project) return <div aria-busy="true" className="flex flex-col gap-4 py-4"><LoadingNotice what="project" /><Skeleton className="h-8 w-2/3" /><Skeleton className="h-4 w-full" /><Skeleton className="h-64 w-full" /></div>;
  const state = clientStatus[project.status];
  return (
    <article className="flex flex-col gap-8 py-4">
      <header className="flex flex-col gap-4">
        <Link href="/portal" className="w-fit text-sm text-muted hover:text-text">All projects</Link>
        <div className="flex flex-wrap items-center gap-3"><h1 className="text-2xl font-semibold tracking-tight text-balance">{project.name}</h1><Badge dot tone={state.tone}>{state.label}</Badge></div>
        <ProgressBar basisPoints={project.progressBasisPoints} label={`Progress of ${project.name}`} size="lg" why={<WhyProgress kind="PROJECT" id={project.id} />} />
      </header>
      <Suspense fallback={<Skeleton className="h-64 w-full" />}>
        <Parts project={project} />
      </Suspense>
    </article>
  );
}
