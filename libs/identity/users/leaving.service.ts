import { Injectable } from '@nestjs/common';
import { refuseUngoverned } from '@throughline/identity/access';
import { revokeSessionsOf } from '@throughline/identity/auth';
import { type HeldRecords, heldRecordsOf } from '@throughline/identity/departments';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { waysIn } from './access-ends.js';
import { userPermissions, userSubject } from './user.policy.js';
import { requireRoom } from './user-limit.js';
import { userAccess, UserRepository, type UserRow } from './user.repository.js';
import { keepsAdministrator, mayTouch } from './user.rules.js';

/** Open records of one kind that a person holds. */
export interface OpenRecords {
  kind: string;
  label: string;
  count: number;
}

/** Who leaves, and who takes over what. */
export interface Leaving {
  id: string;
  version: number;
  /** Takes over every kind that `transfers` does not name. */
  transferAllToId?: string | null | undefined;
  transfers?: readonly { kind: string; toId: string }[] | null | undefined;
  /** Leaves the records where they are: for access that must end before anybody knows who takes over. */
  leaveRecords?: boolean | null | undefined;
}

/** Leaving and coming back (IAM-10). */
@Injectable()
export class LeavingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
  ) {}

  /** What somebody would have to hand over, kinds without any left out. @throws AppError NOT_FOUND, FORBIDDEN */
  openRecords(actor: Actor, userId: string): Promise<OpenRecords[]> {
    return this.unitOfWork.run(actor, async (work) => {
      const user = await this.users.one(work, userId, 'userId');
      authorize(actor, userPermissions.deactivate, userSubject, userAccess(user), 'userId');
      return this.held(work, userId);
    });
  }

  /**
   * Takes somebody's access away: sessions and every other way in end at once. Their open records go to others in the
   * same transaction, so that nothing lies about without anybody.
   *
   * @throws AppError PRECONDITION_FAILED (records without taker: `details.openRecords`; last administrator; nobody left who can put rights in order), CONFLICT, NOT_FOUND
   *   (taker), VALIDATION_FAILED, ILLEGAL_TRANSITION, FORBIDDEN
   */
  deactivate(actor: Actor, leaving: Leaving): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const user = await this.users.lock(work, leaving.id);
      authorize(actor, userPermissions.deactivate, userSubject, userAccess(user));
      mayTouch(actor, user);
      if (user.roleKeys.includes('SUPERADMIN')) throw refuse('FORBIDDEN', 'The superadmin cannot be deactivated.');
      if (user.status === 'INACTIVE') throw refuse('ILLEGAL_TRANSITION', 'This person is inactive already.', '', { allowedMoves: [] });
      keepsAdministrator(user, { ...user, status: 'INACTIVE' }, await this.users.otherAdministrators(work, user.id));
      await updateVersioned(work, 'user_account', 'person', user.id, leaving.version, { status: 'INACTIVE' });
      if (user.tier === 'ADMIN') await refuseUngoverned(work);
      const transferred = leaving.leaveRecords ? [] : await this.handOver(work, user, leaving);
      const ended: Record<string, number> = { sessions: await revokeSessionsOf(work, user.id, 'DEACTIVATED') };
      for (const way of waysIn()) ended[way.label] = await way.end(work, user.id);
      this.record(work, 'user.deactivated', user, {
        status: { before: user.status, after: 'INACTIVE' }, ended: { before: null, after: ended },
        ...(transferred.length > 0 ? { transferred: { before: null, after: transferred } } : {}),
      });
      return user.id;
    });
  }

  /** Lets somebody in again, with the roles and departments they had. @throws AppError ILLEGAL_TRANSITION, LIMIT_EXCEEDED, CONFLICT, FORBIDDEN, NOT_FOUND */
  reactivate(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const user = await this.users.lock(work, id);
      authorize(actor, userPermissions.reactivate, userSubject, userAccess(user));
      mayTouch(actor, user);
      if (user.status !== 'INACTIVE') throw refuse('ILLEGAL_TRANSITION', 'This person is not inactive.', '', { allowedMoves: [] });
      await requireRoom(work);
      const status = (await this.users.hasPassword(work, id)) ? 'ACTIVE' : 'INVITED';
      await updateVersioned(work, 'user_account', 'person', id, version, { status });
      this.record(work, 'user.reactivated', user, { status: { before: 'INACTIVE', after: status } });
      return id;
    });
  }

  private async held(work: Work, userId: string): Promise<OpenRecords[]> {
    const found: OpenRecords[] = [];
    for (const { kind, label, count } of heldRecordsOf('USER')) found.push({ kind, label, count: await count(work, 'USER', userId) });
    return found.filter(({ count }) => count > 0);
  }

  private async handOver(work: Work, user: UserRow, leaving: Leaving): Promise<(OpenRecords & { toId: string })[]> {
    const kinds = new Map(heldRecordsOf('USER').map((records): [string, HeldRecords] => [records.kind, records]));
    const takers = new Map<string, string>();
    for (const [index, { kind, toId }] of (leaving.transfers ?? []).entries()) {
      if (!kinds.has(kind)) throw refuse('VALIDATION_FAILED', `There are no records of the kind ${kind}. Kinds: ${[...kinds.keys()].join(', ')}.`, `transfers.${index}.kind`);
      if (takers.has(kind)) throw refuse('VALIDATION_FAILED', 'Each kind of records goes to one person.', `transfers.${index}.kind`);
      await this.requireTaker(work, user.id, toId, `transfers.${index}.toId`);
      takers.set(kind, toId);
    }
    if (leaving.transferAllToId) await this.requireTaker(work, user.id, leaving.transferAllToId, 'transferAllToId');
    const open = await this.held(work, user.id);
    const orphans = open.filter(({ kind }) => !takers.has(kind) && !leaving.transferAllToId);
    if (orphans.length > 0) {
      const list = orphans.map(({ count, label }) => `${count} ${label}`).join(', ');
      throw refuse('PRECONDITION_FAILED', `${user.name} still has ${list}. Name who takes them over.`, 'transfers', { openRecords: orphans });
    }
    const done: (OpenRecords & { toId: string })[] = [];
    for (const { kind, label } of open) {
      const toId = takers.get(kind) ?? leaving.transferAllToId!;
      done.push({ kind, label, toId, count: await kinds.get(kind)!.reassign(work, 'USER', user.id, toId) });
    }
    return done;
  }

  private async requireTaker(work: Work, leaverId: string, toId: string, path: string): Promise<void> {
    if (toId === leaverId) throw refuse('VALIDATION_FAILED', 'Choose somebody else.', path);
    const taker = await this.users.one(work, toId, path);
    if (taker.status !== 'ACTIVE' || (taker.tier !== 'EMPLOYEE' && taker.tier !== 'ADMIN')) throw refuse('VALIDATION_FAILED', 'Choose a colleague who works here.', path);
  }

  private record(work: Work, kind: string, user: UserRow, changes: Record<string, { before: unknown; after: unknown }>): void {
    work.record({ kind, subject: 'user', subjectId: user.id, access: { before: userAccess(user), after: userAccess(user) }, changes });
  }
}
