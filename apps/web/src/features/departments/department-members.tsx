'use client';
import Link from 'next/link';
import { useCan } from '@/session';
import { Avatar, Badge, EmptyState } from '@/ui';
import type { DepartmentRecord } from './department-screen';

/** The people of a department; where somebody belongs is decided on their own page. */
export function DepartmentMembers({ department }: { department: DepartmentRecord }) {
  const mayPlace = useCan('user.update');
  const members = [...department.members].sort((a, b) => a.name.localeCompare(b.name));
  if (members.length === 0) return <EmptyState title="Nobody belongs here yet" text="Where somebody belongs is decided on their page, under Departments." className="py-8" />;
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      <ul className="divide-y rounded-lg border bg-raised">
        {members.map((person) => (
          <li key={person.id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
            <Avatar name={person.name} />
            <span className="flex min-w-40 flex-1 flex-col">
              <Link href={`/settings/people/${person.id}`} className="truncate font-medium underline-offset-3 hover:underline">{person.name}</Link>
              <span className="truncate text-xs text-muted">{person.title ?? '–'}</span>
            </span>
            {department.manager?.id === person.id ? <Badge tone="accent">Manager</Badge> : null}
            {person.status === 'ACTIVE' ? null : <Badge>{person.status === 'INVITED' ? 'Invited' : 'Deactivated'}</Badge>}
          </li>
        ))}
      </ul>
      {mayPlace ? <p className="text-xs text-muted">Somebody comes here, or leaves, on their own page under Departments: roles reach as far as that.</p> : null}
    </div>
  );
}
