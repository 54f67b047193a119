import { createHash } from 'node:crypto';

/** What a link of the hash chain covers, as the database renders it; `chainColumns` selects it. */
export interface ChainedEvent {
  position: string;
  id: string;
  organization_id: string;
  kind: string;
  subject: string;
  subject_id: string;
  related: string[];
  actor_id: string | null;
  actor_tier: string;
  request_id: string;
  /** jsonb as text, in jsonb's own rendering. */
  access_before: string | null;
  access_after: string | null;
  progress: string | null;
  historical: boolean;
  detail_digest: Buffer;
  /** UTC, microseconds: `2026-11-21T06:00:00.123456Z` */
  occurred_at: string;
  hash: Buffer;
}

/** The columns of `ChainedEvent`, for `event_position p JOIN event e`. */
export const chainColumns = `p.position::text, e.id::text, e.organization_id, e.kind, e.subject, e.subject_id, e.related, e.actor_id,
  e.actor_tier, e.request_id, e.access_before::text, e.access_after::text, e.progress::text, e.historical, e.detail_digest,
  to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred_at, p.hash`;

/**
 * The next link of an organization's chain, as `app.chain_hash` computes it: SHA-256 over the link before (nothing for
 * the first) and the event as a JSON array in jsonb's rendering.
 */
export function chainHash(previous: Buffer, event: ChainedEvent): Buffer {
  const content = [
    event.position,
    event.id,
    text(event.organization_id),
    text(event.kind),
    text(event.subject),
    text(event.subject_id),
    `[${event.related.map(text).join(', ')}]`,
    text(event.actor_id),
    text(event.actor_tier),
    text(event.request_id),
    event.access_before ?? 'null',
    event.access_after ?? 'null',
    event.progress ?? 'null',
    String(event.historical),
    text(event.detail_digest.toString('hex')),
    text(event.occurred_at),
  ];
  return createHash('sha256').update(previous).update(`[${content.join(', ')}]`, 'utf8').digest();
}

/** jsonb escapes texts as JSON.stringify does. */
const text = (value: string | null): string => JSON.stringify(value);

/**
 * Recomputes a run of an organization's chain.
 *
 * @param events in the order of their positions, without a gap
 * @param previous the link before the first of them
 * @returns the first position whose stored link is not the recomputed one, or null; and the last link
 */
export function checkChain(events: readonly ChainedEvent[], previous: Buffer = Buffer.alloc(0)): { wrongAt: number | null; last: Buffer } {
  let link = previous;
  for (const event of events) {
    link = chainHash(link, event);
    if (!link.equals(event.hash)) return { wrongAt: Number(event.position), last: link };
  }
  return { wrongAt: null, last: link };
}
