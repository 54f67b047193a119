import { Injectable } from '@nestjs/common';
import { DepartmentRepository } from '@throughline/identity/departments';
import { addBusinessMinutes, OrganizationSettingsService } from '@throughline/identity/organizations';
import { allows, authorize, maySee } from '@throughline/platform/access';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { defineJob, JobQueue } from '@throughline/platform/jobs';
import { type Actor, normalizeLine, normalizeText, notFound, refuse } from '@throughline/platform/kernel';
import { canBeHandedOver, handedOverSubjects, handOffPermissions, handOffSubject } from './hand-off.policy.js';
import { handOffAccess, HandOffRepository, type HandOffRow, type NewHandOff } from './hand-off.repository.js';
import { type HandOffMove, handOffWorkflow } from './hand-off.workflow.js';

/** What somebody hands over by hand. */
export interface Offer {
  subject: string;
  recordId: string;
  step: string;
  toDepartmentId?: string | null | undefined;
  toUserId?: string | null | undefined;
  items?: readonly string[] | null | undefined;
  note?: string | null | undefined;
  /** After as many business minutes as the settings say when absent. */
  dueAt?: Date | null | undefined;
}

export const tellOverdue = defineJob<{ handOffId: string }>('handOff.overdue', { meaning: 'Tells that a hand-off was not answered in time.' });

type Changes = Record<string, { before: unknown; after: unknown }>;

