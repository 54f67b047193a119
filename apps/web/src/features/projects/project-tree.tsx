'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ProjectQuery, TreeMilestoneFragment, TreeTaskFragment } from '@/gql/projects/projects';
import { cn } from '@/lib/cn';
import { Avatar, Badge, DateText, ProgressBar, VisibilityMark } from '@/ui';
import { workStatusLabel, workStatusTone } from './project-words';
import { WhyProgress } from './why-progress-later';

type Project = NonNullable<ProjectQuery['project']>;
type Task = Project['tasks']['nodes'][number];

/** The work of a project: its tasks under their milestones, each with its sub-tasks. */
export function ProjectTree({ project, onMilestone }: { project: Project; onMilestone: ((milestone: TreeMilestoneFragment) => void) | null }) {
  const groups = [...project.milestones.map((milestone) => ({ id: milestone.id, milestone })), { id: 'none', milestone: null }]
    .map((group) => ({ ...group, tasks: project.tasks.nodes.filter((task) => (task.milestone?.id ?? 'none') === group.id) }))
    .filter((group) => group.tasks.length > 0 || group.milestone);
  if (project.tasks.totalCount === 0 && project.milestones.length === 0) {
    const planned = ['APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW'].includes(project.status);
    return <p className="text-sm text-muted">{planned ? 'No tasks yet. Plan the project from a template, or add tasks by hand.' : 'No tasks yet. They are planned once the project is approved.'}</p>;
  }
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ id, milestone, tasks }) => (
        <section key={id} aria-label={milestone?.name ?? 'Tasks'} className="flex flex-col">
          {milestone ? (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b pb-1.5">
              <h2 className="text-sm font-semibold max-md:basis-full md:flex-1">{onMilestone ? <button type="button" aria-label={`${milestone.name}. Edit`} className="underline-offset-3 hover:underline" onClick={() => onMilestone(milestone)}>{milestone.name}</button> : milestone.name}</h2>
              <span className="text-xs text-muted">due <DateText value={milestone.dueOn} format="day" /></span>
              <span className="w-36 max-md:ml-auto"><ProgressBar basisPoints={milestone.progressBasisPoints} label={`Progress of ${milestone.name}`} size="sm" why={<WhyProgress kind="MILESTONE" id={milestone.id} />} /></span>
            </div>
          ) : null}
          <ul className="flex flex-col">{tasks.map((task) => <TaskNode key={task.id} task={task} />)}</ul>
        </section>
      ))}
    </div>
  );
}

function TaskNode({ task }: { task: Task }) {
  const [open, setOpen] = useState(true);
  const inner = task.subTasks.length > 0;
  return (
    <li>
      <TaskRow
        task={task}
        toggle={inner ? <button type="button" aria-expanded={open} aria-label={`${open ? 'Hide' : 'Show'} the parts of ${task.title}`} onClick={() => setOpen(!open)} className="rounded-sm p-0.5 hover:bg-hover"><ChevronRight className={cn('size-3.5 text-muted transition-transform', open && 'rotate-90')} /></button> : <span className="w-4.5" />}
      />
      {inner && open ? <ul className="ml-5 flex flex-col border-l pl-2">{task.subTasks.map((below) => <li key={below.id}><TaskRow task={below} /></li>)}</ul> : null}
    </li>
  );
}

function TaskRow({ task, toggle = null }: { task: TreeTaskFragment; toggle?: React.ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 rounded-md px-1 py-1 hover:bg-hover max-md:py-2 md:gap-x-3">
      <span className="flex min-w-0 items-center gap-x-3 max-md:basis-full md:flex-1">
        {toggle}
        <Link href={`/tasks/${task.id}`} className="min-w-0 flex-1 text-sm hover:underline md:truncate">{task.title}</Link>
      </span>
      {task.sharedWithClient ? <VisibilityMark audience="client" compact /> : null}
      {task.returns > 0 ? <span className="text-xs text-warning-text">{task.returns}× returned</span> : null}
      <span className="flex -space-x-1">{task.assignees.map((person) => <Avatar key={person.id} name={person.name} size="xs" />)}</span>
      <DateText value={task.dueOn} format="day" className="text-xs text-muted md:w-14 md:text-right" />
      <span className="md:w-28"><Badge dot tone={workStatusTone[task.status]}>{workStatusLabel[task.status]}</Badge></span>
      <span className="w-24 max-md:ml-auto max-md:w-20"><ProgressBar basisPoints={task.progressBasisPoints} label={`Progress of ${task.title}`} size="sm" /></span>
    </div>
  );
}
