import { Injectable } from '@nestjs/common';
import { UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { Config } from '@throughline/platform/config';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { Secrets } from '@throughline/platform/secrets';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';
import { webhookAddress } from '../adapters/webhook-address.js';
import type { Digest } from './preference.entity.js';
import { minutesOf, type Preferences, switchboard, timeOf } from './preferences.js';
import { PreferencesRepository, type StoredPreferences } from './preferences.repository.js';

/** What phones and webhooks of people are sealed for. */
export const OWN_ADDRESS = 'notification.address';

/** What a person changes; absent stays, null takes away. Times are `HH:MM`. */
export interface PreferenceChanges {
  version: number;
  kinds?: readonly { kind: NotificationKind; channels: readonly NotificationChannel[] }[] | null | undefined;
  digest?: Digest | null | undefined;
  digestAt?: string | null | undefined;
  quietFrom?: string | null | undefined;
  quietUntil?: string | null | undefined;
  quietDays?: readonly number[] | null | undefined;
  timeZone?: string | null | undefined;
  phone?: string | null | undefined;
  slackWebhook?: string | null | undefined;
  teamsWebhook?: string | null | undefined;
}

/** Preferences as their person sees them. */
export interface ShownPreferences {
  version: number;
  kinds: ReturnType<typeof switchboard>;
  digest: Digest;
  digestAt: string;
  quietFrom: string | null;
  quietUntil: string | null;
  quietDays: number[];
  timeZone: string;
  phone: string | null;
  hasSlackWebhook: boolean;
  hasTeamsWebhook: boolean;
  browsers: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  smsAvailable: boolean;
}

const E164 = /^\+[1-9]\d{6,14}$/;

/** How one person wants to be told. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preferences: PreferencesRepository,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  of(actor: Actor): Promise<ShownPreferences> {
    return this.unitOfWork.run(actor, (work) => this.shown(work, personOf(actor)));
  }

  /** @throws AppError VALIDATION_FAILED at the field, CONFLICT */
  async update(actor: Actor, changes: PreferenceChanges): Promise<ShownPreferences> {
    // What a unit of work returns is kept under its idempotency key: an id, never a phone number.
    await this.unitOfWork.run(actor, async (work) => {
      const userId = personOf(actor);
      const before = await this.preferences.stored(work, userId);
      const values = { ...plainValues(changes, before), ...(await this.addresses(work, changes)) };
      const id = await this.preferences.rowId(work, userId);
      await updateVersioned(work, 'notification_preference', 'record', id, changes.version, values);
      const access = { ownerId: userId, follows: null };
      // That something changed, not to what: a phone number is nobody else's business.
      work.record({
        kind: 'notificationPreference.updated', subject: 'notification', subjectId: id, access: { before: access, after: access },
        changes: Object.fromEntries(Object.keys(values).map((name) => [name, { before: null, after: 'changed' }])),
      });
      return id;
    });
    return this.of(answered(actor));
  }

  private async shown(work: Work, userId: string): Promise<ShownPreferences> {
    const row = await this.preferences.stored(work, userId);
    const [sms] = await work.query(`SELECT 1 FROM notification_adapter WHERE organization_id = $1 AND adapter = 'SMS' AND active`, [work.actor.organizationId]);
    return {
      version: row.version, kinds: switchboard(row), digest: row.digest, digestAt: timeOf(row.digestAt), quietFrom: row.quietFrom === null ? null : timeOf(row.quietFrom),
      quietUntil: row.quietUntil === null ? null : timeOf(row.quietUntil), quietDays: [...row.quietDays], timeZone: row.timeZone,
      phone: row.phone ? (await this.secrets.open(work, OWN_ADDRESS, row.phone)).toString() : null,
      hasSlackWebhook: row.slackWebhook !== null, hasTeamsWebhook: row.teamsWebhook !== null,
      browsers: await this.preferences.subscriptions(work, userId), smsAvailable: sms !== undefined,
    };
  }

  private async addresses(work: Work, { phone, slackWebhook, teamsWebhook }: PreferenceChanges): Promise<Record<string, Buffer | null>> {
    const values: Record<string, Buffer | null> = {};
    const put = async (column: string, value: string | null | undefined, check: (text: string) => string): Promise<void> => {
      if (value === undefined) return;
      values[column] = value === null || value.trim() === '' ? null : await this.secrets.seal(work, OWN_ADDRESS, check(value.trim()));
    };
    await put('phone', phone, phoneNumber);
    await put('slack_webhook', slackWebhook, (text) => webhookAddress(text, 'slackWebhook', this.config.allowedPrivateHosts));
    await put('teams_webhook', teamsWebhook, (text) => webhookAddress(text, 'teamsWebhook', this.config.allowedPrivateHosts));
    return values;
  }
}

