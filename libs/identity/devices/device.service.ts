import { Injectable } from '@nestjs/common';
import { recordRevoked, requireRecentProof } from '@throughline/identity/sessions';
import { authorize } from '@throughline/platform/access';
import { lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, defineWorkflow } from '@throughline/platform/kernel';
import type { RegisteredDeviceObject } from './api/device.object.js';
import { devicePermissions, deviceSubject } from './device.policy.js';
import type { DeviceStatus } from './registered-device.entity.js';
import { recordDevice } from './registered-devices.js';

const deviceWorkflow = defineWorkflow<DeviceStatus, 'APPROVE' | 'REVOKE'>('device', {
  APPROVE: { from: ['PENDING', 'REVOKED'], to: 'APPROVED', label: 'Approve' },
  REVOKE: { from: ['PENDING', 'APPROVED'], to: 'REVOKED', label: 'Revoke' },
});

/** Shown at once; an organization with more looks at those that wait. */
const MOST = 500;

const DEVICES = `
  SELECT d.id, d.version, d.user_id AS "userId", u.name AS "userName", d.name, d.kind, d.status, d.created_at AS "createdAt", d.last_used_at AS "lastUsedAt"
  FROM registered_device d JOIN user_account u ON u.organization_id = d.organization_id AND u.id = d.user_id WHERE d.organization_id = $1`;

interface DeviceRow {
  id: string;
  userId: string;
  status: DeviceStatus;
}

/** Approving and revoking devices (IAM-11). */
@Injectable()
export class DeviceService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those that wait first, then the newest first. */
  list(actor: Actor): Promise<RegisteredDeviceObject[]> {
    const own = actor.ability.can(devicePermissions.read.action, { ownerId: null, __subject: deviceSubject.name }) ? null : actor.userId;
    return this.of(actor, own);
  }

  /** One's own; everybody sees theirs. */
  own(actor: Actor): Promise<RegisteredDeviceObject[]> {
    return actor.userId ? this.of(actor, actor.userId) : Promise.resolve([]);
  }

  private of(actor: Actor, own: string | null): Promise<RegisteredDeviceObject[]> {
    return this.unitOfWork.run(actor, (work) => work.query<RegisteredDeviceObject>(`${DEVICES} AND ($2::uuid IS NULL OR d.user_id = $2) ORDER BY d.status = 'PENDING' DESC, d.created_at DESC, d.id DESC LIMIT ${MOST}`, [actor.organizationId, own]));
  }

  /** @returns the device; @throws AppError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, CONFLICT, PRECONDITION_FAILED (REAUTHENTICATE) */
  decide(actor: Actor, id: string, version: number, move: 'APPROVE' | 'REVOKE'): Promise<RegisteredDeviceObject | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const device = await lockRow<DeviceRow>(work, { table: 'registered_device', fields: ['id', 'userId', 'status'], label: 'device' }, id);
      authorize(actor, devicePermissions.approve, deviceSubject, { ownerId: device.userId });
      await requireRecentProof(work);
      const status = deviceWorkflow.apply(device.status, move);
      await updateVersioned(work, 'registered_device', 'device', id, version, { status, decided_by: actor.userId });
      recordDevice(work, status === 'APPROVED' ? 'device.approved' : 'device.revoked', id, device.userId, { status });
      if (status === 'REVOKED') await this.endSessions(work, device);
      const [now] = await work.query<RegisteredDeviceObject>(`${DEVICES} AND d.id = $2`, [actor.organizationId, id]);
      return now ?? null;
    });
  }

  private async endSessions(work: Work, { id, userId }: DeviceRow): Promise<void> {
    const ended = await work.query<{ id: string }>(
      `UPDATE session SET revoked_at = now(), revoked_reason = 'DEVICE_REVOKED' WHERE organization_id = $1 AND registered_device_id = $2 AND revoked_at IS NULL RETURNING id`,
      [work.actor.organizationId, id],
    );
    if (ended.length > 0) recordRevoked(work, userId, { sessions: ended.map((session) => session.id), reason: 'DEVICE_REVOKED' });
  }
}
