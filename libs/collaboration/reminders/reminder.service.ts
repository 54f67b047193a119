import { Injectable } from '@nestjs/common';
import { authorize, maySee } from '@throughline/platform/access';
import { type AccessColumns, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { type Actor, newId, normalizeText, notFound, refuse } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import { fireReminder } from './jobs/fire-reminder.job.js';
import { reminderPermissions, reminderSubject, rememberedSubjects } from './reminder.policy.js';

/** A reminder as its rules need it. */
interface ReminderRow {
  id: string;
  version: number;
  userId: string;
  subject: string | null;
  recordId: string | null;
  note: string | null;
  dueAt: Date;
  firedAt: Date | null;
  doneAt: Date | null;
}

const REMINDER = { table: 'reminder', label: 'reminder', fields: ['id', 'version', 'userId', 'subject', 'recordId', 'note', 'dueAt', 'firedAt', 'doneAt'] };
const LONGEST_MS = 5 * 366 * 86_400_000;

type Changes = Record<string, { before: unknown; after: unknown }>;

/** Reminders of one's own: on any record, a message, or nothing in the product (ACT-04). */
@Injectable()
export class ReminderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns its id @throws AppError VALIDATION_FAILED, NOT_FOUND at `recordId`, FORBIDDEN */
  create(actor: Actor, input: { subject?: string | null | undefined; recordId?: string | null | undefined; note?: string | null | undefined; dueAt: Date }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { userId } = actor;
      if (!userId) throw refuse('FORBIDDEN', 'Only a person can be reminded.');
      const note = normalizeText(input.note);
      const about = await this.record(work, input.subject ?? null, input.recordId ?? null);
      if (!about && !note) throw refuse('VALIDATION_FAILED', 'Say what to remember.', 'note');
      requireTime(input.dueAt);
      const id = newId();
      const access: AccessColumns = { ownerId: userId, follows: about && { subject: about.subject, access: about.access } };
      authorize(actor, reminderPermissions.keep, reminderSubject, access, 'recordId');
      await insertRow(work, 'reminder', { id, userId, subject: about?.subject ?? null, recordId: about?.recordId ?? null, contextId: about?.contextId ?? null, note, dueAt: input.dueAt });
      await this.schedule(work, id, input.dueAt);
      work.record({ kind: 'reminder.created', subject: 'reminder', subjectId: id, access: { before: null, after: access }, changes: { dueAt: { before: null, after: input.dueAt.toISOString() } } });
      return id;
    });
  }

  /** @throws AppError VALIDATION_FAILED, CONFLICT, NOT_FOUND */
  update(actor: Actor, input: { id: string; version: number; note?: string | null | undefined; dueAt?: Date | null | undefined; done?: boolean | null | undefined }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { row, access } = await this.own(work, input.id);
      const note = input.note === undefined ? row.note : normalizeText(input.note);
      if (!row.subject && !note) throw refuse('VALIDATION_FAILED', 'Say what to remember.', 'note');
      const moved = input.dueAt && input.dueAt.getTime() !== row.dueAt.getTime() ? input.dueAt : null;
      if (moved) requireTime(moved);
      const doneAt = input.done === null || input.done === undefined ? row.doneAt : input.done ? (row.doneAt ?? new Date()) : null;
      await updateVersioned(work, 'reminder', REMINDER.label, row.id, input.version, { note, done_at: doneAt, ...(moved ? { due_at: moved, fired_at: null } : {}) });
      if (moved) await this.schedule(work, row.id, moved);
      const changes: Changes = {
        ...(note === row.note ? {} : { note: { before: row.note, after: note } }), ...(moved ? { dueAt: { before: row.dueAt.toISOString(), after: moved.toISOString() } } : {}),
        ...((doneAt === null) === (row.doneAt === null) ? {} : { done: { before: row.doneAt !== null, after: doneAt !== null } }),
      };
      work.record({ kind: 'reminder.updated', subject: 'reminder', subjectId: row.id, access: { before: access, after: access }, changes });
      return row.id;
    });
  }

  /** @throws AppError NOT_FOUND */
  delete(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { access } = await this.own(work, id);
      await work.execute('DELETE FROM reminder WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      work.record({ kind: 'reminder.deleted', subject: 'reminder', subjectId: id, access: { before: access, after: null }, changes: {} });
      return id;
    });
  }

  /** Its time has come; nothing when it was moved, settled or removed in the meantime. */
  async fire(work: Work, id: string, dueAt: string): Promise<void> {
    const [row] = await work.query<ReminderRow>(
      `SELECT due_at AS "dueAt", fired_at AS "firedAt", done_at AS "doneAt", note FROM reminder WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`, [work.actor.organizationId, id],
    );
    if (!row || row.firedAt || row.doneAt || row.dueAt.toISOString() !== dueAt) return;
    await work.execute('UPDATE reminder SET fired_at = now(), version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
    const access = (await loadAccess(work, 'reminder', id)) ?? {};
    work.record({ kind: 'reminder.fired', subject: 'reminder', subjectId: id, access: { before: access, after: access }, changes: { dueAt: { before: null, after: dueAt }, note: { before: null, after: row.note } } });
  }

  private async schedule(work: Work, id: string, dueAt: Date): Promise<void> {
    await this.jobs.schedule(work, fireReminder, { reminderId: id, dueAt: dueAt.toISOString() }, { dueAt, key: `${id} ${dueAt.toISOString()}` });
  }

  /** Whose it is not, or whose record they do not see any more, is told that there is none. */
  private async own(work: Work, id: string): Promise<{ row: ReminderRow; access: AccessColumns }> {
    const row = await lockRow<ReminderRow>(work, REMINDER, id);
    const access = await loadAccess(work, 'reminder', id);
    if (!access || row.userId !== work.actor.userId) throw notFound('reminder');
    authorize(work.actor, reminderPermissions.keep, reminderSubject, access);
    return { row, access };
  }

  private async record(work: Work, subject: string | null, recordId: string | null): Promise<{ subject: string; recordId: string; contextId: string | null; access: AccessColumns } | null> {
    if (!subject && !recordId) return null;
    if (!subject || !recordId || !rememberedSubjects().includes(subject)) throw refuse('VALIDATION_FAILED', `Name a record with its type: ${rememberedSubjects().join(', ')}.`, 'subject');
    const access = await loadAccess(work, subject, recordId);
    if (!access || !maySee(work.actor.ability, subject, access)) throw notFound(subject, 'recordId');
    return { subject, recordId, contextId: await this.context(work, subject, recordId), access };
  }

  private async context(work: Work, subject: string, recordId: string): Promise<string | null> {
    const column = { message: 'channel_id', task: 'project_id', milestone: 'project_id' }[subject];
    if (!column) return null;
    const [row] = await work.query<{ id: string }>(`SELECT ${column} AS id FROM ${subject} WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, recordId]);
    return row?.id ?? null;
  }
}

function requireTime(dueAt: Date): void {
  const distance = dueAt.getTime() - Date.now();
  if (distance <= 0 || distance > LONGEST_MS) throw refuse('VALIDATION_FAILED', 'Choose a time that is still to come, within five years.', 'dueAt');
}
