import { Injectable } from '@nestjs/common';
import { recordSecurityEvent } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import type { MonitoredKey } from '../security-kinds.js';

/** When administrators are alerted: so many of something within some minutes. */
export interface SecurityThreshold {
  key: MonitoredKey;
  most: number;
  minutes: number;
  active: boolean;
  /** 0: never changed. */
  version: number;
}

const DEFAULTS: Readonly<Record<Exclude<MonitoredKey, 'ALERT'>, readonly [most: number, minutes: number]>> = {
  SIGN_IN_REFUSED: [20, 10], LOCKED_OUT: [3, 10], NETWORK_REFUSED: [10, 10], DEVICE_REFUSED: [5, 10], NEW_DEVICE: [20, 60],
  ACCESS_REFUSED: [50, 10], PRIVILEGES_CHANGED: [20, 60], EXPORTED: [10, 60], SENSITIVE_READ: [100, 60],
};

type Stored = Omit<SecurityThreshold, 'key'> & { key: string };

/** Thresholds of security alerts, an organization's own or the defaults. */
@Injectable()
export class ThresholdsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  all(actor: Actor): Promise<SecurityThreshold[]> {
    return this.unitOfWork.run(actor, (work) => this.inForce(work));
  }

  /** In the transaction of whoever compares with them. */
  async inForce(work: Work): Promise<SecurityThreshold[]> {
    const stored = await work.query<Stored>('SELECT key, most, minutes, active, version FROM security_threshold WHERE organization_id = $1', [work.actor.organizationId]);
    return (Object.entries(DEFAULTS) as [MonitoredKey, readonly [number, number]][]).map(([key, [most, minutes]]) => {
      const own = stored.find((row) => row.key === key);
      return own ? { ...own, key } : { key, most, minutes, active: true, version: 0 };
    });
  }

  /** @throws AppError VALIDATION_FAILED, CONFLICT */
  update(actor: Actor, { key, version, ...wanted }: SecurityThreshold): Promise<SecurityThreshold> {
    return this.unitOfWork.run(actor, async (work) => {
      const before = (await this.inForce(work)).find((threshold) => threshold.key === key);
      if (!before) throw refuse('VALIDATION_FAILED', 'There is no threshold for this.', 'key');
      const [row] = await work.query<{ version: number }>(
        `INSERT INTO security_threshold AS t (organization_id, key, most, minutes, active) SELECT $1, $2, $3, $4, $5 WHERE $6 = 0 OR EXISTS (SELECT FROM security_threshold WHERE organization_id = $1 AND key = $2)
         ON CONFLICT (organization_id, key) DO UPDATE SET most = excluded.most, minutes = excluded.minutes, active = excluded.active, version = t.version + 1, updated_at = now()
         WHERE t.version = $6 RETURNING version`,
        [actor.organizationId, key, wanted.most, wanted.minutes, wanted.active, version],
      );
      if (!row) throw refuse('CONFLICT', 'Somebody changed this threshold while you were editing it. Look at the current values and try again.', 'version', { currentVersion: before.version });
      recordSecurityEvent(work, 'security.thresholdUpdated', { threshold: key, ...wanted, mostBefore: before.most, minutesBefore: before.minutes, activeBefore: before.active });
      return { key, ...wanted, version: row.version };
    });
  }
}
