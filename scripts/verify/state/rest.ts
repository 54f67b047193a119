import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { EvenAnswers } from '../../../libs/identity/links/index.js';
import { consumerCatalogue } from '../../../libs/platform/events/index.js';
import type { StateWorld } from './world.js';

/** Longer than anything here takes, on a busy machine too. */
const PATIENCE_MS = 30_000;

/**
 * Until nothing is under way any more: every event has its position, every consumer has taken what concerns it, all work that is due
 * is done. What one of them starts is part of it.
 *
 * @throws Error that names what is still under way after half a minute
 */
export async function untilRest({ api, owner, agency }: StateWorld): Promise<void> {
  const answers = api.app.nest.get(EvenAnswers, { strict: false });
  let busy: string[] = [];
  for (const from = Date.now(); Date.now() - from < PATIENCE_MS; await delay(10)) {
    await answers.settled();
    busy = await underWay(owner, agency.id);
    if (busy.length === 0) return;
  }
  throw new Error(`Not at rest after ${PATIENCE_MS / 1000} s: ${busy.join(', ')}`);
}

/** One look in one snapshot: work that follows from something is committed together with its end. */
async function underWay(owner: Client, organizationId: string): Promise<string[]> {
  const consumers = consumerCatalogue();
  const { rows } = await owner.query<{ what: string }>(
    `SELECT 'an event without a position' AS what FROM event_pending
     UNION ALL SELECT 'work: ' || kind FROM due_work WHERE organization_id = $1 AND done_at IS NULL AND failed_at IS NULL AND due_at <= now()
     UNION ALL SELECT 'consumer: ' || c.name FROM jsonb_to_recordset($2) AS c (name text, kinds jsonb, historical boolean)
       LEFT JOIN consumer_cursor at ON at.organization_id = $1 AND at.consumer = c.name
       WHERE EXISTS (SELECT 1 FROM consumer k JOIN event_position p ON p.organization_id = $1 AND p.position > coalesce(at.position, 0)
                     JOIN event e ON e.id = p.event_id AND e.id > k.since_event_id AND c.kinds ? e.kind AND (NOT e.historical OR c.historical) WHERE k.name = c.name)`,
    [organizationId, JSON.stringify(consumers.map(({ name, kinds, historical }) => ({ name, kinds, historical })))]);
  return [...new Set(rows.map(({ what }) => what))];
}
