import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { Config } from '@throughline/platform/config';
import { type Actor, newId, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import { Secrets } from '@throughline/platform/secrets';
import webPush from 'web-push';
import { webhookAddress } from '../adapters/webhook-address.js';

export const PUSH_ADDRESS = 'push.subscription';
const PUSH_KEY = 'notification.adapter';
const MOST_BROWSERS = 20;

/** The pair of keys by which push services know the organization (VAPID). */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** Where a browser is pushed to, as the Push API gives it. */
export interface PushAddress {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** Browsers that want pushes, and the organization's key for them. */
@Injectable()
export class PushService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** The public key that a browser subscribes with; the first one who asks makes it. */
  async publicKey(actor: Actor): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => (await this.keys(work)).publicKey);
  }

  async keys(work: Work): Promise<PushKeys> {
    return (await this.stored(work)) ?? this.create(work);
  }

  /**
   * Remembers a browser of the caller's. The same browser again, of whomever, is this person's from now on.
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED, LIMIT_EXCEEDED
   */
  register(actor: Actor, input: PushAddress & { name: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { organizationId, userId } = actor;
      if (!userId) throw refuse('FORBIDDEN', 'Only a person has browsers.');
      const address = { endpoint: webhookAddress(input.endpoint, 'endpoint', this.config.allowedPrivateHosts), p256dh: key(input.p256dh, 65, 'p256dh'), auth: key(input.auth, 16, 'auth') };
      const hash = createHash('sha256').update(address.endpoint).digest();
      await work.execute('DELETE FROM push_subscription WHERE organization_id = $1 AND endpoint_hash = $2', [organizationId, hash]);
      const [{ count } = { count: 0 }] = await work.query<{ count: number }>('SELECT count(*)::int AS count FROM push_subscription WHERE organization_id = $1 AND user_id = $2', [organizationId, userId]);
      if (count >= MOST_BROWSERS) throw refuse('LIMIT_EXCEEDED', `You are told on ${MOST_BROWSERS} browsers already. Remove one first.`, 'endpoint');
      const id = newId();
      const name = normalizeLine(input.name)?.slice(0, 100) ?? 'Browser';
      await insertRow(work, 'push_subscription', { id, userId, endpointHash: hash, sealed: await this.secrets.seal(work, PUSH_ADDRESS, JSON.stringify(address)), name });
      work.record({ kind: 'pushSubscription.registered', subject: 'notification', subjectId: id, access: { before: null, after: { ownerId: userId, follows: null } }, changes: { name: { before: null, after: name } } });
      return id;
    });
  }

  /** @throws AppError NOT_FOUND for one that is not there or somebody else's */
  remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const gone = await work.execute('DELETE FROM push_subscription WHERE organization_id = $1 AND user_id = $2 AND id = $3', [actor.organizationId, actor.userId, id]);
      if (gone === 0) throw notFound('browser');
      work.record({ kind: 'pushSubscription.removed', subject: 'notification', subjectId: id, access: { before: { ownerId: actor.userId, follows: null }, after: null }, changes: {} });
      return id;
    });
  }

  private async stored(work: Work): Promise<PushKeys | null> {
    const [row] = await work.query<{ sealed: Buffer }>(`SELECT sealed FROM notification_adapter WHERE organization_id = $1 AND adapter = 'PUSH'`, [work.actor.organizationId]);
    return row ? (JSON.parse((await this.secrets.open(work, PUSH_KEY, row.sealed)).toString()) as PushKeys) : null;
  }

  private async create(work: Work): Promise<PushKeys> {
    const sealed = await this.secrets.seal(work, PUSH_KEY, JSON.stringify(webPush.generateVAPIDKeys()));
    await work.execute(
      `INSERT INTO notification_adapter (id, organization_id, adapter, sealed) VALUES ($1, $2, 'PUSH', $3) ON CONFLICT ON CONSTRAINT uq_notification_adapter_adapter DO NOTHING`,
      [newId(), work.actor.organizationId, sealed],
    );
    const keys = await this.stored(work);
    if (!keys) throw new Error('The key for pushes is not there after it was made.');
    return keys;
  }
}

/** @throws AppError VALIDATION_FAILED unless it is base64url of so many bytes */
function key(text: string, bytes: number, path: string): string {
  const value = Buffer.from(text, 'base64url');
  if (value.length !== bytes) throw refuse('VALIDATION_FAILED', 'This is not what a browser\'s subscription gives.', path);
  return value.toString('base64url');
}
