import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { leadAccess, leadPermissions, leadSubject } from './lead.policy.js';
import { LeadRepository } from './lead.repository.js';

/** Something that happened to a lead. */
export interface LeadHistoryEntry {
  /** The event's number. */
  id: string;
  kind: string;
  at: Date;
  /** null: a visitor, or the product itself. */
  actorName: string | null;
  historical: boolean;
  status: string | null;
  score: number | null;
  channel: string | null;
  reached: boolean | null;
  /** What was said, or why. */
  text: string | null;
  /** Names of the other fields that changed. */
  fields: string[];
}

const ENTRIES = 100;
/** Told in their own way, or nobody's business on a timeline. */
const OWN = ['status', 'score', 'channel', 'reached', 'note', 'reason', 'statusReason', 'at', 'rating', 'firstResponseAt', 'lastContactAt', 'qualifiedAt', 'closedAt', 'assignedAt', 'departmentId'];

/**
 * The timeline of a lead, from its events: what was done, by whom, and what was said; of facts only which ones changed, never their
 * values, because rules may hide those.
 */
@Injectable()
export class LeadHistoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
  ) {}

  /** The latest first. @throws AppError NOT_FOUND */
  of(actor: Actor, id: string): Promise<LeadHistoryEntry[]> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.load(work, id);
      authorize(actor, leadPermissions.read, leadSubject, leadAccess(lead));
      return work.query<LeadHistoryEntry>(
        `SELECT e.id::text AS id, e.kind, e.occurred_at AS at, person.name AS "actorName", e.historical,
                d.changes->'status'->>'after' AS status, (d.changes->'score'->>'after')::int AS score,
                d.changes->'channel'->>'after' AS channel, (d.changes->'reached'->>'after')::boolean AS reached,
                coalesce(d.changes->'note'->>'after', d.changes->'reason'->>'after', d.changes->'statusReason'->>'after') AS text,
                ARRAY(SELECT key FROM jsonb_object_keys(d.changes) AS key WHERE key <> ALL($3) ORDER BY key) AS fields
         FROM event e JOIN event_detail d ON d.event_id = e.id
         LEFT JOIN user_account person ON person.organization_id = e.organization_id AND person.id = e.actor_id
         WHERE e.organization_id = $1 AND e.subject_id = $2 ORDER BY e.id DESC LIMIT ${ENTRIES}`,
        [actor.organizationId, id, OWN],
      );
    });
  }
}
