import type { AccessColumns, ProgressChange } from '../../database/index.js';

/** An event as the log holds it, with the position the relay gave it. Changed values are not part of it. */
export interface StoredEvent {
  organizationId: string;
  /** Gap-free within the organization, from 1; far below 2^53. */
  position: number;
  /** The event's identity (a bigint as text). */
  id: string;
  /** `deal.won` */
  kind: string;
  /** Subject type: `deal` */
  subject: string;
  subjectId: string;
  related: string[];
  actorId: string | null;
  requestId: string;
  accessBefore: AccessColumns | null;
  accessAfter: AccessColumns | null;
  progress: ProgressChange[];
  historical: boolean;
  occurredAt: Date;
}

/** The columns of `eventFromRow`, for `event_position p JOIN event e`. */
export const STORED_EVENT_COLUMNS = `p.position, e.id, e.organization_id, e.kind, e.subject, e.subject_id, e.related, e.actor_id,
  e.request_id, e.access_before, e.access_after, e.progress, e.historical, e.occurred_at`;

/** A row of `STORED_EVENT_COLUMNS`. */
export interface StoredEventRow {
  position: string;
  id: string;
  organization_id: string;
  kind: string;
  subject: string;
  subject_id: string;
  related: string[];
  actor_id: string | null;
  request_id: string;
  access_before: AccessColumns | null;
  access_after: AccessColumns | null;
  progress: ProgressChange[] | null;
  historical: boolean;
  occurred_at: Date;
}

export function eventFromRow(row: StoredEventRow): StoredEvent {
  return {
    organizationId: row.organization_id,
    position: Number(row.position),
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    subjectId: row.subject_id,
    related: row.related,
    actorId: row.actor_id,
    requestId: row.request_id,
    accessBefore: row.access_before,
    accessAfter: row.access_after,
    progress: row.progress ?? [],
    historical: row.historical,
    occurredAt: row.occurred_at,
  };
}
