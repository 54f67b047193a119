import { Injectable } from '@nestjs/common';
import { requireRecentProof } from '@throughline/identity/sessions';
import { authorize } from '@throughline/platform/access';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { defineJob, JobQueue } from '@throughline/platform/jobs';
import { type Actor, newId, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import { readRightsFacts } from '../rights.repository.js';
import { RightsService } from '../rights.service.js';
import { rolePermissions, roleSubject } from '../role.policy.js';
import { mayView, readableFacts } from './view-rights.js';

export const VIEW_MINUTES = 30;

export const endView = defineJob<{ viewId: string }>('view.end', { meaning: 'Writes down that viewing as somebody else ran out.' });

/** Whom or what to view as: one of the two. */
export interface NewView {
  userId?: string | null | undefined;
  roleId?: string | null | undefined;
  reason: string;
}

interface Seen {
  id: string;
  kind: 'USER' | 'ROLE';
  name: string;
  clients: boolean;
}

/** Looking at the product as somebody else may, reading only (ACL-05, AHEAD-07). The session keeps its person: every event tells who really looked. */
@Injectable()
export class ViewAsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightsService,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, FORBIDDEN (they may see more than the actor), PRECONDITION_FAILED (REAUTHENTICATE; viewing already)
   */
  async start(actor: Actor, input: NewView): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { organizationId, userId, sessionId } = actor;
      const seen = await this.seen(work, input);
      authorize(actor, rolePermissions.viewAs, roleSubject, {}, seen.kind === 'USER' ? 'userId' : 'roleId');
      if (!userId || !sessionId) throw refuse('PRECONDITION_FAILED', 'Only a person who is signed in can view as somebody else.');
      if (seen.id === userId) throw refuse('VALIDATION_FAILED', 'That is you.', 'userId');
      if (seen.kind === 'ROLE' && seen.clients) throw refuse('VALIDATION_FAILED', 'A client\'s role alone sees no customer. View as a person of the customer instead.', 'roleId');
      await requireRecentProof(work);
      const reason = normalizeLine(input.reason);
      if (!reason) throw refuse('VALIDATION_FAILED', 'Say why: it is written down with what you look at.', 'reason');
      const as = { asUserId: seen.kind === 'USER' ? seen.id : null, asRoleId: seen.kind === 'ROLE' ? seen.id : null };
      const own = await readRightsFacts(work, organizationId, userId);
      const facts = own && (await readableFacts(work, organizationId, own, as));
      if (!own || !facts || !mayView(own, facts)) throw refuse('FORBIDDEN', `${seen.name} may see more than you: you cannot view as them.`, seen.kind === 'USER' ? 'userId' : 'roleId');
      await work.execute('UPDATE view_as SET ended_at = now() WHERE organization_id = $1 AND session_id = $2 AND ended_at IS NULL', [organizationId, sessionId]);
      const endsAt = new Date(Date.now() + VIEW_MINUTES * 60_000);
      const id = newId();
      await insertRow(work, 'view_as', { id, sessionId, userId, ...as, reason, endsAt });
      await this.jobs.schedule(work, endView, { viewId: id }, { dueAt: endsAt, key: id });
      this.record(work, 'view.started', seen, { reason: { before: null, after: reason }, until: { before: null, after: endsAt.toISOString() } });
    });
    await this.reload(actor);
  }

  /** @throws AppError PRECONDITION_FAILED when there is nothing to end */
  async end(actor: Actor): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const ended = await work.execute('UPDATE view_as SET ended_at = now() WHERE organization_id = $1 AND session_id = $2 AND ended_at IS NULL', [actor.organizationId, actor.sessionId]);
      if (ended === 0 || !actor.viewing) throw refuse('PRECONDITION_FAILED', 'You are not viewing as anybody.');
      this.record(work, 'view.ended', { ...actor.viewing, clients: false }, {});
    });
    await this.reload(actor);
  }

  /** Its time is over: from then on the session's rights are its person's own again, and the log says since when. Nothing when it was ended before. */
  async runOut(work: Work, viewId: string): Promise<void> {
    const [over] = await work.query<{ userId: string; asUserId: string | null; asRoleId: string | null }>(
      `UPDATE view_as SET ended_at = ends_at WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL AND ends_at <= now()
       RETURNING user_id AS "userId", as_user_id AS "asUserId", as_role_id AS "asRoleId"`, [work.actor.organizationId, viewId]);
    if (!over) return;
    const seen = await this.seen(work, { userId: over.asUserId, roleId: over.asRoleId, reason: '' }).catch(() => null);
    const id = over.asUserId ?? over.asRoleId ?? '';
    this.record(work, 'view.ended', seen ?? { id, kind: over.asUserId ? 'USER' : 'ROLE', name: '', clients: false }, { by: { before: null, after: 'TIME' }, viewer: { before: null, after: over.userId } });
  }

  /** Writes down what is read while viewing: the operation and its fields, before they are answered. */
  async note(actor: Actor, operation: string | undefined, fields: readonly string[]): Promise<void> {
    const { viewing } = actor;
    if (!viewing) return;
    const request = { ...actor.request, writesWhileViewing: true };
    delete request.idempotency;
    await this.unitOfWork.run({ ...actor, request }, (work) => {
      this.record(work, 'view.read', { ...viewing, clients: false }, { operation: { before: null, after: operation ?? null }, fields: { before: null, after: fields } });
      return Promise.resolve();
    });
  }

  private record(work: Work, kind: string, { id, kind: what, name }: Seen, changes: Record<string, { before: unknown; after: unknown }>): void {
    // Nobody's record changes: only who may read everything of people or roles is told of it.
    work.record({ kind, subject: what === 'USER' ? 'user' : 'role', subjectId: id, access: { before: {}, after: {} }, changes: { as: { before: null, after: name }, ...changes } });
  }

  private async seen(work: Work, { userId, roleId }: NewView): Promise<Seen> {
    if (Boolean(userId) === Boolean(roleId)) throw refuse('VALIDATION_FAILED', 'Name a person or a role.', 'userId');
    const [found] = await work.query<Omit<Seen, 'kind'>>(
      userId ? `SELECT id, name, tier = 'CLIENT' AS clients FROM user_account WHERE organization_id = $1 AND id = $2 AND status <> 'INACTIVE'`
        : `SELECT id, name, 'CLIENT' = ANY (tiers) AS clients FROM role WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, userId ?? roleId],
    );
    if (!found) throw notFound(userId ? 'person' : 'role', userId ? 'userId' : 'roleId');
    return { ...found, kind: userId ? 'USER' : 'ROLE' };
  }

  /** The next request on this instance finds the new rights in memory. */
  private async reload({ organizationId, userId, sessionId, request }: Actor): Promise<void> {
    if (userId) await this.rights.reload({ organizationId, userId, sessionId, requestId: request.id, address: request.address });
  }
}
