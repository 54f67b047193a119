import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { loadAccess } from '@throughline/platform/read';
import { DUE, type DueSubject, signalsOf } from './due.js';
import { type DuePayload, tellDue } from './tell-due.job.js';

/** Tells of due days: what follows from a record's present day is scheduled, and judged again when its time has come. */
@Injectable()
export class DueService {
  constructor(private readonly jobs: JobQueue) {}

  /** Schedules what follows from the record's present due day. A day that was scheduled before is not scheduled again: what was told stays told. */
  async follow(work: Work, subject: DueSubject, recordId: string): Promise<void> {
    const { table, settled } = DUE[subject];
    const [row] = await work.query<{ dueOn: string | null; settled: boolean; zone: string }>(
      `SELECT r.due_on::text AS "dueOn", r.${settled} AS settled, o.time_zone AS zone FROM ${table} r JOIN organization o ON o.id = r.organization_id WHERE r.organization_id = $1 AND r.id = $2`,
      [work.actor.organizationId, recordId],
    );
    if (!row?.dueOn || row.settled) return;
    for (const { signal, at } of signalsOf(row.dueOn, row.zone, new Date())) {
      await this.jobs.schedule(work, tellDue, { subject, recordId, dueOn: row.dueOn, signal }, { dueAt: at, key: `${subject} ${recordId} ${row.dueOn} ${signal}` });
    }
  }

  /** Records that it is due; nothing when it is settled, gone, due on another day, or its project is not worked on. */
  async tell(work: Work, { subject, recordId, dueOn, signal }: DuePayload): Promise<void> {
    const { table, settled } = DUE[subject];
    const [row] = await work.query<{ projectId: string }>(
      `SELECT r.project_id AS "projectId" FROM ${table} r JOIN project p ON p.organization_id = r.organization_id AND p.id = r.project_id
       WHERE r.organization_id = $1 AND r.id = $2 AND r.due_on = $3::date AND NOT r.${settled} AND p.status NOT IN ('CANCELLED', 'REJECTED', 'CLOSED', 'DELIVERED', 'ON_HOLD')`,
      [work.actor.organizationId, recordId, dueOn],
    );
    const access = row ? await loadAccess(work, subject, recordId) : null;
    if (!row || !access) return;
    work.record({ kind: `${subject}.${signal}`, subject, subjectId: recordId, related: [row.projectId], access: { before: access, after: access }, changes: { dueOn: { before: null, after: dueOn } } });
  }
}
