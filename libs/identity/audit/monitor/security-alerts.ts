import { Injectable } from '@nestjs/common';
import { recordSecurityEvent } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { Mailer } from '@throughline/platform/mail';
import { fieldLabel } from '../describe/words.js';
import { MONITORED, MONITORED_KEYS, SECURITY_KINDS } from '../security-kinds.js';
import { type SecurityThreshold, ThresholdsService } from './thresholds.service.js';

/** Its own alerts do not alarm it. */
export const watchSecurity = defineConsumer({ name: 'security.watch', kinds: SECURITY_KINDS.filter((kind) => kind !== 'security.alert'), historical: false });

/** Tells administrators when something happens more often than their thresholds allow: once in the threshold's time (AUD-04). */
@Injectable()
@Consumes(watchSecurity)
export class SecurityAlerts implements EventConsumer {
  constructor(
    private readonly thresholds: ThresholdsService,
    private readonly mailer: Mailer,
  ) {}

  /** Events of one organization come one after the other, so nobody else alerts between the look and the alert. */
  async consume(event: ConsumedEvent, _actor: Actor, work: Work): Promise<void> {
    const key = MONITORED_KEYS.find((candidate) => (MONITORED[candidate] as readonly string[]).includes(event.kind));
    const threshold = (await this.thresholds.inForce(work)).find((candidate) => candidate.key === key);
    if (!threshold?.active || (await wasAlerted(work, threshold))) return;
    const count = await counted(work, threshold);
    if (count < threshold.most) return;
    recordSecurityEvent(work, 'security.alert', { threshold: threshold.key, count, most: threshold.most, minutes: threshold.minutes }, { related: [event.subjectId] });
    for (const administrator of await administrators(work)) {
      const what = fieldLabel(threshold.key.toLowerCase());
      await this.mailer.send(work, {
        to: administrator.email, userId: administrator.id, kind: 'security.alert', subject: `Security alert: ${what.toLowerCase()}`,
        text: `${what}: ${count} within ${threshold.minutes} minutes; the threshold is ${threshold.most}.\n\nThe security monitor shows from whom and from where.`,
      });
    }
  }
}

async function wasAlerted(work: Work, { key, minutes }: SecurityThreshold): Promise<boolean> {
  const rows = await work.query(
    `SELECT 1 FROM event e JOIN event_detail d ON d.event_id = e.id
     WHERE e.organization_id = $1 AND e.kind = 'security.alert' AND e.occurred_at > now() - $2 * interval '1 minute' AND d.changes->'threshold'->>'after' = $3 LIMIT 1`,
    [work.actor.organizationId, minutes, key],
  );
  return rows.length > 0;
}

/** A row of refusals stands for several. */
async function counted(work: Work, { key, minutes }: SecurityThreshold): Promise<number> {
  const [row] = await work.query<{ count: number }>(
    `SELECT coalesce(sum(coalesce((CASE WHEN e.kind = 'access.refused' THEN d.changes->'count'->>'after' END)::integer, 1)), 0)::integer AS count
     FROM event e LEFT JOIN event_detail d ON d.event_id = e.id AND e.kind = 'access.refused'
     WHERE e.organization_id = $1 AND e.kind = ANY($3) AND e.occurred_at > now() - $2 * interval '1 minute'`,
    [work.actor.organizationId, minutes, MONITORED[key]],
  );
  return row?.count ?? 0;
}

function administrators(work: Work): Promise<{ id: string; email: string }[]> {
  return work.query(`SELECT id, email FROM user_account WHERE organization_id = $1 AND tier = 'ADMIN' AND status = 'ACTIVE' ORDER BY id`, [work.actor.organizationId]);
}
