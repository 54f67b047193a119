import Link from 'next/link';
import type { TaskQuery } from '@/gql/tasks/tasks';
import { Avatar, Badge, DateText, ProgressBar } from '@/ui';
import { workStatusLabel, workStatusTone } from '../projects/project-words';

export type Task = NonNullable<TaskQuery['task']>;

/** Minutes as people say them: `1 h 30 min`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** The parts of a task, and what reviewers said of it. */
export function TaskParts({ task }: { task: Task }) {
  return (
    <>
      {task.subTasks.length > 0 ? (
        <section className="flex flex-col gap-1">
          <h2 className="text-xs font-medium text-muted">Sub-tasks</h2>
          {task.subTasks.map((part) => (
            <Link key={part.id} href={`/tasks/${part.id}`} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-1 hover:bg-hover max-md:py-2">
              <span className="min-w-0 text-sm max-md:basis-full md:flex-1 md:truncate">{part.title}</span>
              <span className="flex -space-x-1">{part.assignees.map((person) => <Avatar key={person.id} name={person.name} size="xs" />)}</span>
              <Badge dot tone={workStatusTone[part.status]}>{workStatusLabel[part.status]}</Badge>
              <span className="w-24 max-md:ml-auto"><ProgressBar basisPoints={part.progressBasisPoints} label={`Progress of ${part.title}`} size="sm" /></span>
            </Link>
          ))}
        </section>
      ) : null}
      {task.reviews.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-xs font-medium text-muted">Reviews</h2>
          {task.reviews.map((review) => (
            <p key={review.id} className="text-sm"><Badge tone={review.decision === 'ACCEPTED' ? 'success' : 'warning'}>{review.decision === 'ACCEPTED' ? 'Accepted' : 'Returned'}</Badge> <span className="text-muted">{review.reviewer?.name ?? 'Somebody'}, <DateText value={review.reviewedAt} format="relative" /></span>{review.reason ? <span className="block whitespace-pre-wrap">{review.reason}</span> : null}</p>
          ))}
        </section>
      ) : null}
    </>
  );
}

/** Time that was logged on a task. */
export function TaskTime({ task }: { task: Task }) {
  if (task.timeEntries.nodes.length === 0) return <p className="text-sm text-muted">Nobody has logged time yet.</p>;
  return (
    <table className="w-full max-w-2xl text-sm">
      <thead><tr className="border-b text-left text-xs text-muted"><th scope="col" className="py-1 font-medium">Day</th><th scope="col" className="py-1 font-medium">Who</th><th scope="col" className="py-1 font-medium">Note</th><th scope="col" className="py-1 text-right font-medium">Time</th></tr></thead>
      <tbody>
        {task.timeEntries.nodes.map((entry) => (
          <tr key={entry.id} className="border-b last:border-0"><td className="py-1.5"><DateText value={entry.workedOn} /></td><td className="py-1.5">{entry.user?.name ?? '–'}</td><td className="py-1.5 text-muted">{entry.note}</td><td className="tabular py-1.5 text-right">{minutesText(entry.minutes)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
