'use client';
import { CreateTeamDocument, UpdateTeamDocument } from '@/gql/departments/departments';
import { FormDialog, ReferenceField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { TickListField } from '../shared/tick-list-field';
import type { DepartmentRecord } from './department-screen';
import type { TeamRecord } from './department-teams';

/** A team, new or changed: its name, its lead, its members. */
export function TeamForm({ department, team, onClose, onChanged }: { department: DepartmentRecord; team: TeamRecord | null; onClose: () => void; onChanged: () => void }) {
  const defaults = { name: team?.name ?? '', lead: (team?.lead ? { value: team.lead.id, label: team.lead.name } : null) as Option | null, memberIds: team?.members.map(({ id }) => id) ?? [] };
  const factsOf = ({ name, lead, memberIds }: typeof defaults) => ({ name: name.trim(), leadId: lead?.value ?? null, memberIds });
  const done = (text: string) => () => {
    notify.success(text);
    onChanged();
    onClose();
  };
  const restored = () => {
    onChanged();
    onClose();
  };
  const paths = { leadId: 'lead' } as const;
  const create = useMutationForm({ document: CreateTeamDocument, defaults, paths, variables: (values: typeof defaults) => ({ input: { departmentId: department.id, ...factsOf(values) } }), select: (data) => data.createTeam, onDone: done('Team created') });
  const update = useMutationForm({ document: UpdateTeamDocument, defaults, paths, variables: (values: typeof defaults) => ({ input: { id: team?.id ?? '', version: team?.version ?? 0, ...factsOf(values) } }), select: (data) => data.updateTeam, onDone: done('Team saved') });
  // Who is in the team already stays to be seen, also after leaving the department.
  const people = new Map([...department.members, ...(team?.members ?? [])].map(({ id, name }) => [id, name]));
  const options = [...people].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <FormDialog open onOpenChange={onClose} title={team ? team.name : `New team of ${department.name}`} submitLabel={team ? 'Save team' : 'Create team'} form={team ? update : create}>
      <TextField name="name" label="Name" required autoFocus />
      <ReferenceField name="lead" label="Lead" options={options} hint="Hands out the team's work." />
      <TickListField name="memberIds" label="Members" options={options} empty="Nobody belongs to this department yet." />
      {team ? <HistoryButton subject="team" id={team.id} name={team.name} onRestored={restored} /> : null}
    </FormDialog>
  );
}
