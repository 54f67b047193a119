'use client';
import type { PersonQuery } from '@/gql/people/people';
import { usePermissionTest, useViewer } from '@/session';

export type PersonRecord = NonNullable<PersonQuery['user']>;

export type PersonAct = 'edit' | 'departments' | 'roles' | 'except' | 'invite' | 'deactivate' | 'reactivate' | 'sessions' | 'endSessions' | 'resetFactor';

const PERMISSION: Readonly<Record<PersonAct, string>> = {
  edit: 'user.update', departments: 'user.update', roles: 'user.assignRoles', except: 'role.except', invite: 'user.create', deactivate: 'user.deactivate', reactivate: 'user.reactivate',
  sessions: 'session.read', endSessions: 'session.end', resetFactor: 'secondFactor.reset',
};

/** Why the viewer may not do something with this person, in a sentence; null when they may. The API decides; this says it before one tries. */
export function usePersonRights(person: PersonRecord): (act: PersonAct) => string | null {
  const viewer = useViewer();
  const may = usePermissionTest();
  const self = viewer.id === person.id;
  const superadmin = person.roles.some(({ role }) => role?.key === 'SUPERADMIN');
  return (act) => {
    if (!may(PERMISSION[act])) return 'Your role does not include this.';
    if (act === 'sessions') return null;
    if (superadmin && act === 'deactivate') return 'The superadmin cannot be deactivated.';
    if (superadmin && act === 'resetFactor') return 'The superadmin is helped by whoever runs the installation.';
    if (superadmin && !self) return 'Nobody but the superadmin changes the superadmin.';
    if (person.tier === 'ADMIN' && viewer.tier !== 'ADMIN') return 'Only administrators change administrators.';
    if (self && act === 'resetFactor') return 'Use another authenticator under “Sign-in and devices” instead.';
    if (self && act === 'deactivate') return 'Somebody else has to do this for you.';
    if (self && act === 'departments' && viewer.tier !== 'ADMIN') return 'Nobody changes their own departments. Ask an administrator.';
    return null;
  };
}
