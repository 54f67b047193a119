import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import type { DescribableEvent } from '../describe/change-describer.js';

const DESCRIBABLE = `e.id::text AS id, e.subject, e.subject_id AS "subjectId", e.actor_id AS "actorId",
  coalesce(e.access_after, e.access_before, '{}') AS access, coalesce(d.changes, '{}') AS changes`;

/** Reads the event log for people; everything is of the actor's organization. */
@Injectable()
export class AuditEventRepository {
  /** Events with what they changed, by number. */
  async byIds(work: Work, ids: readonly string[]): Promise<Map<string, DescribableEvent>> {
    const rows = await work.query<DescribableEvent>(
      `SELECT ${DESCRIBABLE} FROM event e LEFT JOIN event_detail d ON d.event_id = e.id WHERE e.organization_id = $1 AND e.id = ANY($2::bigint[])`,
      [work.actor.organizationId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every kind of event in the log, in order: from value to value by the index, however long the log is. */
  async kinds(work: Work): Promise<string[]> {
    const rows = await work.query<{ kind: string }>(
      `WITH RECURSIVE known AS (
         (SELECT kind FROM event WHERE organization_id = $1 ORDER BY kind LIMIT 1)
         UNION ALL SELECT (SELECT e.kind FROM event e WHERE e.organization_id = $1 AND e.kind > k.kind ORDER BY e.kind LIMIT 1) FROM known k WHERE k.kind IS NOT NULL)
       SELECT kind FROM known WHERE kind IS NOT NULL`,
      [work.actor.organizationId],
    );
    return rows.map(({ kind }) => kind);
  }
}
