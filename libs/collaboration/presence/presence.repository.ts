import { Injectable } from '@nestjs/common';
import { userSubject } from '@throughline/identity/users';
import { abilitySql, maySee } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import type { PresenceRecord, PresenceScope } from './presence-scope.js';

/** A person whose presence the caller may see. */
export interface SeenPerson {
  id: string;
  name: string;
  /** When one of their sessions was last used. */
  lastSeenAt: Date | null;
}

/** What the caller's rights of this moment show. */
export interface Sight {
  /** Whether they may see the record; null when none is asked about. */
  record: boolean | null;
  people: readonly SeenPerson[];
}

/** What presence needs of the database: rights on records, names of people. */
@Injectable()
export class PresenceRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws AppError UNAUTHENTICATED when the caller's session has ended */
  sight(actor: Actor, { record, userIds }: PresenceScope): Promise<Sight> {
    return this.unitOfWork.run(actor, async (work) => ({ record: record && (await sees(work, record)), people: userIds.length > 0 ? await people(work, userIds) : [] }));
  }

  /** What the caller is called, if they may see the record; null if not. */
  nameAt(actor: Actor, record: PresenceRecord): Promise<string | null> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!(await sees(work, record))) return null;
      const [person] = await work.query<{ name: string }>('SELECT name FROM user_account WHERE organization_id = $1 AND id = $2', [actor.organizationId, actor.userId]);
      return person?.name ?? null;
    });
  }
}

async function sees(work: Work, { subject, recordId }: PresenceRecord): Promise<boolean> {
  const access = await loadAccess(work, subject, recordId);
  return access !== null && maySee(work.actor.ability, subject, access);
}

async function people(work: Work, ids: readonly string[]): Promise<SeenPerson[]> {
  const values: unknown[] = [work.actor.organizationId, ids];
  const rows = abilitySql(work.actor.ability, 'read', userSubject, 'u', { organization: '$1', add: (value) => `$${values.push(value)}` });
  return work.query<SeenPerson>(
    `SELECT u.id, u.name, (SELECT max(s.last_refreshed_at) FROM session s WHERE s.organization_id = u.organization_id AND s.user_id = u.id) AS "lastSeenAt"
     FROM user_account u WHERE u.organization_id = $1 AND u.id = ANY($2::uuid[]) AND ${rows} ORDER BY u.name, u.id`, values,
  );
}
