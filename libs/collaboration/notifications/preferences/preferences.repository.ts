import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.js';

/** A person as far as telling them goes. */
export interface Reachable extends Preferences {
  id: string;
  name: string;
  email: string;
  tier: string;
  active: boolean;
  hasPhone: boolean;
  hasSlack: boolean;
  hasTeams: boolean;
  /** Browsers that want pushes. */
  pushIds: string[];
}

/** A preferences row with what is sealed in it. */
export interface StoredPreferences extends Preferences {
  version: number;
  chosenTimeZone: string | null;
  phone: Buffer | null;
  slackWebhook: Buffer | null;
  teamsWebhook: Buffer | null;
}

/** All SQL on preferences and browsers. */
@Injectable()
export class PreferencesRepository {
  /** People by id with how they want to be told; who does not exist is left out. */
  async reachable(work: Work, ids: readonly string[]): Promise<Reachable[]> {
    return work.query<Reachable>(
      `SELECT u.id, u.name, u.email, u.tier, u.status = 'ACTIVE' AS active, coalesce(p.channels, '{}') AS channels, coalesce(p.digest, '${DEFAULT_PREFERENCES.digest}') AS digest,
         coalesce(p.digest_at, ${DEFAULT_PREFERENCES.digestAt}) AS "digestAt", p.quiet_from AS "quietFrom", p.quiet_until AS "quietUntil", coalesce(p.quiet_days, '{}') AS "quietDays",
         coalesce(p.time_zone, o.time_zone) AS "timeZone", p.phone IS NOT NULL AS "hasPhone", p.slack_webhook IS NOT NULL AS "hasSlack", p.teams_webhook IS NOT NULL AS "hasTeams",
         ARRAY(SELECT s.id FROM push_subscription s WHERE s.organization_id = u.organization_id AND s.user_id = u.id ORDER BY s.id) AS "pushIds"
       FROM user_account u JOIN organization o ON o.id = u.organization_id
       LEFT JOIN notification_preference p ON p.organization_id = u.organization_id AND p.user_id = u.id
       WHERE u.organization_id = $1 AND u.id = ANY($2::uuid[]) ORDER BY u.id`,
      [work.actor.organizationId, ids],
    );
  }

  /** Of one person; defaults and version 1 where nothing is stored. */
  async stored(work: Work, userId: string): Promise<StoredPreferences> {
    const [row] = await work.query<StoredPreferences>(
      `SELECT coalesce(p.version, 1) AS version, coalesce(p.channels, '{}') AS channels, coalesce(p.digest, '${DEFAULT_PREFERENCES.digest}') AS digest,
         coalesce(p.digest_at, ${DEFAULT_PREFERENCES.digestAt}) AS "digestAt", p.quiet_from AS "quietFrom", p.quiet_until AS "quietUntil", coalesce(p.quiet_days, '{}') AS "quietDays",
         coalesce(p.time_zone, o.time_zone) AS "timeZone", p.time_zone AS "chosenTimeZone", p.phone, p.slack_webhook AS "slackWebhook", p.teams_webhook AS "teamsWebhook"
       FROM organization o LEFT JOIN notification_preference p ON p.organization_id = o.id AND p.user_id = $2 WHERE o.id = $1`,
      [work.actor.organizationId, userId],
    );
    if (!row) throw new Error('The organization of the transaction is not there.');
    return row;
  }

  /** The row of a person; the first change makes it. */
  async rowId(work: Work, userId: string): Promise<string> {
    const { organizationId } = work.actor;
    await work.execute('INSERT INTO notification_preference (id, organization_id, user_id) VALUES ($1, $2, $3) ON CONFLICT ON CONSTRAINT uq_notification_preference_user DO NOTHING', [newId(), organizationId, userId]);
    const [row] = await work.query<{ id: string }>('SELECT id FROM notification_preference WHERE organization_id = $1 AND user_id = $2', [organizationId, userId]);
    if (!row) throw new Error('The preferences are not there after they were made.');
    return row.id;
  }

  async subscriptions(work: Work, userId: string): Promise<{ id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[]> {
    return work.query(
      'SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM push_subscription WHERE organization_id = $1 AND user_id = $2 ORDER BY created_at DESC, id DESC',
      [work.actor.organizationId, userId],
    );
  }
}