/** Who has the ball (ORG-04): offering, ticking, accepting, returning. */
@Injectable()
export class HandOffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handOffs: HandOffRepository,
    private readonly departments: DepartmentRepository,
    private readonly settings: OrganizationSettingsService,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Hands a record over by hand.
   *
   * @returns the hand-off's id
   * @throws AppError VALIDATION_FAILED, PRECONDITION_FAILED (it is on its way already; archived department), FORBIDDEN, NOT_FOUND
   */
  offer(actor: Actor, input: Offer): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!canBeHandedOver(input.subject)) throw refuse('VALIDATION_FAILED', `This cannot be handed over. What can: ${handedOverSubjects().join(', ')}.`, 'subject');
      const access = await this.handOffs.recordAccess(work, input.subject, input.recordId);
      if (!maySee(actor.ability, input.subject, access)) throw notFound(input.subject, 'recordId');
      const given = { toDepartmentId: input.toDepartmentId ?? null, toUserId: input.toUserId ?? null };
      if (!given.toDepartmentId && !given.toUserId) throw refuse('VALIDATION_FAILED', 'Name the department or the person who takes it over.', 'toDepartmentId');
      await this.departments.requireInUse(work, given.toDepartmentId, 'toDepartmentId');
      await this.departments.requireStaff(work, given.toUserId ? [given.toUserId] : [], 'toUserId', 'Choose a colleague who works here.');
      const to = { ...given, toDepartmentId: given.toDepartmentId ?? (await this.handOffs.departmentOfPerson(work, given.toUserId!)) };
      const from = { fromDepartmentId: access.departmentId ?? null, fromUserId: actor.userId };
      // Giving is the giver's matter: it takes the right where the record is, not where it goes.
      if (!allows(actor.ability, handOffPermissions.offer, { departmentId: from.fromDepartmentId, ownerId: access.ownerId ?? null })) throw refuse('FORBIDDEN', 'You may not hand this over.');
      const current = await this.handOffs.current(work, input.recordId);
      if (current?.status === 'OFFERED') throw refuse('PRECONDITION_FAILED', 'This was handed over already and waits for an answer.', 'recordId', { handOffId: current.id });
      const step = normalizeLine(input.step);
      if (!step) throw refuse('VALIDATION_FAILED', 'Say what comes next.', 'step');
      const items = (input.items ?? []).map((item) => normalizeLine(item)).filter((item) => item !== null);
      return this.open(work, { subject: input.subject, recordId: input.recordId, step, note: normalizeText(input.note), ...from, ...to, dueAt: input.dueAt ?? null, offeredBy: actor.userId }, items);
    });
  }

  /** Hands a record over because its work moved on; what was on its way before counts as accepted. @returns its id */
  async pass(work: Work, handOff: Omit<NewHandOff, 'dueAt'>, items: readonly string[] = []): Promise<string> {
    await this.settle(work, handOff.recordId, 'ACCEPT', handOff.offeredBy);
    return this.open(work, { ...handOff, dueAt: null }, items);
  }

  /** Answers what is on its way for a record because its work moved on; nothing when nothing is. */
  async settle(work: Work, recordId: string, move: HandOffMove, by: string | null, reason: string | null = null): Promise<void> {
    const current = await this.handOffs.current(work, recordId);
    if (current?.status === 'OFFERED') await this.answered(work, current, current.version, move, by, reason);
  }

  /** @throws AppError PRECONDITION_FAILED (checklist), ILLEGAL_TRANSITION, CONFLICT, FORBIDDEN, NOT_FOUND */
  accept(actor: Actor, id: string, version: number): Promise<string> {
    return this.answer(actor, id, version, 'ACCEPT', null, async (work) => {
      const open = await this.handOffs.openItems(work, id);
      if (open.length > 0) throw refuse('PRECONDITION_FAILED', `Not done yet: ${open.join('; ')}. Tick these lines or return it.`, 'id', { open });
    });
  }

  /** @throws AppError VALIDATION_FAILED (no reason), ILLEGAL_TRANSITION, CONFLICT, FORBIDDEN, NOT_FOUND */
  return(actor: Actor, id: string, version: number, reason: string): Promise<string> {
    const text = normalizeText(reason);
    if (!text) throw refuse('VALIDATION_FAILED', 'Say why it comes back, so that the next try works.', 'reason');
    return this.answer(actor, id, version, 'RETURN', text, () => Promise.resolve());
  }

  /** Takes an offer back; for whoever made it. @throws AppError ILLEGAL_TRANSITION, CONFLICT, FORBIDDEN, NOT_FOUND */
  withdraw(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const handOff = await this.readable(work, id);
      if (handOff.offeredBy !== actor.userId) throw refuse('FORBIDDEN', 'Only whoever handed it over takes that back.');
      return this.answered(work, handOff, version, 'WITHDRAW', actor.userId, null);
    });
  }

  /** Ticks a line of the checklist, or takes the tick back. @throws AppError PRECONDITION_FAILED (answered), CONFLICT, FORBIDDEN, NOT_FOUND */
  tick(actor: Actor, input: { id: string; version: number; itemId: string; done: boolean }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const handOff = await this.readable(work, input.id);
      // Both sides work through the list: whoever gives it and whoever takes it.
      if (handOff.offeredBy !== actor.userId && handOff.toUserId !== actor.userId) authorize(actor, handOffPermissions.answer, handOffSubject, handOffAccess(handOff));
      if (handOff.status !== 'OFFERED') throw refuse('PRECONDITION_FAILED', 'This hand-off is answered; its checklist stays.', 'id');
      await updateVersioned(work, 'hand_off', 'hand-off', input.id, input.version, {});
      const title = await this.handOffs.tick(work, input.id, input.itemId, input.done);
      this.record(work, handOff, 'handOff.ticked', { [title]: { before: !input.done, after: input.done } });
      return input.id;
    });
  }

  /** Tells once that it was not answered in time. */
  async overdue(work: Work, id: string): Promise<void> {
    const handOff = await this.handOffs.lock(work, id);
    if (handOff.status !== 'OFFERED' || handOff.overdueAt) return;
    const now = new Date();
    await work.execute('UPDATE hand_off SET overdue_at = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id, now]);
    this.record(work, handOff, 'handOff.overdue', { overdueAt: { before: null, after: now.toISOString() } });
  }

  private answer(actor: Actor, id: string, version: number, move: HandOffMove, reason: string | null, check: (work: Work) => Promise<void>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const handOff = await this.handOffs.lock(work, id);
      // The person it is given to may answer wherever it lies.
      if (handOff.toUserId !== actor.userId) authorize(actor, handOffPermissions.answer, handOffSubject, handOffAccess(handOff));
      handOffWorkflow.apply(handOff.status, move);
      await check(work);
      return this.answered(work, handOff, version, move, actor.userId, reason);
    });
  }

  private async answered(work: Work, handOff: HandOffRow, version: number, move: HandOffMove, by: string | null, reason: string | null): Promise<string> {
    const status = handOffWorkflow.apply(handOff.status, move);
    // Whoever takes what a department was given has it from then on.
    const toUserId = handOff.toUserId ?? (move === 'ACCEPT' ? by : null);
    await updateVersioned(work, 'hand_off', 'hand-off', handOff.id, version, { status, reason, to_user_id: toUserId, answered_at: new Date(), answered_by: by });
    this.record(work, handOff, `handOff.${status.toLowerCase()}`, { status: { before: handOff.status, after: status }, ...(reason ? { reason: { before: null, after: reason } } : {}) }, { ...handOff, toUserId });
    return handOff.id;
  }

  private async open(work: Work, handOff: NewHandOff, items: readonly string[]): Promise<string> {
    const calendar = await this.settings.calendar(work);
    const dueAt = handOff.dueAt ?? addBusinessMinutes(calendar, new Date(), calendar.handOffMinutes);
    const id = await this.handOffs.insert(work, { ...handOff, dueAt }, items);
    if (dueAt) await this.jobs.schedule(work, tellOverdue, { handOffId: id }, { dueAt, key: id });
    work.record({
      kind: 'handOff.offered', subject: 'handOff', subjectId: id, related: [handOff.recordId], access: { before: null, after: handOffAccess(handOff) },
      changes: { step: { before: null, after: handOff.step }, toDepartmentId: { before: null, after: handOff.toDepartmentId }, toUserId: { before: null, after: handOff.toUserId } },
    });
    return id;
  }

  private async readable(work: Work, id: string): Promise<HandOffRow> {
    const handOff = await this.handOffs.lock(work, id);
    if (!allows(work.actor.ability, handOffPermissions.read, handOffAccess(handOff))) throw notFound('hand-off');
    return handOff;
  }

  private record(work: Work, handOff: HandOffRow, kind: string, changes: Changes, after: HandOffRow = handOff): void {
    work.record({ kind, subject: 'handOff', subjectId: handOff.id, related: [handOff.recordId], access: { before: handOffAccess(handOff), after: handOffAccess(after) }, changes });
  }
}
