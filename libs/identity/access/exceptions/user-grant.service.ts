import { Injectable } from '@nestjs/common';
import { requireRecentProof } from '@throughline/identity/sessions';
import { authorize } from '@throughline/platform/access';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, notFound, refuse, type Tier } from '@throughline/platform/kernel';
import type { GrantLine } from '../rights.js';
import { rolePermissions, roleSubject } from '../role.policy.js';
import { grantLine, type GrantLineEntry } from '../roles/grant-line.js';
import { refuseSuperadmin, refuseUngoverned, refuseUnheld, SUPERADMIN } from '../roles/role-gate.js';

/** A new exception; see `UserGrant`. */
export interface NewException {
  userId: string;
  grant: GrantLineEntry;
  /** null or absent: until somebody takes it back. */
  expiresAt?: Date | null | undefined;
  reason: string;
}

interface Holder {
  id: string;
  tier: Tier;
  roleKeys: string[];
  customerId: string | null;
}

/** What single people may or may not do beside their roles, for a time (ACL-02). */
@Injectable()
export class UserGrantService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns the person's id
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, FORBIDDEN (not held by the actor; superadmin), PRECONDITION_FAILED (last administrator; REAUTHENTICATE)
   */
  grant(actor: Actor, input: NewException): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const person = await this.person(work, input.userId);
      authorize(actor, rolePermissions.except, roleSubject, {}, 'userId');
      refuseSuperadmin({ key: person.roleKeys.includes(SUPERADMIN) ? SUPERADMIN : '' });
      await requireRecentProof(work);
      const line = grantLine(input.grant, person.tier === 'CLIENT', 'grant');
      const reason = normalizeLine(input.reason);
      if (!reason) throw refuse('VALIDATION_FAILED', 'Say why: others will read it when they look at this person\'s rights.', 'reason');
      const expiresAt = input.expiresAt ?? null;
      if (expiresAt && expiresAt.getTime() <= Date.now()) throw refuse('VALIDATION_FAILED', 'Choose an end in the future.', 'expiresAt');
      await refuseUnheld(work, [], [line], 'grant');
      await insertRow(work, 'user_grant', { id: newId(), userId: person.id, ...columns(line), expiresAt, reason, grantedBy: actor.userId });
      await refuseUngoverned(work);
      this.record(work, person, 'user.exceptionGranted', line.permission, { before: null, after: { ...line, expiresAt: expiresAt?.toISOString() ?? null, reason } });
      return person.id;
    });
  }

  /**
   * @returns the person's id
   * @throws AppError NOT_FOUND, FORBIDDEN (a denial of what the actor does not hold), PRECONDITION_FAILED (REAUTHENTICATE)
   */
  revoke(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const [held] = await work.query<GrantLine & { userId: string }>(
        `SELECT user_id AS "userId", permission, scope, effect, fields, conditions FROM user_grant WHERE organization_id = $1 AND id = $2 FOR UPDATE`, [actor.organizationId, id],
      );
      if (!held) throw notFound('exception');
      const person = await this.person(work, held.userId);
      authorize(actor, rolePermissions.except, roleSubject, {});
      refuseSuperadmin({ key: person.roleKeys.includes(SUPERADMIN) ? SUPERADMIN : '' });
      await requireRecentProof(work);
      const { userId: _userId, fields, ...rest } = held;
      const line: GrantLine = { ...rest, ...(fields ? { fields } : {}) };
      await refuseUnheld(work, [line], [], 'id');
      await work.execute('DELETE FROM user_grant WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      await refuseUngoverned(work);
      this.record(work, person, 'user.exceptionRevoked', line.permission, { before: line, after: null });
      return person.id;
    });
  }

  /** Locks the organization, as every change of rights does. @throws AppError NOT_FOUND */
  private async person(work: Work, id: string): Promise<Holder> {
    const { organizationId } = work.actor;
    await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const [person] = await work.query<Holder>(
      `SELECT u.id, u.tier, u.customer_id AS "customerId", ARRAY(SELECT r.key FROM user_role ur JOIN role r ON r.organization_id = $1 AND r.id = ur.role_id
         WHERE ur.organization_id = $1 AND ur.user_id = u.id) AS "roleKeys" FROM user_account u WHERE u.organization_id = $1 AND u.id = $2`, [organizationId, id],
    );
    if (!person) throw notFound('person', 'userId');
    return person;
  }

  private record(work: Work, { id, customerId }: Holder, kind: string, permission: string, change: { before: unknown; after: unknown }): void {
    const access = { ownerId: id, customerId };
    work.record({ kind, subject: 'user', subjectId: id, access: { before: access, after: access }, changes: { [permission]: change } });
  }
}

const columns = ({ permission, scope, effect, fields, conditions }: GrantLine): Record<string, unknown> => ({ permission, scope, effect, fields: fields ?? null, conditions: conditions ?? null });
