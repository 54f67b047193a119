'use client';
import { Check } from 'lucide-react';
import type { PortalProjectQuery, WorkStatus } from '@/gql/portal/portal-project';
import { cn } from '@/lib/cn';
import { DateText, ProgressBar } from '@/ui';
import PortalTalk from '../chat/portal-talk';
import { PortalFiles } from '../files/portal-files';

export type Project = NonNullable<PortalProjectQuery['project']>;

/** Dates, milestones and work below the headline: fetched by themselves, so that the one figure comes first (and the first load stays small). */
export default function PortalProjectParts({ project }: { project: Project }) {
  const next = project.milestones.find((milestone) => milestone.status !== 'COMPLETED');
  return (
    <>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {next ? <div><dt className="text-muted">Next step</dt><dd className="font-medium">{next.name}</dd></div> : null}
        {project.startOn ? <div><dt className="text-muted">Started</dt><dd><DateText value={project.startOn} /></dd></div> : null}
        {project.dueOn ? <div><dt className="text-muted">Planned for</dt><dd><DateText value={project.dueOn} /></dd></div> : null}
      </dl>
      {project.milestones.length > 0 ? <Milestones project={project} /> : null}
      <Work project={project} />
      <PortalFiles projectId={project.id} />
      <PortalTalk projectId={project.id} />
      {project.scope ? <section className="flex flex-col gap-1"><h2 className="text-md font-semibold">What you get</h2><p className="whitespace-pre-wrap">{project.scope}</p></section> : null}
    </>
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
