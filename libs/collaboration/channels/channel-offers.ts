import { Injectable } from '@nestjs/common';
import { type AccessColumns, UnitOfWork } from '@throughline/platform/database';
import type { Actor, AllowedMove } from '@throughline/platform/kernel';
import type { ChannelKind, MemberRole } from './channel.kinds.js';
import { channelPermissions } from './channel.policy.js';
import { type ChannelMove, channelOffers } from './channel.rules.js';

interface OfferRow {
  id: string;
  kind: ChannelKind;
  archived: boolean;
  twoSided: boolean;
  recordSubject: string | null;
  departmentId: string | null;
  role: MemberRole | null;
  otherLeft: boolean;
}

type Offers = AllowedMove<ChannelMove>[];
interface Waiting { ids: Set<string>; answer: Promise<Map<string, Offers>> }

/** What the caller can do in channels that they see; one statement for all channels of an answer. */
@Injectable()
export class ChannelOffers {
  private readonly waiting = new WeakMap<Actor, Waiting>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(actor: Actor, channelId: string): Promise<Offers> {
    let waiting = this.waiting.get(actor);
    if (!waiting) {
      const ids = new Set<string>();
      // Fields of one answer are asked for in the same turn of the event loop.
      waiting = { ids, answer: new Promise((resolve) => setImmediate(resolve)).then(() => this.load(actor, ids)) };
      this.waiting.set(actor, waiting);
    }
    waiting.ids.add(channelId);
    return (await waiting.answer).get(channelId) ?? [];
  }

  private async load(actor: Actor, ids: ReadonlySet<string>): Promise<Map<string, Offers>> {
    this.waiting.delete(actor);
    // Asked for in the answer of a mutation too: its idempotency key belongs to what was written, and would answer with that.
    const { idempotency: _taken, ...request } = actor.request;
    const rows = await this.unitOfWork.run({ ...actor, request }, (work) => work.query<OfferRow>(
      `SELECT c.id, c.kind, c.archived_at IS NOT NULL AS archived, c.two_sided AS "twoSided", c.record_subject AS "recordSubject", c.department_id AS "departmentId", mine.role,
         c.kind = 'DIRECT' AND EXISTS (SELECT 1 FROM channel_member o JOIN user_account u ON u.organization_id = o.organization_id AND u.id = o.user_id
           WHERE o.organization_id = c.organization_id AND o.channel_id = c.id AND o.user_id <> $3 AND u.status = 'INACTIVE') AS "otherLeft"
       FROM channel c LEFT JOIN channel_member mine ON mine.organization_id = c.organization_id AND mine.channel_id = c.id AND mine.user_id = $3
       WHERE c.organization_id = $1 AND c.id = ANY ($2::uuid[])`,
      [actor.organizationId, [...ids], actor.userId],
    ));
    return new Map(rows.map((row) => [row.id, offersOf(actor, row)]));
  }
}

function offersOf(actor: Actor, row: OfferRow): Offers {
  // They see the channel, so they see what it follows: only its own columns decide what they may do.
  const access: AccessColumns = {
    departmentId: row.departmentId, sharedWithClient: row.twoSided, assigneeIds: row.role && actor.userId ? [actor.userId] : [],
    follows: row.recordSubject ? { subject: row.recordSubject, access: {} } : null,
  };
  return channelOffers({ ...row, client: actor.tier === 'CLIENT' }, (permission) => {
    const { action, subject } = channelPermissions[permission];
    return actor.ability.can(action, { ...access, __subject: subject });
  });
}
