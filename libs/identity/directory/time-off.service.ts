import { Injectable } from '@nestjs/common';
import { PickListService } from '@throughline/identity/pick-lists';
import { allows, authorize } from '@throughline/platform/access';
import { type AccessColumns, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeText, refuse } from '@throughline/platform/kernel';
import { timeOffKindList, timeOffPermissions, timeOffSubject } from './directory.policy.js';
import type { TimeOffStatus } from './time-off.entity.js';
import { type TimeOffMove, timeOffWorkflow } from './time-off.workflow.js';

/** Time off that somebody asks for, for themselves unless said otherwise. */
export interface NewTimeOff {
  userId?: string | null | undefined;
  from: string;
  to: string;
  kindId: string;
  note?: string | null | undefined;
}

interface TimeOffRow {
  id: string;
  userId: string;
  departmentId: string | null;
  status: TimeOffStatus;
}

const TIME_OFF = { table: 'time_off', label: timeOffSubject.label, fields: ['id', 'userId', 'departmentId', 'status'] };
const accessOf = ({ userId, departmentId }: Pick<TimeOffRow, 'userId' | 'departmentId'>): AccessColumns => ({ ownerId: userId, departmentId });

/** Asking for time off, and deciding about it (ORG-03). */
@Injectable()
export class TimeOffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pickLists: PickListService,
  ) {}

  /** @returns its id @throws AppError VALIDATION_FAILED, PRECONDITION_FAILED (overlaps), NOT_FOUND (person, kind), FORBIDDEN */
  request(actor: Actor, input: NewTimeOff): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const userId = input.userId ?? actor.userId ?? '';
      // The profile's lock makes two requests for the same days come one after the other.
      await lockRow(work, { table: 'staff_profile', label: 'person', fields: ['id'] }, userId, 'userId');
      const departmentId = await this.decidingDepartment(work, userId);
      if (!allows(actor.ability, timeOffPermissions.request, accessOf({ userId, departmentId }))) throw refuse('FORBIDDEN', 'You may ask for time off for yourself only.', 'userId');
      if (input.to < input.from) throw refuse('VALIDATION_FAILED', 'The last day comes before the first.', 'to');
      if (Date.parse(input.to) - Date.parse(input.from) > 365 * 86_400_000) throw refuse('VALIDATION_FAILED', 'Ask for at most a year at a time.', 'to');
      await this.pickLists.requireOffered(work, timeOffKindList, [input.kindId], () => 'kindId');
      await this.requireFree(work, userId, input);
      const facts = { userId, departmentId, startsOn: input.from, endsOn: input.to, kindId: input.kindId, status: 'REQUESTED' as const, note: normalizeText(input.note) };
      const id = newId();
      await insertRow(work, 'time_off', { id, ...facts });
      work.record({ kind: 'timeOff.requested', subject: 'timeOff', subjectId: id, access: { before: null, after: accessOf(facts) }, changes: fieldChanges({}, facts) });
      return id;
    });
  }

  /** @throws AppError VALIDATION_FAILED (decline without reason), ILLEGAL_TRANSITION, CONFLICT, FORBIDDEN (also one's own), NOT_FOUND */
  decide(actor: Actor, input: { id: string; version: number; approve: boolean; reason?: string | null | undefined }): Promise<string> {
    return this.move(actor, input, input.approve ? 'APPROVE' : 'DECLINE', (timeOff) => {
      authorize(actor, timeOffPermissions.decide, timeOffSubject, accessOf(timeOff));
      if (timeOff.userId === actor.userId && actor.tier !== 'ADMIN') throw refuse('FORBIDDEN', 'Somebody else decides about your own time off.');
      const reason = normalizeText(input.reason);
      if (!input.approve && !reason) throw refuse('VALIDATION_FAILED', 'Say why it is declined.', 'reason');
      return { reason, decidedBy: actor.userId, decidedAt: new Date() };
    });
  }

  /** @throws AppError ILLEGAL_TRANSITION, CONFLICT, FORBIDDEN, NOT_FOUND */
  withdraw(actor: Actor, input: { id: string; version: number }): Promise<string> {
    return this.move(actor, input, 'WITHDRAW', (timeOff) => {
      authorize(actor, timeOffPermissions.request, timeOffSubject, accessOf(timeOff));
      return {};
    });
  }

  private move(actor: Actor, { id, version }: { id: string; version: number }, move: TimeOffMove, decided: (timeOff: TimeOffRow) => { reason?: string | null; decidedBy?: string | null; decidedAt?: Date }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const timeOff = await lockRow<TimeOffRow>(work, TIME_OFF, id);
      const { reason, decidedBy, decidedAt } = decided(timeOff);
      const status = timeOffWorkflow.apply(timeOff.status, move);
      await updateVersioned(work, 'time_off', 'time off', id, version, { status, ...(decidedAt ? { reason, decided_by: decidedBy, decided_at: decidedAt } : {}) });
      const access = accessOf(timeOff);
      const kind = { APPROVE: 'timeOff.approved', DECLINE: 'timeOff.declined', WITHDRAW: 'timeOff.withdrawn' }[move];
      work.record({ kind, subject: 'timeOff', subjectId: id, access: { before: access, after: access }, changes: fieldChanges(timeOff, { status, ...(reason ? { reason } : {}) }) });
      return id;
    });
  }

  /** Of somebody in several departments the first one that has a manager decides. */
  private async decidingDepartment(work: Work, userId: string): Promise<string | null> {
    const [row] = await work.query<{ id: string }>(
      `SELECT d.id FROM user_department ud JOIN department d ON d.organization_id = ud.organization_id AND d.id = ud.department_id
       WHERE ud.organization_id = $1 AND ud.user_id = $2 ORDER BY d.manager_id IS NULL, d.id LIMIT 1`,
      [work.actor.organizationId, userId],
    );
    return row?.id ?? null;
  }

  private async requireFree(work: Work, userId: string, { from, to }: NewTimeOff): Promise<void> {
    const [other] = await work.query<{ from: string; to: string }>(
      `SELECT starts_on::text AS "from", ends_on::text AS "to" FROM time_off
       WHERE organization_id = $1 AND user_id = $2 AND status IN ('REQUESTED', 'APPROVED') AND starts_on <= $4::date AND ends_on >= $3::date LIMIT 1`,
      [work.actor.organizationId, userId, from, to],
    );
    if (other) throw refuse('PRECONDITION_FAILED', `These days overlap time off from ${other.from} to ${other.to}. Take that back first.`, 'from');
  }
}
