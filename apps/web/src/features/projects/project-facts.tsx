'use client';
import Link from 'next/link';
import { useState } from 'react';
import { type ProjectQuery, UpdateProjectDocument, type UpdateProjectInput } from '@/gql/projects/projects';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, InlineSelect, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { Button, ConfirmDialog, DateText, MoneyText } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

type Project = NonNullable<ProjectQuery['project']>;
type Facts = Omit<UpdateProjectInput, 'id' | 'version'>;

function useProjectSaver(project: Project, onChanged: () => void) {
  const update = useMutationWithIdempotency(UpdateProjectDocument, (data) => data.updateProject);
  const send = (version: number, facts: Facts) => update.run({ input: { id: project.id, version, ...facts } });
  return { send, save: useFactSaver(project.version, send, onChanged) };
}

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
      <Fact label="Manager"><InlineSelect label="Manager" clearable value={project.owner ? { value: project.owner.id, label: project.owner.name } : null} options={people.load} readOnly={readOnly} onSave={(next) => save({ ownerId: next?.value ?? null })} /></Fact>
      <Fact label="Deal">{project.deal ? <Link className="hover:underline" href={`/deals/${project.deal.id}`}>{project.deal.number}</Link> : '–'}</Fact>
      <Fact label="Budget"><MoneyText money={project.budget} /></Fact>
      <Fact label="Start"><InlineEdit label="Start" type="date" value={project.startOn ?? ''} display={<DateText value={project.startOn} />} readOnly={readOnly} onSave={(day, force) => save({ startOn: day || null }, { field: 'start_on', force })} /></Fact>
      <Fact label="Due"><InlineEdit label="Due" type="date" value={project.dueOn ?? ''} display={<DateText value={project.dueOn} />} readOnly={readOnly} onSave={(day, force) => save({ dueOn: day || null }, { field: 'due_on', force })} /></Fact>
      {project.approvedAt ? <Fact label="Approved"><DateText value={project.approvedAt} /></Fact> : null}
      <Fact label="Client sees it"><ProjectSharing project={project} readOnly={readOnly} onChanged={onChanged} /></Fact>
      {project.statusReason ? <Fact label="Because" stack>{project.statusReason}</Fact> : null}
    </FactList>
  );
}

/** Publishing to the client is confirmed by name; taking it back is not. */
function ProjectSharing({ project, readOnly, onChanged }: { project: Project; readOnly: boolean; onChanged: () => void }) {
  const [asking, setAsking] = useState(false);
  const { send } = useProjectSaver(project, onChanged);
  const shared = project.sharedWithClient;
  const customer = project.customer?.name ?? 'the client';
  return (
    <span className="flex flex-1 items-center justify-between gap-2">
      {shared ? 'Yes' : 'Not yet'}
      {readOnly ? null : <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>{shared ? 'Hide' : 'Show to client'}</Button>}
      <ConfirmDialog
        open={asking} onOpenChange={setAsking} danger={shared} title={shared ? `Hide ${project.name} from ${customer}?` : `Show ${project.name} to ${customer}?`} confirmLabel={shared ? 'Hide project' : 'Show project'}
        typeToConfirm={shared ? undefined : project.name}
        body={shared ? 'It disappears from their portal at once.' : 'They see its progress, milestones and shared tasks in their portal from now on, live.'}
        onConfirm={async () => {
          const outcome = await send(project.version, { sharedWithClient: !shared });
          onChanged();
          if (!outcome.ok) throw new FailureError(outcome.failure);
        }}
      />
    </span>
  );
}

/** What was agreed, in words; edited in its place. */
export function ProjectScope({ project, onChanged }: { project: Project; onChanged: () => void }) {
  const { save } = useProjectSaver(project, onChanged);
  const readOnly = !useCan('project.update');
  return (
    <div className="max-w-2xl text-sm">
      <InlineEdit label="Scope" type="multiline" value={project.scope ?? ''} display={project.scope ?? 'No scope was written down.'} readOnly={readOnly} onSave={(text, force) => save({ scope: text.trim() || null }, { field: 'scope', force })} />
    </div>
  );
}
