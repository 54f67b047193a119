import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { deviceName } from './device-name.js';
import type { RevokedReason, SignInMethod } from './session.entity.js';
import { sessionPermissions } from './session.policy.js';
import { endChallengesOf, revokeSession } from './session.repository.js';

/** An open session as people see it. */
export interface SessionFacts {
  id: string;
  device: string;
  userAgent: string | null;
  address: string | null;
  country: string | null;
  method: SignInMethod;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  current: boolean;
}

type SessionRow = Omit<SessionFacts, 'device' | 'current'>;

const MOST = 200;

/** Who is signed in where, and ending it (IAM-06). */
@Injectable()
export class SessionListService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One's own open sessions, the one seen last first. */
  mine(actor: Actor): Promise<SessionFacts[]> {
    return this.unitOfWork.run(actor, (work) => open(work, self(actor)));
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN */
  of(actor: Actor, userId: string): Promise<SessionFacts[]> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.person(work, userId);
      if (!allows(actor.ability, sessionPermissions.read, { ownerId: userId })) throw refuse('FORBIDDEN', 'You may not see this person\'s sessions.');
      return open(work, userId);
    });
  }

  /** Ends one session: one's own, or somebody's with the permission. @throws AppError NOT_FOUND, FORBIDDEN */
  async end(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const [session] = await work.query<{ userId: string }>('SELECT user_id AS "userId" FROM session WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL', [actor.organizationId, id]);
      const own = session?.userId === actor.userId;
      // Whoever may not see other people's sessions learns nothing of them.
      if (!session || !(own || allows(actor.ability, sessionPermissions.read, { ownerId: session.userId }))) throw notFound('session');
      if (!own) await this.mayEnd(work, session.userId);
      const reason: RevokedReason = own ? 'ENDED_BY_OWNER' : 'ENDED_BY_ADMIN';
      if (await revokeSession(work, id, reason)) recordRevoked(work, session.userId, { session: id, reason });
    });
  }

  /** Ends all of one's own sessions but this one. @returns how many there were */
  endOthers(actor: Actor): Promise<number> {
    return this.unitOfWork.run(actor, (work) => this.revoke(work, self(actor), 'ENDED_BY_OWNER', actor.sessionId));
  }

  /** Ends all sessions of somebody. @returns how many there were; @throws AppError NOT_FOUND, FORBIDDEN */
  endAllOf(actor: Actor, userId: string): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.person(work, userId);
      await this.mayEnd(work, userId);
      return this.revoke(work, userId, 'ENDED_BY_ADMIN', null);
    });
  }

  private async revoke(work: Work, userId: string, reason: RevokedReason, except: string | null): Promise<number> {
    await endChallengesOf(work, userId);
    const ended = await work.query<{ id: string }>(
      `UPDATE session SET revoked_at = now(), revoked_reason = $3 WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > now()
         AND id IS DISTINCT FROM $4 RETURNING id`,
      [work.actor.organizationId, userId, reason, except],
    );
    recordRevoked(work, userId, { sessions: ended.map(({ id }) => id), reason });
    return ended.length;
  }

  private async person(work: Work, userId: string): Promise<void> {
    const found = await work.query('SELECT 1 FROM user_account WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, userId]);
    if (found.length === 0) throw notFound('person', 'userId');
  }

  /** Administrators are signed out by administrators, the superadmin by nobody else (ACL-06). */
  private async mayEnd(work: Work, userId: string): Promise<void> {
    const { actor } = work;
    const [holder] = await work.query<{ tier: string; superadmin: boolean }>(
      `SELECT u.tier, EXISTS (SELECT 1 FROM user_role ur JOIN role r ON r.id = ur.role_id WHERE ur.user_id = u.id AND r.builtin AND r.key = 'SUPERADMIN') AS superadmin
       FROM user_account u WHERE u.organization_id = $1 AND u.id = $2`,
      [actor.organizationId, userId],
    );
    const allowed = allows(actor.ability, sessionPermissions.end, { ownerId: userId }) && (holder?.tier !== 'ADMIN' || actor.tier === 'ADMIN');
    if (!allowed || (holder?.superadmin && userId !== actor.userId)) throw refuse('FORBIDDEN', 'You may not end this person\'s sessions.');
  }
}

/** Told to the security log; nobody's lists receive it. */
export function recordRevoked(work: Work, userId: string, facts: Record<string, unknown>): void {
  work.record({
    kind: 'session.revoked', subject: 'user', subjectId: userId, access: { before: null, after: null },
    changes: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { before: null, after: value }])),
  });
}

async function open(work: Work, userId: string): Promise<SessionFacts[]> {
  const rows = await work.query<SessionRow>(
    `SELECT id, user_agent AS "userAgent", address, country, method, created_at AS "createdAt", last_refreshed_at AS "lastSeenAt", expires_at AS "expiresAt"
     FROM session WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > now() ORDER BY last_refreshed_at DESC, id DESC LIMIT ${MOST}`,
    [work.actor.organizationId, userId],
  );
  return rows.map((row) => ({ ...row, device: deviceName(row.userAgent), current: row.id === work.actor.sessionId }));
}

function self({ userId }: Actor): string {
  if (!userId) throw refuse('UNAUTHENTICATED', 'Sign in first.');
  return userId;
}
