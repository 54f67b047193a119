'use client';
import Link from 'next/link';
import dynamic from 'next/dynamic';
import { Fact, FactList, InlineEdit, InlineSelect } from '@/kit';
import { useCan } from '@/session';
import { DateText, MoneyText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import { TagsFact } from '../tags/tags-fact';
import { type Project, useProjectSaver } from './use-project-saver';

const ProjectSharing = dynamic(() => import('./project-sharing').then((module) => module.ProjectSharing), { ssr: false });

/** Facts at the side of a project, edited in their place. */
export function ProjectFacts({ project, onChanged }: { project: Project; onChanged: () => void }) {
  const { save } = useProjectSaver(project, onChanged);
  const readOnly = !useCan('project.update');
  const people = usePeoplePicker();
  return (
    <FactList title="Details">
      <Fact label="Name" stack><InlineEdit label="Name" value={project.name} readOnly={readOnly} onSave={(name, force) => save({ name: name.trim() }, { field: 'name', force })} /></Fact>
      <Fact label="Customer">{project.customer ? <Link className="hover:underline" href={`/customers/${project.customer.id}`}>{project.customer.name}</Link> : '–'}</Fact>
      <Fact label="Service">{project.category?.name ?? '–'}</Fact>
      <Fact label="Department">{project.department?.name ?? '–'}</Fact>
      <Fact label="Manager"><InlineSelect label="Manager" clearable value={project.owner ? { value: project.owner.id, label: project.owner.name } : null} options={people.load} readOnly={readOnly} onSave={(next, force) => save({ ownerId: next?.value ?? null }, { field: 'owner_id', force })} /></Fact>
      <Fact label="Deal">{project.deal ? <Link className="hover:underline" href={`/deals/${project.deal.id}`}>{project.deal.number}</Link> : '–'}</Fact>
      <Fact label="Budget"><MoneyText money={project.budget} /></Fact>
      <Fact label="Start"><InlineEdit label="Start" type="date" value={project.startOn ?? ''} display={<DateText value={project.startOn} />} readOnly={readOnly} onSave={(day, force) => save({ startOn: day || null }, { field: 'start_on', force })} /></Fact>
      <Fact label="Due"><InlineEdit label="Due" type="date" value={project.dueOn ?? ''} display={<DateText value={project.dueOn} />} readOnly={readOnly} onSave={(day, force) => save({ dueOn: day || null }, { field: 'due_on', force })} /></Fact>
      {project.approvedAt ? <Fact label="Approved"><DateText value={project.approvedAt} /></Fact> : null}
      <TagsFact tags={project.tags ?? []} readOnly={readOnly} onSave={(tags, force) => save({ tags }, { field: 'tags', force })} />
      <Fact label="Client sees it"><ProjectSharing project={project} readOnly={readOnly} onChanged={onChanged} /></Fact>
      {project.statusReason ? <Fact label="Because" stack>{project.statusReason}</Fact> : null}
    </FactList>
  );
}
