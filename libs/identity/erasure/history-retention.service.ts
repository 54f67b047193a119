import { Injectable } from '@nestjs/common';
import { requireRecentProof } from '@throughline/identity/sessions';
import { recordSecurityEvent } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { eraseDetails, ERASING_KINDS } from '@throughline/platform/events';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';

/** How long values stay; version 0 until somebody decides. */
export interface HistoryRetention {
  version: number;
  /** null: for ever. */
  days: number | null;
}

export const FEWEST_DAYS = 90;
export const MOST_DAYS = 36_500;
/** Events of one transaction, and of one telling event. */
const AT_ONCE = 2_000;

interface Place {
  occurredAt: string;
  id: string;
}

/** For how long the history keeps its values; afterwards it says that something happened, when and by whom, and no longer what (ORG-01). */
@Injectable()
export class HistoryRetentionService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  inForce(actor: Actor): Promise<HistoryRetention> {
    return this.unitOfWork.run(actor, (work) => this.load(work));
  }

  /**
   * Takes effect a day later.
   *
   * @throws AppError VALIDATION_FAILED, CONFLICT, PRECONDITION_FAILED (REAUTHENTICATE)
   */
  update(actor: Actor, version: number, days: number | null): Promise<HistoryRetention> {
    if (days !== null && !(Number.isInteger(days) && days >= FEWEST_DAYS && days <= MOST_DAYS)) {
      throw refuse('VALIDATION_FAILED', `Enter a number of days from ${FEWEST_DAYS} to ${MOST_DAYS}, or nothing to keep everything.`, 'days');
    }
    return this.unitOfWork.run(actor, async (work) => {
      await requireRecentProof(work);
      const before = await this.load(work);
      const stored = await work.execute(
        'INSERT INTO history_retention (organization_id, days) SELECT $1, $3::integer WHERE $2 = 0 ON CONFLICT DO NOTHING', [actor.organizationId, version, days],
      ) || await work.execute(
        'UPDATE history_retention SET days = $3, version = version + 1, changed_at = now() WHERE organization_id = $1 AND version = $2', [actor.organizationId, version, days]);
      if (stored === 0) {
        throw refuse('CONFLICT', 'Somebody changed this while you were editing it. Look at the current value and try again.', 'version', { currentVersion: before.version, current: before });
      }
      work.record({
        kind: 'organization.historyRetentionChanged', subject: 'organization', subjectId: actor.organizationId, access: { before: {}, after: {} },
        changes: { historyDays: { before: before.days, after: days } },
      });
      return this.load(work);
    });
  }

  /**
   * Lets go what is older than the organization keeps. It may be cut short at any moment: what is left goes next time.
   *
   * @param actor the product itself
   * @returns how many events were touched
   */
  async expire(actor: Actor, now = new Date()): Promise<number> {
    const { days } = await this.inForce(actor);
    if (days === null) return 0;
    const before = new Date(now.getTime() - days * 86_400_000);
    let touched = 0;
    for (let from: Place | null = { occurredAt: '-infinity', id: '0' }; from;) {
      const step: { events: number; last: Place | null } = await this.expireSome(actor, before, from);
      touched += step.events;
      from = step.last;
    }
    return touched;
  }

  private expireSome(actor: Actor, before: Date, from: Place): Promise<{ events: number; last: Place | null }> {
    return this.unitOfWork.run(actor, async (work) => {
      const old = await this.old(work, before, from);
      const last = old.at(-1);
      if (!last) return { events: 0, last: null };
      const erasureId = newId();
      const proof = await eraseDetails(work, erasureId, old.map(({ id }) => ({ event: id, fields: null, origin: true })));
      recordSecurityEvent(work, 'history.expired', { before: before.toISOString(), ...proof }, { subjectId: erasureId });
      return { events: proof.events, last: old.length < AT_ONCE ? null : last };
    });
  }

  /** The oldest first, by the index on (organization, time, number). */
  private old(work: Work, before: Date, from: Place): Promise<Place[]> {
    return work.query<Place>(
      `SELECT e.id::text AS id, e.occurred_at::text AS "occurredAt" FROM event e JOIN event_detail d ON d.event_id = e.id
       WHERE e.organization_id = $1 AND e.occurred_at < $2 AND (e.occurred_at, e.id) > ($3::timestamptz, $4::bigint) AND e.kind <> ALL ($5::text[])
         AND (d.changes <> '{}' OR e.address IS NOT NULL OR e.user_agent IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM event_erasure x WHERE x.event_id = e.id AND x.whole)
       ORDER BY e.occurred_at, e.id LIMIT ${AT_ONCE}`,
      [work.actor.organizationId, before, from.occurredAt, from.id, ERASING_KINDS],
    );
  }

  private async load(work: Work): Promise<HistoryRetention> {
    const [row] = await work.query<HistoryRetention>('SELECT version, days FROM history_retention WHERE organization_id = $1', [work.actor.organizationId]);
    return row ?? { version: 0, days: null };
  }
}
