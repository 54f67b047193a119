import type { ClientBase } from 'pg';
import { ERASING_KINDS } from '../erase/erase-details.js';
import type { Finding } from './findings.js';

/** As `app.erase_details` computes it, with the database's own functions only. */
const TOLD = `
  WITH done AS (
    SELECT x.erasure_id, min(x.event_id) AS first, count(*)::integer AS events,
      encode(sha256(convert_to(string_agg(x.event_id || ':' || encode(x.digest, 'hex'), ',' ORDER BY x.event_id), 'UTF8')), 'hex') AS digest
    FROM event_erasure x WHERE x.organization_id = $1 GROUP BY x.erasure_id)
  SELECT done.first::text AS "eventId", done.events FROM done
  WHERE NOT EXISTS (
    SELECT 1 FROM event e JOIN event_detail d ON d.event_id = e.id
    WHERE e.organization_id = $1 AND e.subject_id = done.erasure_id AND e.kind = ANY ($2::text[])
      AND d.changes #>> '{digest,after}' = done.digest AND d.changes #>> '{events,after}' = done.events::text)
  ORDER BY done.first LIMIT 1`;

/**
 * Whether every erasure is told by an event that vouches for exactly the values it left. That the telling events are as they were
 * written is for the walk along the chain to say.
 */
export async function wrongErasure(database: ClientBase, organizationId: string): Promise<Finding | null> {
  const { rows: [wrong] } = await database.query<{ eventId: string; events: number }>(TOLD, [organizationId, ERASING_KINDS]);
  if (!wrong) return null;
  return { damage: 'ERASURE_UNTOLD', organizationId, position: null, eventId: wrong.eventId, what: `values of ${wrong.events} event(s) from this one on were erased, and no event tells so` };
}
