import { Injectable } from '@nestjs/common';
import { Config } from '@throughline/platform/config';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { maySee } from '@throughline/platform/access';
import { type Actor } from '@throughline/platform/kernel';
import { Mailer } from '@throughline/platform/mail';
import { loadAccess } from '@throughline/platform/read';
import { Secrets } from '@throughline/platform/secrets';
import { AdaptersService, type SmsSettings, type WebhookSettings } from '../adapters/adapters.service.js';
import { PreferencesRepository, type Reachable } from '../preferences/preferences.repository.js';
import { OWN_ADDRESS } from '../preferences/preferences.service.js';
import { PUSH_ADDRESS, type PushAddress, PushService } from '../preferences/push.service.js';
import type { PushTarget } from '../senders/push.sender.js';
import type { Message, SendFailure } from '../senders/sender.js';
import type { SmsTarget } from '../senders/sms.sender.js';
import type { WebhookTarget } from '../senders/webhook.sender.js';
import { Judge } from '../tell/judge.js';
import { DeliveryRepository, type DeliveryRow, type Said } from './delivery.repository.js';
import { digestMail, oneMail } from './notification-mail.js';
import { recordPath } from './record-path.js';

/** A delivery that is to be handed to the other side now, with everything opened that is sealed. */
export type Outgoing = { message: Message } & (
  | { channel: 'PUSH'; target: PushTarget } | { channel: 'SLACK' | 'TEAMS'; target: WebhookTarget } | { channel: 'SMS'; target: SmsTarget }
);

/** What is said to whom, about what. */
interface Content { message: Message; person: Reachable | null; recordId: string | null }

/** Somebody is at it: after a death the next try begins when this is over. */
const IN_FLIGHT_MS = 30_000;

/** Another worker is sending it at this moment. */
export class InFlight extends Error {}

