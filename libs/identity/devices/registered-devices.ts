import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PolicyInForce } from '@throughline/identity/security-policy';
import { deviceName } from '@throughline/identity/sessions';
import { Config } from '@throughline/platform/config';
import { insertRow, type Work } from '@throughline/platform/database';
import { type AppError, newId, normalizeLine, refuse, type Tier } from '@throughline/platform/kernel';
import { type DeviceProof, provenKey } from './device-proof.js';
import type { DeviceKind, DeviceStatus } from './registered-device.entity.js';

/** What a request says of the device it comes from. */
export interface DeviceEvidence {
  deviceProof?: DeviceProof | null;
  /** What the trusted proxy says of the client's certificate. */
  certificate?: string | null;
}

/** An approved device, or nothing where none is asked for; or why not. */
export type DeviceAnswer = { deviceId: string | null } | { error: AppError };

/** Devices that wait for approval or were refused, of one person; more are not written down. */
const MOST_WAITING = 10;
/** Every hundredth proof or so also removes challenges that have run out. */
const CLEAN_UP_SHARE = 0.01;

/** Whether employees are on a device that was approved, where the organization asks for it (IAM-11). */
@Injectable()
export class RegisteredDevices {
  constructor(private readonly config: Config) {}

  /**
   * For the transaction's person, who has proved everything else. A device that is new to them waits for approval from now on.
   *
   * @param bound the device that the session was opened on: then no other will do
   */
  async admit(work: Work, policy: PolicyInForce, tier: Tier, evidence: DeviceEvidence, bound: string | null = null): Promise<DeviceAnswer> {
    if (tier !== 'EMPLOYEE' || !policy.registeredDevicesRequired) return { deviceId: null };
    const shown = await this.shown(work, evidence);
    if (!shown) return notShown(work);
    const { organizationId, userId } = work.actor;
    const [device] = await work.query<{ id: string; status: DeviceStatus }>(
      'SELECT id, status FROM registered_device WHERE organization_id = $1 AND user_id = $2 AND fingerprint = $3', [organizationId, userId, shown.fingerprint],
    );
    if (device?.status === 'REVOKED') return refused(work, 'REVOKED', 'This device may not be used any more. Ask an administrator.');
    if (device?.status === 'APPROVED' && (bound === null || bound === device.id)) {
      await work.execute('UPDATE registered_device SET last_used_at = now() WHERE organization_id = $1 AND id = $2', [organizationId, device.id]);
      return { deviceId: device.id };
    }
    if (!device && bound === null) await this.register(work, shown, evidence);
    return refused(work, bound === null ? 'PENDING' : 'OTHER_DEVICE', bound === null
      ? 'This device waits for approval. An administrator has to approve it; then sign in again.'
      : 'This session belongs to another device. Sign in again.');
  }

  /** The refusal of somebody who shows no device at all; asked before a code is used up. */
  unproven(work: Work, policy: PolicyInForce, tier: Tier, { deviceProof, certificate }: DeviceEvidence): AppError | null {
    return tier === 'EMPLOYEE' && policy.registeredDevicesRequired && !deviceProof && !certificate ? notShown(work).error : null;
  }

  private async shown(work: Work, { deviceProof, certificate }: DeviceEvidence): Promise<{ kind: DeviceKind; fingerprint: Buffer } | null> {
    if (certificate) return { kind: 'CERTIFICATE', fingerprint: createHash('sha256').update(certificate).digest() };
    const fingerprint = deviceProof ? provenKey(this.config.appSecret, deviceProof) : null;
    if (!fingerprint || !deviceProof) return null;
    const first = await work.execute('INSERT INTO answered_device_challenge (hash) VALUES ($1) ON CONFLICT DO NOTHING', [createHash('sha256').update(deviceProof.challenge).digest()]);
    if (Math.random() < CLEAN_UP_SHARE) await work.execute("DELETE FROM answered_device_challenge WHERE answered_at < now() - interval '10 minutes'");
    return first === 1 ? { kind: 'KEY', fingerprint } : null;
  }

  private async register(work: Work, { kind, fingerprint }: { kind: DeviceKind; fingerprint: Buffer }, { deviceProof }: DeviceEvidence): Promise<void> {
    const { organizationId, userId, request } = work.actor;
    const [waiting] = await work.query<{ count: number }>("SELECT count(*)::int AS count FROM registered_device WHERE organization_id = $1 AND user_id = $2 AND status <> 'APPROVED'", [organizationId, userId]);
    if ((waiting?.count ?? 0) >= MOST_WAITING) return;
    const id = newId();
    const name = normalizeLine(deviceProof?.name)?.slice(0, 100) ?? deviceName(request.userAgent);
    await insertRow(work, 'registered_device', { id, userId, name, kind, fingerprint });
    recordDevice(work, 'device.registered', id, userId ?? '', { name, kind });
  }
}

/** What happened to a device, for those who look after devices and for the security log. */
export function recordDevice(work: Work, kind: 'device.registered' | 'device.approved' | 'device.revoked', id: string, userId: string, facts: Record<string, unknown>): void {
  work.record({
    kind, subject: 'device', subjectId: id, related: [userId], access: { before: { ownerId: userId }, after: { ownerId: userId } },
    changes: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { before: null, after: value }])),
  });
}

const notShown = (work: Work): { error: AppError } =>
  refused(work, 'PROOF_REQUIRED', 'Your organization lets you in on approved devices only, and this one has not shown what it is.');

function refused(work: Work, reason: string, message: string): { error: AppError } {
  const { userId, request: { address, userAgent } } = work.actor;
  work.record({
    kind: 'user.deviceRefused', subject: 'user', subjectId: userId ?? '', access: { before: null, after: null },
    changes: Object.fromEntries(Object.entries({ reason, address, userAgent }).map(([name, value]) => [name, { before: null, after: value }])),
  });
  return { error: refuse('DEVICE_NOT_ALLOWED', message, '', { reason }) };
}
