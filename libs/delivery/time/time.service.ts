import { Injectable } from '@nestjs/common';
import { taskPermissions, taskSubject } from '@throughline/delivery/tasks';
import { allows, authorize } from '@throughline/platform/access';
import { type AccessColumns, columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, staleVersion, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeText, notFound, refuse } from '@throughline/platform/kernel';
import { timeEntryPermissions, timeEntrySubject } from './time.policy.js';
import { DAY_MINUTES, dayOf, type StoredTime, storedTime, type WorkedTime } from './time.rules.js';

/** Time somebody worked. */
export interface LogTime extends WorkedTime {
  taskId: string;
  /** Yes when absent. */
  billable?: boolean;
  note?: string | null;
}

/** Corrections; absent ones stay. Minutes replace exact times and the other way round. */
export interface UpdateTime extends WorkedTime {
  id: string;
  version: number;
  billable?: boolean;
  note?: string | null;
}

interface EntryRow {
  id: string;
  version: number;
  taskId: string;
  userId: string;
  workedOn: string;
  minutes: number;
  startedAt: Date | null;
  endedAt: Date | null;
  billable: boolean;
  note: string | null;
  departmentId: string | null;
  teamId: string | null;
}

interface LoggedTask {
  customer_id: string;
  department_id: string | null;
  team_id: string | null;
  owner_id: string | null;
  shared_with_client: boolean;
  assignee_ids: string[];
  project_id: string;
  approved: boolean;
}

const ENTRY = {
  table: 'time_entry', label: 'time entry',
  fields: ['id', 'version', 'taskId', 'userId', 'workedOn::text', 'minutes', 'startedAt', 'endedAt', 'billable', 'note', 'departmentId', 'teamId'],
};

