import type { ProjectQuery } from '@/gql/projects/projects';
import { Badge, DateText } from '@/ui';

type Decisions = NonNullable<ProjectQuery['project']>['decisions'];

const words = { APPROVED: { label: 'Approved', tone: 'success' }, REJECTED: { label: 'Rejected', tone: 'danger' }, RETURNED: { label: 'Returned', tone: 'warning' } } as const;

/** Stage 7's records: who judged what, and how. */
export function ProjectDecisions({ decisions }: { decisions: Decisions }) {
  if (decisions.length === 0) return <p className="text-sm text-muted">Nobody has judged it yet.</p>;
  return (
    <ul className="flex max-w-2xl flex-col gap-3">
      {decisions.map((decision) => (
        <li key={decision.id} className="flex flex-col gap-2 rounded-md border p-3 text-sm">
          <p className="flex items-center gap-2"><Badge tone={words[decision.decision].tone}>{words[decision.decision].label}</Badge><span className="text-muted">{decision.decidedBy?.name ?? 'Somebody'}, <DateText value={decision.decidedAt} format="date-time" /></span></p>
          <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1">
            {([['Feasibility', decision.feasibility], ['Budget', decision.budget], ['Resources', decision.resources], ['Risk', decision.risk], ['Conditions', decision.conditions]] as const).map(([label, text]) =>
              text ? <div key={label} className="contents"><dt className="text-muted">{label}</dt><dd>{text}</dd></div> : null)}
          </dl>
        </li>
      ))}
    </ul>
  );
}
