import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { Secrets } from '@throughline/platform/secrets';
import { type NotificationKind, PERSONAL_KINDS } from '../notification.kinds.js';
import { notificationAdapterPermissions, notificationAdapterSubject } from '../notification.policy.js';
import { webhookAddress } from './webhook-address.js';

export const ADAPTER_SETTINGS = 'notification.adapter';

/** How text messages are sent: by Twilio's protocol, or a plain JSON call that any provider's bridge takes. */
export const SMS_PROVIDERS = ['GENERIC', 'TWILIO'] as const;
export type SmsProvider = (typeof SMS_PROVIDERS)[number];

/** A channel of the whole organization. */
export interface WebhookSettings {
  webhook: string;
}

export interface SmsSettings {
  provider: SmsProvider;
  /** Where messages are sent to; with Twilio its API's beginning. */
  url: string;
  /** The sender: a number or a name. */
  from: string;
  /** Twilio: the account's SID. */
  account: string;
  token: string;
}

export type WebhookAdapter = 'SLACK' | 'TEAMS';

/** What an administrator changes; a part that is null is disconnected, one that is absent stays. */
export interface AdapterChanges {
  slack?: { webhook?: string | null; kinds: readonly NotificationKind[]; active: boolean } | null | undefined;
  teams?: { webhook?: string | null; kinds: readonly NotificationKind[]; active: boolean } | null | undefined;
  sms?: { provider: SmsProvider; url?: string | null; from: string; account?: string | null; token?: string | null; active: boolean } | null | undefined;
}

/** A connection as administrators see it: never its secrets. */
export interface ShownAdapter {
  adapter: 'SLACK' | 'TEAMS' | 'SMS';
  active: boolean;
  kinds: NotificationKind[];
  /** The other side's host. */
  host: string;
  from: string | null;
  provider: SmsProvider | null;
  /** Deliveries that failed in the last day. */
  failures: number;
}

const TWILIO = 'https://api.twilio.com';

