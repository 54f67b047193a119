'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Badge, Button, Card } from '@/ui';
import { PersonExceptions } from './person-exceptions';
import { type PersonRecord, usePersonRights } from './use-person-rights';

// Fetched when it opens.
const RolesDialog = dynamic(() => import('./roles-dialog').then((module) => module.RolesDialog), { ssr: false });

/** What somebody may do: their roles and where these hold, and exceptions from them. */
export function PersonAccess({ person, onChanged }: { person: PersonRecord; onChanged: () => void }) {
  const [editing, setEditing] = useState(false);
  const why = usePersonRights(person)('roles');
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Card flush title="Roles" actions={why ? null : <Button size="sm" onClick={() => setEditing(true)}>Change roles</Button>}>
        <ul className="divide-y">
          {person.roles.map(({ id, role, department }) => (
            <li key={id} className="flex flex-col gap-0.5 px-4 py-3 text-sm">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {role?.name ?? 'A role you may not see'}
                <Badge tone={department ? 'info' : 'neutral'}>{department ? `In ${department.name} and below` : 'Wherever they belong'}</Badge>
              </span>
              {role?.description ? <span className="text-muted">{role.description}</span> : null}
            </li>
          ))}
          {person.roles.length === 0 ? <li className="px-4 py-3 text-sm text-muted">No role yet: they can sign in, but see nothing.</li> : null}
        </ul>
        {why ? <p className="border-t px-4 py-2.5 text-xs text-muted">You cannot change these. {why}</p> : null}
      </Card>
      {person.exceptions ? <PersonExceptions person={person} onChanged={onChanged} /> : null}
      {editing ? <RolesDialog person={person} onClose={() => setEditing(false)} onChanged={onChanged} /> : null}
    </div>
  );
}