/** Whoever reads after their mutation: what that answered is kept under its idempotency key, and this is no part of it. */
export function answered(actor: Actor): Actor {
  const { idempotency: _answered, ...request } = actor.request;
  return { ...actor, request };
}

/** @throws AppError FORBIDDEN for whoever is no person */
function personOf({ userId }: Actor): string {
  if (!userId) throw refuse('FORBIDDEN', 'Only a person has preferences.');
  return userId;
}

function plainValues(changes: PreferenceChanges, before: StoredPreferences): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  if (changes.kinds) {
    const chosen: Preferences['channels'] = { ...before.channels };
    for (const { kind, channels } of changes.kinds) chosen[kind] = [...new Set(channels)];
    values['channels'] = JSON.stringify(chosen);
  }
  if (changes.digest) values['digest'] = changes.digest;
  if (changes.digestAt) values['digest_at'] = time(changes.digestAt, 'digestAt');
  if (changes.quietFrom !== undefined || changes.quietUntil !== undefined) Object.assign(values, quietHours(changes, before));
  if (changes.quietDays) values['quiet_days'] = days(changes.quietDays);
  if (changes.timeZone !== undefined) values['time_zone'] = changes.timeZone === null ? null : zone(changes.timeZone);
  return values;
}

function quietHours({ quietFrom, quietUntil }: PreferenceChanges, before: StoredPreferences): { quiet_from: number | null; quiet_until: number | null } {
  const from = quietFrom === undefined ? before.quietFrom : quietFrom === null ? null : time(quietFrom, 'quietFrom');
  const until = quietUntil === undefined ? before.quietUntil : quietUntil === null ? null : time(quietUntil, 'quietUntil');
  if ((from === null) !== (until === null)) throw refuse('VALIDATION_FAILED', 'Quiet hours have a beginning and an end. Give both, or neither.', from === null ? 'quietFrom' : 'quietUntil');
  if (from !== null && from === until) throw refuse('VALIDATION_FAILED', 'Quiet hours must end at another time than they begin.', 'quietUntil');
  return { quiet_from: from, quiet_until: until };
}

function time(text: string, path: string): number {
  const minutes = minutesOf(text);
  if (minutes === null) throw refuse('VALIDATION_FAILED', 'Write a time of day such as 08:30.', path);
  return minutes;
}

function days(given: readonly number[]): number[] {
  if (given.some((day) => !Number.isInteger(day) || day < 0 || day > 6)) throw refuse('VALIDATION_FAILED', 'Days are numbered from 0, Monday, to 6, Sunday.', 'quietDays');
  return [...new Set(given)].sort();
}

function zone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw refuse('VALIDATION_FAILED', 'Use the name of a time zone, such as Europe/Madrid or America/New_York.', 'timeZone');
  }
}

function phoneNumber(text: string): string {
  const plain = text.replace(/[\s().-]/g, '');
  if (!E164.test(plain)) throw refuse('VALIDATION_FAILED', 'Write the number with its country, such as +34 600 123 456.', 'phone');
  return plain;
}
