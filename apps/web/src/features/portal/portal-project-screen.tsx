'use client';
import { useQuery } from '@apollo/client/react';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { PortalProjectDocument, type PortalProjectQuery, type WorkStatus } from '@/gql/portal/portal-project';
import { toFailure } from '@/graphql';
import { cn } from '@/lib/cn';
import { Badge, Button, DateText, ErrorState, LoadingNotice, NotFoundState, ProgressBar, Skeleton } from '@/ui';
import { useLiveProgress } from '../projects/use-live-progress';
import { WhyProgress } from '../projects/why-progress-later';
import { clientStatus } from './portal-words';

type Project = NonNullable<PortalProjectQuery['project']>;

/** A project as its client sees it: one honest figure that moves while the page is open, and what stands behind it. */
export function PortalProjectScreen({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(PortalProjectDocument, { variables: { id } });
  const again = () => void refetch();
  useLiveProgress(id, again);
  const project = data?.project ?? null;
  const failure = error && !project ? toFailure(error) : null;
  if (failure?.code === 'NOT_FOUND') return <NotFoundState page what="project" actions={<Button asChild><Link href="/portal">All projects</Link></Button>} />;
  if (failure) return <ErrorState text={failure.message} onRetry={again} />;
  if (!project) return <div aria-busy="true" className="flex flex-col gap-4 py-4"><LoadingNotice what="project" /><Skeleton className="h-8 w-2/3" /><Skeleton className="h-4 w-full" /><Skeleton className="h-64 w-full" /></div>;
  const next = project.milestones.find((milestone) => milestone.status !== 'COMPLETED');
  const state = clientStatus[project.status];
  return (
    <article className="flex flex-col gap-8 py-4">
      <header className="flex flex-col gap-4">
        <Link href="/portal" className="w-fit text-sm text-muted hover:text-text">All projects</Link>
        <div className="flex flex-wrap items-center gap-3"><h1 className="text-2xl font-semibold tracking-tight text-balance">{project.name}</h1><Badge dot tone={state.tone}>{state.label}</Badge></div>
        <ProgressBar basisPoints={project.progressBasisPoints} label={`Progress of ${project.name}`} size="lg" why={<WhyProgress kind="PROJECT" id={project.id} />} />
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
          {next ? <div><dt className="text-muted">Next step</dt><dd className="font-medium">{next.name}</dd></div> : null}
          {project.startOn ? <div><dt className="text-muted">Started</dt><dd><DateText value={project.startOn} /></dd></div> : null}
          {project.dueOn ? <div><dt className="text-muted">Planned for</dt><dd><DateText value={project.dueOn} /></dd></div> : null}
        </dl>
      </header>
      {project.milestones.length > 0 ? <Milestones project={project} /> : null}
      <Work project={project} />
      {project.scope ? <section className="flex flex-col gap-1"><h2 className="text-md font-semibold">What you get</h2><p className="whitespace-pre-wrap">{project.scope}</p></section> : null}
    </article>
  );
}

function StateIcon({ status }: { status: WorkStatus }) {
  // Drawn, not imported: each icon counts in the portal's first load.
  const mark = status === 'COMPLETED' ? <Check aria-hidden className="size-3.5" /> : <span aria-hidden className={cn('size-3 rounded-full border-current', status === 'TODO' ? 'border-2' : 'border-4')} />;
  const words = status === 'COMPLETED' ? 'Done' : status === 'TODO' ? 'Not started' : status === 'CANCELLED' ? 'Dropped' : 'In the works';
  return <span className={cn('flex size-6 shrink-0 items-center justify-center rounded-full', status === 'COMPLETED' ? 'bg-success-soft text-success-text' : status === 'TODO' ? 'text-faint' : 'bg-accent-soft text-accent-text')}>{mark}<span className="sr-only">{words}</span></span>;
}

function Milestones({ project }: { project: Project }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">Milestones</h2>
      <ol className="flex flex-col gap-2">
        {project.milestones.map((milestone) => (
          <li key={milestone.id} className="flex flex-wrap items-center gap-3 rounded-lg border bg-raised px-4 py-3">
            <StateIcon status={milestone.status} />
            <span className="min-w-32 flex-1 font-medium">{milestone.name}</span>
            {milestone.dueOn ? <DateText value={milestone.dueOn} className="text-sm text-muted" /> : null}
            <span className="w-full sm:w-40"><ProgressBar basisPoints={milestone.progressBasisPoints} label={`Progress of ${milestone.name}`} /></span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Work({ project }: { project: Project }) {
  if (project.tasks.nodes.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">The work</h2>
      <ul className="flex flex-col divide-y">
        {project.tasks.nodes.map((task) => (
          <li key={task.id} className="flex flex-wrap items-center gap-3 py-2.5">
            <StateIcon status={task.progressBasisPoints === 10_000 ? 'COMPLETED' : task.status} />
            <span className="min-w-40 flex-1">{task.title}</span>
            <span className="w-full sm:w-40"><ProgressBar basisPoints={task.progressBasisPoints} label={`Progress of ${task.title}`} size="sm" /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
