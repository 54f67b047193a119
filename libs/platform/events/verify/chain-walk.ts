import type { ClientBase } from 'pg';
import { type ChainedEvent, chainColumns, chainHash } from '../log/chain.js';
import type { SignedHead } from '../seal/signed-head.js';
import { wrongErasure } from './erasure-check.js';
import type { Finding } from './findings.js';

/** Rows at a time: memory stays flat whatever the length of the chain. So few that a page is garbage before V8 takes it for something lasting. */
const PAGE = 500;

interface WalkedRow extends Omit<ChainedEvent, 'id'> {
  event_id: string;
  /** null: the event itself is gone. */
  id: string | null;
  has_detail: boolean;
  detail_fits: boolean | null;
  /** null: nothing of it was erased. */
  remains_fit: boolean | null;
}

/** The digest is computed here and not by a function of the database, which whoever alters rows could alter too. */
const ROWS = `
  SELECT p.event_id::text, ${chainColumns}, d.event_id IS NOT NULL AS has_detail, e.detail_digest = now.digest AS detail_fits, x.digest = now.digest AS remains_fit
  FROM event_position p LEFT JOIN event e ON e.id = p.event_id LEFT JOIN event_detail d ON d.event_id = p.event_id
  LEFT JOIN LATERAL (SELECT sha256(d.salt || convert_to(d.changes::text
    || CASE WHEN e.address IS NULL AND e.user_agent IS NULL THEN '' ELSE jsonb_build_array(e.address, e.user_agent)::text END, 'UTF8')) AS digest) now ON true
  LEFT JOIN LATERAL (SELECT digest FROM event_erasure WHERE event_id = p.event_id ORDER BY id DESC LIMIT 1) x ON true
  WHERE p.organization_id = $1 AND p.position > $2 ORDER BY p.position LIMIT ${PAGE}`;

/** What walking one organization's chain came to. */
export interface Walk {
  events: number;
  /** The first bad row; null when everything is as it was written. */
  finding: Finding | null;
  /** Up to which position signed heads vouch for the chain; 0 without one. */
  signedUpTo: number;
}

/**
 * Recomputes an organization's chain from its rows, compares it with the stored links, the stored head and the signed heads,
 * and stops at the first bad row.
 *
 * @param database a transaction of the owner with one snapshot, in which nothing else runs
 * @param heads the organization's genuine signed heads, by position
 */
export async function walkChain(database: ClientBase, organizationId: string, heads: readonly SignedHead[]): Promise<Walk> {
  const walk = new ChainWalk(organizationId, heads);
  for (;;) {
    const { rows } = await database.query<WalkedRow>({ name: 'audit walk', text: ROWS, values: [organizationId, walk.position] });
    for (const row of rows) {
      const finding = walk.take(row);
      if (finding) return walk.result(finding);
    }
    if (rows.length < PAGE) break;
  }
  const erasure = await wrongErasure(database, organizationId);
  if (erasure) return walk.result(erasure);
  const { rows: [head] } = await database.query<{ position: string; hash: Buffer }>('SELECT position, hash FROM organization_position WHERE organization_id = $1', [organizationId]);
  return walk.result(walk.end(head ? { position: Number(head.position), hash: head.hash } : null));
}

class ChainWalk {
  position = 0;
  private link: Buffer = Buffer.alloc(0);
  private nextHead = 0;
  private signedUpTo = 0;

  constructor(
    private readonly organizationId: string,
    private readonly heads: readonly SignedHead[],
  ) {}

  take(row: WalkedRow): Finding | null {
    const position = Number(row.position);
    const at = { organizationId: this.organizationId, position, eventId: row.event_id };
    if (position !== this.position + 1) {
      return { ...at, damage: 'POSITIONS_REMOVED', position: this.position + 1, eventId: null, what: `${position - this.position - 1} position(s) before ${position} are gone` };
    }
    if (row.id === null) return { ...at, damage: 'EVENT_MISSING', what: 'the event of this position is gone' };
    const link = chainHash(this.link, row as ChainedEvent);
    if (!link.equals(row.hash)) return { ...at, damage: 'EVENT_ALTERED', what: `the ${row.kind} event of ${row.occurred_at}, or its place, is not what was chained` };
    if (!row.has_detail) return { ...at, damage: 'DETAIL_MISSING', what: `the changed values of the ${row.kind} event are gone` };
    // Of what was erased in part, the event that tells of it vouches for the rest.
    if ((row.remains_fit ?? row.detail_fits) !== true) return { ...at, damage: 'DETAIL_ALTERED', what: `changed values or origin of the ${row.kind} event of ${row.occurred_at} are not what was recorded` };
    this.position = position;
    this.link = link;
    return this.compareSigned(row);
  }

  /** After the last row. */
  end(head: { position: number; hash: Buffer } | null): Finding | null {
    const at = { organizationId: this.organizationId, eventId: null };
    const signed = this.heads.at(-1);
    const expected = Math.max(head?.position ?? 0, signed?.position ?? 0);
    if (expected > this.position) {
      const witness = (signed?.position ?? 0) > (head?.position ?? 0) ? `a head at ${expected} was signed on ${signed?.at ?? ''}` : `the stored head is at ${expected}`;
      return { ...at, damage: 'TAIL_REMOVED', position: this.position + 1, what: `the chain ends at ${this.position}, but ${witness}` };
    }
    if (head === null ? this.position > 0 : head.position !== this.position || !head.hash.equals(this.link)) {
      return { ...at, damage: 'HEAD_ALTERED', position: this.position, what: 'the stored head is not the last link of the chain' };
    }
    return null;
  }

  result(finding: Finding | null): Walk {
    return { events: this.position, finding, signedUpTo: this.signedUpTo };
  }

  private compareSigned(row: WalkedRow): Finding | null {
    for (let head = this.heads[this.nextHead]; head?.position === this.position; head = this.heads[++this.nextHead]) {
      if (head.hash !== this.link.toString('hex')) {
        const what = `the chain was computed anew: what was signed on ${head.at} differs; rows ${this.signedUpTo + 1} to ${this.position} may have been altered`;
        return { damage: 'RECHAINED', organizationId: this.organizationId, position: this.signedUpTo + 1, eventId: this.signedUpTo + 1 === this.position ? row.event_id : null, what };
      }
      this.signedUpTo = this.position;
    }
    return null;
  }
}
