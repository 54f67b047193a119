import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { requireRetention } from './retention.rules.js';

/** What an organization decides for all its channels; version 0 until somebody decides. */
export interface ChannelDefaults {
  version: number;
  retentionDays: number | null;
}

/** How long messages stay in an organization; the caller's permission is the door's (`channel.retain`). */
@Injectable()
export class ChannelSettingsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  inForce(actor: Actor): Promise<ChannelDefaults> {
    return this.unitOfWork.run(actor, (work) => this.load(work));
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED */
  update(actor: Actor, version: number, retentionDays: number | null): Promise<ChannelDefaults> {
    return this.unitOfWork.run(actor, async (work) => {
      requireRetention(retentionDays);
      const before = await this.load(work);
      const stored = await work.execute(
        `INSERT INTO channel_settings AS s (organization_id, retention_days) SELECT $1, $3::integer WHERE $2 = 0
         ON CONFLICT ON CONSTRAINT pk_channel_settings DO NOTHING`,
        [actor.organizationId, version, retentionDays],
      ) || await work.execute(
        'UPDATE channel_settings SET retention_days = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND version = $2',
        [actor.organizationId, version, retentionDays],
      );
      if (stored === 0) throw refuse('CONFLICT', 'Somebody changed this while you were editing it. Look at the current value and try again.', 'version', { currentVersion: before.version, current: before });
      const access = {};
      work.record({
        kind: 'channelSettings.updated', subject: 'organization', subjectId: actor.organizationId, access: { before: access, after: access },
        changes: { channelRetentionDays: { before: before.retentionDays, after: retentionDays } },
      });
      return this.load(work);
    });
  }

  async load(work: Work): Promise<ChannelDefaults> {
    const [row] = await work.query<ChannelDefaults>('SELECT version, retention_days AS "retentionDays" FROM channel_settings WHERE organization_id = $1', [work.actor.organizationId]);
    return row ?? { version: 0, retentionDays: null };
  }
}