/** What becomes of deliveries, step by step; each step is a transaction of its own. */
@Injectable()
export class DeliveryWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly people: PreferencesRepository,
    private readonly judge: Judge,
    private readonly push: PushService,
    private readonly adapters: AdaptersService,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * Counts a try and opens what it needs. Mail is written to the outbox right here, in one transaction with the mark that it was.
   *
   * @returns null when there is nothing (more) to send
   * @throws InFlight
   */
  take(actor: Actor, id: string): Promise<Outgoing | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.deliveries.lock(work, id);
      if (!row || row.status !== 'WAITING' || row.digest) return null;
      if (row.attempts > 0 && row.lastError === null && row.lastAttemptAt && row.lastAttemptAt.getTime() > Date.now() - IN_FLIGHT_MS) throw new InFlight('Another worker is sending it.');
      const content = await this.content(work, row);
      if (typeof content === 'string') return this.skip(work, id, content);
      await this.deliveries.begin(work, id);
      if (row.channel === 'EMAIL') return this.mail(work, row, content);
      const target = await this.target(work, row);
      if (typeof target === 'string') return this.skip(work, id, target);
      return { ...target, message: content.message };
    });
  }

  /** The other side has it. */
  async sent(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.deliveries.lock(work, id);
      if (row?.status !== 'WAITING') return;
      await this.deliveries.set(work, [id], { status: 'SENT', sent_at: new Date(), last_error: null });
      if (row.pushSubscriptionId) await work.execute('UPDATE push_subscription SET last_used_at = now() WHERE organization_id = $1 AND id = $2', [actor.organizationId, row.pushSubscriptionId]);
    });
  }

  /** @param last nobody tries again by himself */
  async failed(actor: Actor, id: string, { reason, gone }: SendFailure, last: boolean): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.deliveries.lock(work, id);
      if (row?.status !== 'WAITING') return;
      await this.deliveries.set(work, [id], { status: last ? 'FAILED' : 'WAITING', last_error: reason });
      // Who took the permission back in the browser is not asked again.
      if (gone && row.pushSubscriptionId) await work.execute('DELETE FROM push_subscription WHERE organization_id = $1 AND id = $2', [actor.organizationId, row.pushSubscriptionId]);
      if (last) {
        work.record({
          kind: 'notificationDelivery.failed', subject: 'notificationDelivery', subjectId: id, access: { before: {}, after: {} },
          changes: { status: { before: 'WAITING', after: 'FAILED' }, channel: { before: null, after: row.channel }, lastError: { before: null, after: reason } },
        });
      }
    });
  }

  /** Everything of a person that waits for this moment, as one mail. */
  async digest(work: Work, userId: string, dueAt: Date): Promise<void> {
    const waiting = await this.deliveries.collected(work, userId, dueAt);
    const [person] = await this.people.reachable(work, [userId]);
    if (waiting.length === 0) return;
    const wanted: typeof waiting = [];
    for (const row of waiting) {
      const unwanted = person?.active ? await this.unwanted(work, row) : 'They are not here any more.';
      if (unwanted) await this.skip(work, row.id, unwanted);
      else wanted.push(row);
    }
    if (!person || wanted.length === 0) return;
    const mail = digestMail({ organization: await this.organization(work), name: person.name, lines: wanted.map((said) => ({ title: said.title, url: this.url(said, person) })), url: this.inbox(person) });
    const mailId = await this.mailer.send(work, { to: person.email, userId, kind: 'notification.digest', ...mail });
    await this.deliveries.set(work, wanted.map(({ id }) => id), { status: 'SENT', sent_at: new Date(), mail_id: mailId, attempts: 1, last_attempt_at: new Date(), last_error: null });
  }

  private async skip(work: Work, id: string, reason: string): Promise<null> {
    await this.deliveries.set(work, [id], { status: 'SKIPPED', last_error: reason });
    return null;
  }

  /** What is said to whom; in words why it need not be said any more. */
  private async content(work: Work, row: DeliveryRow): Promise<Content | string> {
    if (!row.notificationId || !row.userId) {
      return { message: { id: row.id, kind: row.kind, title: row.title ?? '', body: null, reason: await this.organization(work), url: `${this.config.publicUrl}${row.path ?? ''}` }, person: null, recordId: null };
    }
    const said = await this.deliveries.said(work, row.notificationId);
    const [person] = await this.people.reachable(work, [row.userId]);
    if (!said || !person?.active) return 'They are not here any more.';
    const unwanted = await this.unwanted(work, said);
    if (unwanted) return unwanted;
    return { message: { id: row.id, kind: said.kind, title: said.title, body: said.body, reason: said.reason, url: this.url(said, person) }, person, recordId: said.recordId };
  }

  /** Rights are judged again at the moment of sending. */
  private async unwanted(work: Work, { settled, subject, recordId, userId }: Said): Promise<string | null> {
    if (settled) return 'It was read in the meantime.';
    if (!subject || !recordId) return null;
    const access = await loadAccess(work, subject, recordId);
    const judged = (await this.judge.of(work, [userId])).get(userId);
    return access && judged && maySee(judged.ability, subject, access) ? null : 'They may not see the record any more.';
  }

  private async mail(work: Work, row: DeliveryRow, { message, person, recordId }: Content): Promise<null> {
    if (!person) return this.skip(work, row.id, 'There is nobody to write to.');
    const mail = oneMail({ organization: await this.organization(work), name: person.name, message });
    const mailId = await this.mailer.send(work, { to: person.email, userId: person.id, kind: `notification.${message.kind.toLowerCase()}`, ...mail });
    await this.deliveries.set(work, [row.id], { status: 'SENT', sent_at: new Date(), mail_id: mailId, record_id: recordId, last_error: null });
    return null;
  }

  private async target(work: Work, row: DeliveryRow): Promise<Outgoing extends infer O ? (O extends { message: Message } ? Omit<O, 'message'> : never) | string : never> {
    const { channel, userId } = row;
    if (channel === 'PUSH') {
      const [found] = await work.query<{ sealed: Buffer }>('SELECT sealed FROM push_subscription WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, row.pushSubscriptionId]);
      if (!found) return 'The browser is not registered any more.';
      const address = JSON.parse((await this.secrets.open(work, PUSH_ADDRESS, found.sealed)).toString()) as PushAddress;
      return { channel, target: { ...address, keys: await this.push.keys(work), contact: this.contact() } };
    }
    if (channel === 'SMS') {
      const settings = await this.adapters.settings<SmsSettings>(work, 'SMS');
      const phone = userId ? await this.own(work, userId, 'phone') : null;
      return settings && phone ? { channel, target: { phone, settings } } : 'There is no phone or no sender any more.';
    }
    if (channel === 'EMAIL') return 'There is nobody to write to.';
    const webhook = userId ? await this.own(work, userId, channel === 'SLACK' ? 'slackWebhook' : 'teamsWebhook') : (await this.adapters.settings<WebhookSettings>(work, channel))?.webhook;
    return webhook ? { channel, target: { webhook, service: channel } } : 'There is no webhook any more.';
  }

  private async own(work: Work, userId: string, what: 'phone' | 'slackWebhook' | 'teamsWebhook'): Promise<string | null> {
    const sealed = (await this.people.stored(work, userId))[what];
    return sealed ? (await this.secrets.open(work, OWN_ADDRESS, sealed)).toString() : null;
  }

  private async organization(work: Work): Promise<string> {
    const [row] = await work.query<{ name: string }>('SELECT name FROM organization WHERE id = $1', [work.actor.organizationId]);
    return row?.name ?? '';
  }

  private readonly url = (said: Said, { tier }: Reachable): string => `${this.config.publicUrl}${recordPath(said, tier === 'CLIENT')}`;
  private readonly inbox = ({ tier }: Reachable): string => `${this.config.publicUrl}${tier === 'CLIENT' ? '/portal' : '/inbox'}`;
  /** Push services want a page over TLS or an address to write to. */
  private contact(): string {
    return this.config.mail ? `mailto:${this.config.mail.from}` : this.config.publicUrl.startsWith('https:') ? this.config.publicUrl : 'mailto:operator@localhost';
  }
}
