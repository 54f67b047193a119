import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { CHANNEL_RECORDS, type ChannelKind, type ChannelRecord, type ChannelRecordSubject } from '../channel.kinds.js';

/** What a channel takes over from the record or department it goes by. */
export interface RecordFacts {
  kind: ChannelKind;
  name: string;
  twoSided: boolean;
  over: boolean;
}

/** A channel beside what it should be like. */
export interface FollowingChannel {
  id: string;
  name: string | null;
  twoSided: boolean;
  archivedAt: Date | null;
}

export type FollowedSubject = ChannelRecordSubject | 'department';

/** SQL of channels that go by a record or a department. */
@Injectable()
export class RecordChannelRepository {
  /** The record as its channel sees it; null when it is gone. */
  async facts(work: Work, subject: FollowedSubject, id: string): Promise<RecordFacts | null> {
    const [sql, kind] = subject === 'department' ? [DEPARTMENT, 'DEPARTMENT' as const] : [factsSql(CHANNEL_RECORDS[subject]), CHANNEL_RECORDS[subject].kind];
    const [row] = await work.query<Omit<RecordFacts, 'kind'>>(sql, [work.actor.organizationId, id]);
    return row ? { kind, ...row } : null;
  }

  async find(work: Work, subject: FollowedSubject, id: string): Promise<FollowingChannel | null> {
    const [row] = await work.query<FollowingChannel>(
      `SELECT id, name, two_sided AS "twoSided", archived_at AS "archivedAt" FROM channel WHERE organization_id = $1
       AND ${subject === 'department' ? 'department_id = $2' : 'record_id = $2 AND record_subject = $3'} FOR NO KEY UPDATE`,
      [work.actor.organizationId, id, ...(subject === 'department' ? [] : [subject])],
    );
    return row ?? null;
  }

  /** Channels of a project's tasks, which have its access. */
  ofTasks(work: Work, projectId: string): Promise<(FollowingChannel & { recordId: string })[]> {
    return work.query(
      `SELECT c.id, c.name, c.two_sided AS "twoSided", c.archived_at AS "archivedAt", c.record_id AS "recordId" FROM channel c
       JOIN task t ON t.organization_id = c.organization_id AND t.id = c.record_id WHERE c.organization_id = $1 AND c.record_subject = 'task' AND t.project_id = $2
       ORDER BY c.id FOR NO KEY UPDATE OF c`,
      [work.actor.organizationId, projectId],
    );
  }

  /** @returns the new channel's id; null when somebody else made it at the same moment */
  async insert(work: Work, subject: FollowedSubject, recordId: string, { kind, name, twoSided, over }: RecordFacts): Promise<string | null> {
    const id = newId();
    const department = subject === 'department';
    const made = await work.execute(
      `INSERT INTO channel (organization_id, id, kind, name, two_sided, archived_at, record_subject, record_id, department_id, created_by)
       VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [work.actor.organizationId, id, kind, name, twoSided, over, department ? null : subject, department ? null : recordId, department ? recordId : null, work.actor.userId],
    );
    return made === 1 ? id : null;
  }

  /** Its version stays: whoever edits its topic has not seen anything stale. */
  async take(work: Work, id: string, { name, twoSided, over }: RecordFacts): Promise<void> {
    await work.execute(
      `UPDATE channel SET name = $3, two_sided = $4, archived_at = CASE WHEN $5 THEN coalesce(archived_at, now()) END, updated_at = now() WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id, name, twoSided, over],
    );
  }
}

const DEPARTMENT = `SELECT name, false AS "twoSided", archived_at IS NOT NULL AS over FROM department WHERE organization_id = $1 AND id = $2`;

function factsSql({ table, name, twoSided, over }: ChannelRecord): string {
  return `SELECT ${name('r')} AS name, ${twoSided('r')} AS "twoSided", ${over('r')} AS over FROM ${table} r WHERE r.organization_id = $1 AND r.id = $2`;
}
