'use client';
import { useQuery } from '@apollo/client/react';
import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { PortalProjectsDocument, type PortalProjectsQuery } from '@/gql/portal/portal-home';
import { toFailure, useRecordChanges } from '@/graphql';
import { useViewer } from '@/session';
import { Badge, DateText, LoadingNotice, ProgressBar, Skeleton } from '@/ui';
import { clientStatus } from './portal-words';

const PortalStates = lazy(() => import('./portal-states'));

type Project = PortalProjectsQuery['projects']['nodes'][number];

/** The client's overview: each project with how far it is and what comes next. */
export function PortalHomeScreen() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(PortalProjectsDocument);
  const again = () => void refetch();
  useRecordChanges({ subjects: ['project', 'milestone'], onChange: again, onResync: again });
  const projects = data?.projects.nodes;
  return (
    <div className="flex flex-col gap-6 py-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">Welcome, {viewer.name.split(' ')[0]}</h1>
        <p className="text-muted">Your projects with {viewer.organization.name}, as they stand this minute.</p>
      </header>
      {error && !projects ? <Suspense><PortalStates problem={toFailure(error)} onRetry={again} /></Suspense> : null}
      {!projects && !error ? <div aria-busy="true" className="flex flex-col gap-4"><LoadingNotice what="projects" /><Skeleton className="h-32 w-full" /><Skeleton className="h-32 w-full" /></div> : null}
      {projects?.length === 0 ? <Suspense><PortalStates problem="EMPTY" onRetry={again} /></Suspense> : null}
      <ul className="grid gap-4 md:grid-cols-2">{projects?.map((project) => <li key={project.id}><ProjectCard project={project} /></li>)}</ul>
    </div>
  );
}

function ProjectCard({ project }: { project: Project }) {
  const next = project.milestones.find((milestone) => milestone.status !== 'COMPLETED');
  const state = clientStatus[project.status];
  return (
    <Link href={`/portal/projects/${project.id}`} className="flex h-full flex-col gap-4 rounded-xl border bg-raised p-5 shadow-lift hover:border-border-strong">
      <span className="flex items-start justify-between gap-3">
        <span><span className="block text-md font-semibold">{project.name}</span><span className="tabular text-sm text-muted">{project.number}</span></span>
        <Badge dot tone={state.tone}>{state.label}</Badge>
      </span>
      <ProgressBar basisPoints={project.progressBasisPoints} label={`Progress of ${project.name}`} size="lg" />
      <span className="flex items-center justify-between text-sm text-muted">
        <span>{next ? <>Next: {next.name}{next.dueOn ? <>, <DateText value={next.dueOn} format="day" /></> : null}</> : 'Everything planned is done'}</span>
        <svg aria-hidden viewBox="0 0 24 24" className="size-4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round"><path d="m9 18 6-6-6-6" /></svg>
      </span>
    </Link>
  );
}
