import { Injectable } from '@nestjs/common';
import type { StoredChanges } from '@throughline/identity/audit';
import type { Work } from '@throughline/platform/database';

/** An event that may be told, before anybody asked who sees its record. */
export interface Candidate {
  /** The event's number; the order of the stream. */
  id: string;
  kind: string;
  subject: string;
  subjectId: string;
  actorId: string | null;
  actorTier: string;
  occurredAt: Date;
}

/** Where candidates come from: each way has an index of its own. */
export interface Source {
  subjects: readonly string[];
  actorId: string | null;
  recordId: string | null;
}

const COLUMNS = `e.id::text AS id, e.kind, e.subject, e.subject_id AS "subjectId", e.actor_id AS "actorId", e.actor_tier AS "actorTier", e.occurred_at AS "occurredAt"`;
const NEWEST = 'NOT e.historical AND e.id < $2 ORDER BY e.id DESC LIMIT $3';

/** What belongs to a record; talk has its own place. Tasks by the indexes of their tree, task by task: joined, every part of every task would be walked. */
const PARTS = `
  WITH RECURSIVE work (id) AS (
    SELECT t.id FROM task t WHERE t.organization_id = $1 AND t.project_id = $4 AND t.parent_id IS NULL
    UNION ALL SELECT t.id FROM task t WHERE t.organization_id = $1 AND t.parent_id = $4
    UNION ALL SELECT s.id FROM work CROSS JOIN LATERAL (SELECT t.id FROM task t WHERE t.organization_id = $1 AND t.parent_id = work.id OFFSET 0) s),
  part (id) AS (
    SELECT $4::uuid UNION SELECT id FROM work
    ${['milestone.project_id', 'quote.deal_id', 'contact.customer_id', 'task_request.task_id', 'hand_off.record_id', 'file.record_id'].map((link) => {
      const [table, column] = link.split('.');
      return `UNION SELECT r.id FROM ${table} r WHERE r.organization_id = $1 AND r.${column} = $4`;
    }).join(' ')})`;

/** Reads the event log newest first, never more than it is asked for; everything is of the actor's organization. */
@Injectable()
export class ActivityRepository {
  /**
   * @param before the number of an event: only what is older
   * @param limit events at most, and as many as are looked at
   */
  candidates(work: Work, { subjects, actorId, recordId }: Source, before: string, limit: number): Promise<Candidate[]> {
    const values = [work.actor.organizationId, before, limit];
    if (recordId) {
      return work.query<Candidate>(
        `${PARTS} SELECT ${COLUMNS} FROM part CROSS JOIN LATERAL (SELECT * FROM event e WHERE e.organization_id = $1 AND e.subject_id = part.id AND ${NEWEST}) e
         ORDER BY e.id DESC LIMIT $3`,
        [...values, recordId],
      );
    }
    if (actorId) return work.query<Candidate>(`SELECT ${COLUMNS} FROM event e WHERE e.organization_id = $1 AND e.actor_id = $4 AND ${NEWEST}`, [...values, actorId]);
    // Kind by kind and merged: one condition on all kinds would walk past whatever else the log is full of.
    const each = subjects.map((_, index) => `(SELECT e.* FROM event e WHERE e.organization_id = $1 AND e.subject = $${index + 4} AND ${NEWEST})`);
    return work.query<Candidate>(`SELECT ${COLUMNS} FROM (${each.join(' UNION ALL ')}) e ORDER BY e.id DESC LIMIT $3`, [...values, ...subjects]);
  }

  /** What events changed and where they stand in the log, by number; what has no position yet is missing. */
  async details(work: Work, ids: readonly string[]): Promise<Map<string, { position: string; changes: StoredChanges }>> {
    const rows = await work.query<{ id: string; position: string; changes: StoredChanges }>(
      `SELECT p.event_id::text AS id, p.position::text AS position, coalesce(d.changes, '{}') AS changes
       FROM event_position p LEFT JOIN event_detail d ON d.event_id = p.event_id WHERE p.organization_id = $1 AND p.event_id = ANY($2::bigint[])`,
      [work.actor.organizationId, ids],
    );
    return new Map(rows.map(({ id, ...detail }) => [id, detail]));
  }

  /** The last position of the log. */
  async head(work: Work): Promise<string> {
    const [row] = await work.query<{ position: string }>('SELECT position::text AS position FROM organization_position WHERE organization_id = $1', [work.actor.organizationId]);
    return row?.position ?? '0';
  }

  /** The number of the event at a position; null when there is none. */
  async at(work: Work, position: string): Promise<string | null> {
    const [row] = await work.query<{ id: string }>('SELECT event_id::text AS id FROM event_position WHERE organization_id = $1 AND position = $2', [work.actor.organizationId, position]);
    return row?.id ?? null;
  }
}
