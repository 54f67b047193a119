import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, updateVersioned } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { notificationDeliveryPermissions, notificationDeliverySubject } from '../notification.policy.js';
import { deliver } from './delivery.jobs.js';
import { DeliveryRepository } from './delivery.repository.js';

/** What administrators do about deliveries that failed. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Tries one again, at once.
   *
   * @returns its id
   * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_TRANSITION for what did not fail
   */
  retry(actor: Actor, id: string, version: number | null): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, notificationDeliveryPermissions.retry, notificationDeliverySubject, {});
      const row = await this.deliveries.lock(work, id);
      if (!row) throw notFound('delivery');
      if (row.status !== 'FAILED') throw refuse('ILLEGAL_TRANSITION', 'Only what failed is tried again.', 'id', { state: row.status, allowedMoves: [] });
      await updateVersioned(work, 'notification_delivery', 'delivery', id, version ?? row.version, { status: 'WAITING', digest: false, due_at: new Date() });
      await this.jobs.schedule(work, deliver, { deliveryId: id });
      work.record({ kind: 'notificationDelivery.retried', subject: 'notificationDelivery', subjectId: id, access: { before: {}, after: {} }, changes: { status: { before: 'FAILED', after: 'WAITING' } } });
      return id;
    });
  }
}