/** Logged time, by hand (TIM-01): never in the future, never overlapping, at most 24 hours on a person's day. */
@Injectable()
export class TimeService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Logs the caller's own time on a task they can see.
   *
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, PRECONDITION_FAILED (project not approved yet), LIMIT_EXCEEDED (day full),
   * DUPLICATE (exact times overlap)
   */
  log(actor: Actor, input: LogTime): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { userId } = actor;
      if (!userId) throw refuse('FORBIDDEN', 'Only a person can log time.');
      const task = await this.task(work, input.taskId);
      const access = { ownerId: userId, departmentId: task.department_id, teamId: task.team_id };
      if (!allows(actor.ability, timeEntryPermissions.create, access)) throw refuse('FORBIDDEN', 'You may not log time.');
      if (!task.approved) throw refuse('PRECONDITION_FAILED', 'Time is logged on approved projects.', 'taskId');
      const time = await this.checked(work, userId, input, null);
      const id = newId();
      const values = { ...time, taskId: input.taskId, userId, billable: input.billable ?? true, note: normalizeText(input.note) };
      await insertRow(work, 'time_entry', { id, ...values, customerId: task.customer_id, departmentId: task.department_id, teamId: task.team_id });
      this.record(work, id, 'timeEntry.logged', { taskId: input.taskId, related: [task.project_id] }, null, access, fieldChanges({}, values));
      return id;
    });
  }

  update(actor: Actor, input: UpdateTime): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const entry = await this.entryFor(work, input.id);
      const given = input.startedAt !== undefined || input.endedAt !== undefined || input.minutes !== undefined || input.workedOn !== undefined;
      const time = given ? await this.checked(work, entry.userId, merged(entry, input), entry.id) : {};
      const stored = {
        ...time, ...(input.billable === undefined ? {} : { billable: input.billable }), ...(input.note === undefined ? {} : { note: normalizeText(input.note) }),
      };
      const changes = fieldChanges(entry, stored);
      if (Object.keys(changes).length === 0) return entry.id;
      await updateVersioned(work, 'time_entry', ENTRY.label, entry.id, input.version, columnValues(stored));
      this.record(work, entry.id, 'timeEntry.updated', entry, accessOf(entry), accessOf(entry), changes);
      return entry.id;
    });
  }

  delete(actor: Actor, { id, version }: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const entry = await this.entryFor(work, id);
      if (entry.version !== version) throw await staleVersion(work, 'time_entry', ENTRY.label, id, ['minutes', 'worked_on', 'note']);
      await work.execute('DELETE FROM time_entry WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      this.record(work, id, 'timeEntry.deleted', entry, accessOf(entry), null, { minutes: { before: entry.minutes, after: null } });
      return id;
    });
  }

  private async entryFor(work: Work, id: string): Promise<EntryRow> {
    const entry = await lockRow<EntryRow>(work, ENTRY, id);
    authorize(work.actor, timeEntryPermissions.update, timeEntrySubject, accessOf(entry));
    return entry;
  }

  /** @throws AppError NOT_FOUND when the task is missing or the caller may not see it */
  private async task(work: Work, id: string): Promise<LoggedTask> {
    const [task] = await work.query<LoggedTask>(
      `SELECT t.customer_id, t.department_id, t.team_id, t.owner_id, t.shared_with_client, t.project_id, p.approved_at IS NOT NULL AS approved,
              ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = t.organization_id AND a.task_id = t.id) AS assignee_ids
       FROM task t JOIN project p ON p.organization_id = t.organization_id AND p.id = t.project_id WHERE t.organization_id = $1 AND t.id = $2`,
      [work.actor.organizationId, id],
    );
    const access = task && {
      customerId: task.customer_id, departmentId: task.department_id, teamId: task.team_id, ownerId: task.owner_id,
      assigneeIds: task.assignee_ids, sharedWithClient: task.shared_with_client,
    };
    if (!task || !allows(work.actor.ability, taskPermissions.read, access!)) throw notFound(taskSubject.label, 'taskId');
    return task;
  }

  /** Checks against what the person logged already. One at a time for a person, so that two entries cannot both fit. */
  private async checked(work: Work, userId: string, input: WorkedTime, exceptId: string | null): Promise<StoredTime> {
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`time of ${userId}`]);
    const [organization] = await work.query<{ time_zone: string }>('SELECT time_zone FROM organization WHERE id = $1', [work.actor.organizationId]);
    const timeZone = organization?.time_zone ?? 'UTC';
    const now = new Date();
    const time = storedTime(input, now, dayOf(now, timeZone), timeZone);
    const [found] = await work.query<{ logged: number; overlaps: boolean }>(
      `SELECT coalesce(sum(minutes) FILTER (WHERE worked_on = $3), 0)::integer AS logged,
              coalesce(bool_or(started_at < $5::timestamptz AND ended_at > $4::timestamptz), false) AS overlaps
       FROM time_entry WHERE organization_id = $1 AND user_id = $2 AND worked_on BETWEEN $3::date - 1 AND $3::date + 1 AND id IS DISTINCT FROM $6::uuid`,
      [work.actor.organizationId, userId, time.workedOn, time.startedAt, time.endedAt, exceptId],
    );
    if (found!.overlaps) throw refuse('DUPLICATE', 'These times overlap with an entry that is there already.', 'startedAt');
    if (found!.logged + time.minutes > DAY_MINUTES) {
      throw refuse('LIMIT_EXCEEDED', `A day has 24 hours, and ${found!.logged} minutes are logged on it already.`, 'minutes');
    }
    return time;
  }

  private record(
    work: Work, id: string, kind: string, entry: { taskId: string; related?: string[] }, before: AccessColumns | null, after: AccessColumns | null,
    changes: Record<string, { before: unknown; after: unknown }>,
  ): void {
    work.record({ kind, subject: 'timeEntry', subjectId: id, related: [entry.taskId, ...(entry.related ?? [])], access: { before, after }, changes });
  }
}

function accessOf({ userId, departmentId, teamId }: EntryRow): AccessColumns {
  return { ownerId: userId, departmentId, teamId };
}

/** What the entry will be: exact times that are not mentioned go when minutes come, and the other way round. */
function merged(entry: EntryRow, input: UpdateTime): WorkedTime {
  const exact = input.startedAt !== undefined || input.endedAt !== undefined;
  if (exact) return { startedAt: input.startedAt ?? entry.startedAt, endedAt: input.endedAt ?? entry.endedAt };
  return { workedOn: input.workedOn ?? entry.workedOn, minutes: input.minutes ?? entry.minutes };
}
