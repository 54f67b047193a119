import Link from 'next/link';
import type { ProjectQuery } from '@/gql/projects/projects';
import { Fact, FactList } from '@/kit';
import { DateText, MoneyText } from '@/ui';

type Project = NonNullable<ProjectQuery['project']>;

/** Facts at the side of a project. */
export function ProjectFacts({ project }: { project: Project }) {
  return (
    <FactList title="Details">
      <Fact label="Customer">{project.customer ? <Link className="hover:underline" href={`/customers/${project.customer.id}`}>{project.customer.name}</Link> : '–'}</Fact>
      <Fact label="Service">{project.category?.name ?? '–'}</Fact>
      <Fact label="Department">{project.department?.name ?? '–'}</Fact>
      <Fact label="Manager">{project.owner?.name ?? 'Nobody'}</Fact>
      <Fact label="Deal">{project.deal ? <Link className="hover:underline" href={`/deals/${project.deal.id}`}>{project.deal.number}</Link> : '–'}</Fact>
      <Fact label="Budget"><MoneyText money={project.budget} /></Fact>
      <Fact label="Start"><DateText value={project.startOn} /></Fact>
      <Fact label="Due"><DateText value={project.dueOn} /></Fact>
      {project.approvedAt ? <Fact label="Approved"><DateText value={project.approvedAt} /></Fact> : null}
      <Fact label="Client sees it">{project.sharedWithClient ? 'Yes' : 'Not yet'}</Fact>
      {project.statusReason ? <Fact label="Because" stack>{project.statusReason}</Fact> : null}
    </FactList>
  );
}
