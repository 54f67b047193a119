import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { PushSender } from '../senders/push.sender.js';
import type { SendFailure } from '../senders/sender.js';
import { SmsSender } from '../senders/sms.sender.js';
import { WebhookSender } from '../senders/webhook.sender.js';
import { deliver, sendDigest } from './delivery.jobs.js';
import { DeliveryWork, type Outgoing } from './delivery-work.js';

/**
 * Sends one notification out. A worker that dies between the other side's answer and its own note sends it again, under the same id
 * (Idempotency-Key, or the push's topic), by which the other side knows it.
 */
@Injectable()
@HandlesJob(deliver)
export class Deliver implements JobHandler<{ deliveryId: string }> {
  constructor(
    private readonly work: DeliveryWork,
    private readonly push: PushSender,
    private readonly webhooks: WebhookSender,
    private readonly sms: SmsSender,
  ) {}

  async handle({ payload, actor, attempt }: RunningJob<{ deliveryId: string }>): Promise<void> {
    const { deliveryId } = payload;
    const outgoing = await this.work.take(actor, deliveryId);
    if (!outgoing) return;
    const failure = await this.send(outgoing);
    if (!failure) return this.work.sent(actor, deliveryId);
    const last = failure.permanent || attempt >= deliver.attempts;
    await this.work.failed(actor, deliveryId, failure, last);
    if (!last) throw new Error(`It was not taken: ${failure.reason}`);
  }

  private send(outgoing: Outgoing): Promise<SendFailure | null> {
    switch (outgoing.channel) {
      case 'PUSH':
        return this.push.send(outgoing.target, outgoing.message);
      case 'SMS':
        return this.sms.send(outgoing.target, outgoing.message);
      case 'SLACK':
      case 'TEAMS':
        return this.webhooks.send(outgoing.target, outgoing.message);
    }
  }
}

/** Sends one person's collected notifications as one mail: written to the outbox in the transaction that marks them sent. */
@Injectable()
@HandlesJob(sendDigest)
export class SendDigest implements JobHandler<{ userId: string; dueAt: string }> {
  constructor(private readonly work: DeliveryWork) {}

  async handle({ payload, once }: RunningJob<{ userId: string; dueAt: string }>): Promise<void> {
    await once((work) => this.work.digest(work, payload.userId, new Date(payload.dueAt)));
  }
}
