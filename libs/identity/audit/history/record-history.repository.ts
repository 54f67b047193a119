import { Injectable } from '@nestjs/common';
import type { AccessColumns, Work } from '@throughline/platform/database';
import type { ReadModel } from '@throughline/platform/read';
import type { DescribableEvent, StoredChanges } from '../describe/change-describer.js';

/** An event of a record. */
export interface HistoryRow extends Omit<DescribableEvent, 'access'> {
  kind: string;
  /** As what its actor acted. */
  actorTier: string;
  occurredAt: Date;
  historical: boolean;
  /** Who could see the record before and after; both null: it concerns nobody's lists, but the security log. */
  accessBefore: AccessColumns | null;
  accessAfter: AccessColumns | null;
}

const COLUMNS = `e.id::text AS id, e.subject, e.subject_id AS "subjectId", e.actor_id AS "actorId", e.actor_tier AS "actorTier", e.kind, e.occurred_at AS "occurredAt", e.historical, e.access_before AS "accessBefore", e.access_after AS "accessAfter",
  coalesce(d.changes, '{}') AS changes`;

/** Events of single records; everything is of the actor's organization. */
@Injectable()
export class RecordHistoryRepository {
  /** The latest first, by the index on (organization, subject, number). */
  of(work: Work, subject: string, id: string, limit: number, before: string | null): Promise<HistoryRow[]> {
    return work.query<HistoryRow>(
      `SELECT ${COLUMNS} FROM event e LEFT JOIN event_detail d ON d.event_id = e.id
       WHERE e.organization_id = $1 AND e.subject_id = $2 AND e.subject = $3 AND ($5::bigint IS NULL OR e.id < $5) ORDER BY e.id DESC LIMIT $4`,
      [work.actor.organizationId, id, subject, limit, before],
    );
  }

  /** The record's version now; null when it is gone. */
  async version(work: Work, { table, tenant }: Pick<ReadModel, 'table' | 'tenant'>, id: string): Promise<number | null> {
    const [row] = await work.query<{ version: number }>(`SELECT version FROM ${table} WHERE ${tenant} = $1 AND id = $2`, [work.actor.organizationId, id]);
    return row?.version ?? null;
  }

  /** What one event of a record changed; null when it is none of this record's. */
  async changes(work: Work, subject: string, id: string, eventId: string): Promise<StoredChanges | null> {
    const [row] = await work.query<{ changes: StoredChanges }>(
      `SELECT coalesce(d.changes, '{}') AS changes FROM event e LEFT JOIN event_detail d ON d.event_id = e.id
       WHERE e.organization_id = $1 AND e.subject_id = $2 AND e.subject = $3 AND e.id = $4`,
      [work.actor.organizationId, id, subject, eventId],
    );
    return row?.changes ?? null;
  }
}