/** How an organization is connected to Slack, Teams and a sender of text messages. */
@Injectable()
export class AdaptersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** @throws AppError FORBIDDEN */
  list(actor: Actor): Promise<ShownAdapter[]> {
    authorize(actor, notificationAdapterPermissions.read, notificationAdapterSubject, {});
    return this.unitOfWork.run(actor, (work) => this.shown(work));
  }

  /** @throws AppError VALIDATION_FAILED at the field, FORBIDDEN */
  update(actor: Actor, { slack, teams, sms }: AdapterChanges): Promise<ShownAdapter[]> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, notificationAdapterPermissions.update, notificationAdapterSubject, {});
      if (slack !== undefined) await this.putWebhook(work, 'SLACK', slack);
      if (teams !== undefined) await this.putWebhook(work, 'TEAMS', teams);
      if (sms !== undefined) await this.putSms(work, sms);
      return this.shown(work);
    });
  }

  /** The settings of an active connection; null when there is none. */
  async settings<Settings extends WebhookSettings | SmsSettings>(work: Work, adapter: 'SLACK' | 'TEAMS' | 'SMS', onlyActive = true): Promise<(Settings & { kinds: NotificationKind[] }) | null> {
    const [row] = await work.query<{ sealed: Buffer; kinds: NotificationKind[] }>(
      'SELECT sealed, kinds FROM notification_adapter WHERE organization_id = $1 AND adapter = $2 AND (active OR NOT $3)', [work.actor.organizationId, adapter, onlyActive],
    );
    return row ? { ...(JSON.parse((await this.secrets.open(work, ADAPTER_SETTINGS, row.sealed)).toString()) as Settings), kinds: row.kinds } : null;
  }

  /** Channels of the whole organization that want a kind. */
  async wanting(work: Work, kind: NotificationKind): Promise<WebhookAdapter[]> {
    const rows = await work.query<{ adapter: WebhookAdapter }>(
      `SELECT adapter FROM notification_adapter WHERE organization_id = $1 AND adapter IN ('SLACK', 'TEAMS') AND active AND $2 = ANY (kinds) ORDER BY adapter`, [work.actor.organizationId, kind],
    );
    return rows.map(({ adapter }) => adapter);
  }

  private async putWebhook(work: Work, adapter: WebhookAdapter, given: NonNullable<AdapterChanges['slack']> | null): Promise<void> {
    if (!given) return this.disconnect(work, adapter);
    const path = adapter.toLowerCase();
    const personal = given.kinds.filter((kind) => PERSONAL_KINDS.has(kind));
    if (personal.length > 0) throw refuse('VALIDATION_FAILED', `These concern one person only and cannot go to everybody: ${personal.join(', ')}.`, `${path}.kinds`);
    const kept = await this.settings<WebhookSettings>(work, adapter, false);
    const webhook = given.webhook ? webhookAddress(given.webhook.trim(), `${path}.webhook`, this.config.allowedPrivateHosts) : kept?.webhook;
    if (!webhook) throw refuse('VALIDATION_FAILED', 'Paste the address of the incoming webhook.', `${path}.webhook`);
    await this.put(work, adapter, { webhook }, given.kinds, given.active);
  }

  private async putSms(work: Work, given: NonNullable<AdapterChanges['sms']> | null): Promise<void> {
    if (!given) return this.disconnect(work, 'SMS');
    const kept = await this.settings<SmsSettings>(work, 'SMS', false);
    const url = given.url?.trim() || (given.provider === 'TWILIO' ? TWILIO : kept?.url);
    if (!url) throw refuse('VALIDATION_FAILED', 'Say where messages are sent to.', 'sms.url');
    const account = given.account?.trim() || (kept?.account ?? '');
    const token = given.token?.trim() || kept?.token;
    if (!token) throw refuse('VALIDATION_FAILED', 'Give the provider\'s token.', 'sms.token');
    if (given.provider === 'TWILIO' && !account) throw refuse('VALIDATION_FAILED', 'Give the account\'s SID.', 'sms.account');
    if (!given.from.trim()) throw refuse('VALIDATION_FAILED', 'Give the number or name that messages come from.', 'sms.from');
    const settings: SmsSettings = { provider: given.provider, url: webhookAddress(url, 'sms.url', this.config.allowedPrivateHosts), from: given.from.trim(), account, token };
    await this.put(work, 'SMS', settings, [], given.active);
  }

  private async put(work: Work, adapter: ShownAdapter['adapter'], settings: WebhookSettings | SmsSettings, kinds: readonly NotificationKind[], active: boolean): Promise<void> {
    const [row] = await work.query<{ id: string }>(
      `INSERT INTO notification_adapter (id, organization_id, adapter, active, kinds, sealed) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT uq_notification_adapter_adapter DO UPDATE SET active = $4, kinds = $5, sealed = $6, version = notification_adapter.version + 1, updated_at = now() RETURNING id`,
      [newId(), work.actor.organizationId, adapter, active, [...new Set(kinds)], await this.secrets.seal(work, ADAPTER_SETTINGS, JSON.stringify(settings))],
    );
    this.record(work, row!.id, 'notificationAdapter.updated', { adapter: { before: null, after: adapter }, active: { before: null, after: active }, kinds: { before: null, after: kinds } });
  }

  private async disconnect(work: Work, adapter: ShownAdapter['adapter']): Promise<void> {
    const [row] = await work.query<{ id: string }>('DELETE FROM notification_adapter WHERE organization_id = $1 AND adapter = $2 RETURNING id', [work.actor.organizationId, adapter]);
    if (row) this.record(work, row.id, 'notificationAdapter.removed', { adapter: { before: adapter, after: null } });
  }

  private record(work: Work, id: string, kind: string, changes: Record<string, { before: unknown; after: unknown }>): void {
    work.record({ kind, subject: 'notificationAdapter', subjectId: id, access: { before: {}, after: {} }, changes });
  }

  private async shown(work: Work): Promise<ShownAdapter[]> {
    const rows = await work.query<{ adapter: ShownAdapter['adapter']; active: boolean; kinds: NotificationKind[]; sealed: Buffer; failures: number }>(
      `SELECT a.adapter, a.active, a.kinds, a.sealed, (SELECT count(*)::int FROM notification_delivery d WHERE d.organization_id = a.organization_id AND d.channel = a.adapter
         AND d.status = 'FAILED' AND d.last_attempt_at > now() - interval '1 day') AS failures
       FROM notification_adapter a WHERE a.organization_id = $1 AND a.adapter <> 'PUSH' ORDER BY a.adapter`, [work.actor.organizationId],
    );
    const shown: ShownAdapter[] = [];
    for (const { sealed, ...row } of rows) {
      const settings = JSON.parse((await this.secrets.open(work, ADAPTER_SETTINGS, sealed)).toString()) as Partial<SmsSettings & WebhookSettings>;
      shown.push({ ...row, host: new URL(settings.webhook ?? settings.url ?? 'https://unknown').host, from: settings.from ?? null, provider: settings.provider ?? null });
    }
    return shown;
  }
}
