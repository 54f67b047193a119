'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DeleteTeamDocument } from '@/gql/departments/departments';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { useCan } from '@/session';
import { AvatarStack, Button, ConfirmDialog, EmptyState, notify, Person } from '@/ui';
import type { DepartmentRecord } from './department-screen';

// Fetched when it opens.
const TeamForm = dynamic(() => import('./team-form').then((module) => module.TeamForm), { ssr: false });

export type TeamRecord = DepartmentRecord['teams'][number];

/** The teams of a department: who leads them and who works in them. */
export function DepartmentTeams({ department, onChanged }: { department: DepartmentRecord; onChanged: () => void }) {
  const [editing, setEditing] = useState<TeamRecord | 'NEW' | null>(null);
  const [deleting, setDeleting] = useState<TeamRecord | null>(null);
  const remove = useMutationWithIdempotency(DeleteTeamDocument, (answer) => answer.deleteTeam);
  const mayCreate = useCan('team.create') && !department.archived;
  const mayUpdate = useCan('team.update') && !department.archived;
  const mayDelete = useCan('team.delete');
  const add = mayCreate ? <Button onClick={() => setEditing('NEW')}>New team</Button> : null;
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {department.teams.length === 0 ? <EmptyState title="No teams yet" text="A team has a lead who hands out its work." actions={add} className="py-8" /> : (
        <ul className="divide-y rounded-lg border bg-raised">
          {department.teams.map((team) => (
            <li key={team.id} className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5 text-sm">
              <span className="min-w-40 flex-1 font-medium">{team.name}</span>
              <span className="w-44 text-xs text-muted"><span className="sr-only">Lead: </span><Person name={team.lead?.name} fallback="No lead" /></span>
              {team.members.length > 0 ? <AvatarStack names={team.members.map(({ name }) => name)} /> : <span className="text-xs text-muted">No members</span>}
              <span className="flex gap-1">
                {mayUpdate ? <Button size="sm" variant="ghost" aria-label={`Edit ${team.name}`} onClick={() => setEditing(team)}>Edit</Button> : null}
                {mayDelete ? <Button size="sm" variant="ghost" aria-label={`Delete ${team.name}`} onClick={() => setDeleting(team)}>Delete</Button> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {department.teams.length > 0 ? <div>{add}</div> : null}
      {editing ? <TeamForm department={department} team={editing === 'NEW' ? null : editing} onClose={() => setEditing(null)} onChanged={onChanged} /> : null}
      <ConfirmDialog
        open={deleting !== null} onOpenChange={(open) => !open && setDeleting(null)} danger title={`Delete the team ${deleting?.name ?? ''}?`} confirmLabel="Delete team" typeToConfirm={deleting?.name}
        body="Its people stay in the department; what was assigned to the team belongs to no team then. This cannot be undone."
        onConfirm={async () => {
          if (!deleting) return;
          const outcome = await remove.run({ input: { id: deleting.id, version: deleting.version } });
          if (!outcome.ok) throw new FailureError(outcome.failure);
          notify.success(`${deleting.name} is deleted`);
          onChanged();
        }}
      />
    </div>
  );
}
