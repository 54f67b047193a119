import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import { columnValues, fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import type { BusinessCalendar, OpeningTime } from './business-hours.js';
import { currencyLockSql } from './money-records.js';
import { organizationPermissions } from './organization.policy.js';
import type { Holiday, NumberedRecord, NumberPrefix } from './organization-settings.entity.js';
import { colour, daysOff, ianaZone, isoCurrency, logoImage, openingTimes, prefixes, senderAddress } from './organization-settings.rules.js';

/** Settings that may be edited; absent = unchanged. */
export interface SettingsChanges {
  name?: string;
  currency?: string;
  timeZone?: string;
  brandColour?: string | null;
  accentColour?: string | null;
  logoText?: string | null;
  senderAddress?: string | null;
  /** PNG in base64. */
  logo?: string | null;
  businessHours?: readonly OpeningTime[];
  holidays?: readonly Holiday[];
  numberPrefixes?: readonly { record: NumberedRecord; prefix: string }[];
  handOffMinutes?: number;
}

interface SettingsRow {
  name: string;
  currency: string;
  timeZone: string;
  lock: string | null;
  numberPrefixes: NumberPrefix[];
}

/** What an organization sets for itself (ORG-01). */
@Injectable()
export class OrganizationSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /**
   * @returns the organization's id
   * @throws AppError VALIDATION_FAILED, PRECONDITION_FAILED (currency with amounts), CONFLICT, FORBIDDEN
   */
  update(actor: Actor, version: number, input: SettingsChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (!allows(actor.ability, organizationPermissions.update, {})) throw refuse('FORBIDDEN', 'You may not change the organization\'s settings.');
      const before = await this.lock(work);
      const identity = {
        ...(input.name === undefined ? {} : { name: named(input.name) }),
        ...(input.timeZone === undefined ? {} : { timeZone: ianaZone(input.timeZone) }),
        ...(input.currency === undefined ? {} : { currency: this.currency(before, input.currency) }),
      };
      const settings = {
        brandColour: colour(input.brandColour, 'brandColour'),
        accentColour: colour(input.accentColour, 'accentColour'),
        logoText: input.logoText === undefined ? undefined : normalizeLine(input.logoText),
        senderAddress: senderAddress(input.senderAddress, this.config.mail?.senderDomains ?? null),
        logo: logoImage(input.logo),
        businessHours: input.businessHours && openingTimes(input.businessHours),
        holidays: input.holidays && daysOff(input.holidays),
        numberPrefixes: input.numberPrefixes && prefixes(before.numberPrefixes, input.numberPrefixes),
        handOffMinutes: input.handOffMinutes,
      };
      await updateVersioned(work, 'organization_settings', 'page of settings', actor.organizationId, version, columnValues(mapped(settings, stored)));
      await this.updateOrganization(work, identity);
      work.record({
        kind: 'organization.updated', subject: 'organization', subjectId: actor.organizationId, access: { before: {}, after: {} },
        changes: fieldChanges(mapped(before, logged), mapped({ ...identity, ...settings }, logged)),
      });
      return actor.organizationId;
    });
  }

  /** When the organization works, for rules that count business time. */
  async calendar(work: Work): Promise<BusinessCalendar & { handOffMinutes: number }> {
    const [row] = await work.query<{ timeZone: string; hours: OpeningTime[]; holidays: Holiday[]; handOffMinutes: number }>(
      `SELECT o.time_zone AS "timeZone", s.business_hours AS hours, s.holidays, s.hand_off_minutes AS "handOffMinutes"
       FROM organization_settings s JOIN organization o ON o.id = s.organization_id WHERE s.organization_id = $1`,
      [work.actor.organizationId],
    );
    if (!row) throw notFound('organization');
    return { ...row, holidays: row.holidays.map(({ date }) => date) };
  }

  private async lock(work: Work): Promise<SettingsRow> {
    const [row] = await work.query<SettingsRow>(
      `SELECT s.*, o.name, o.currency, o.time_zone AS "timeZone", ${currencyLockSql('s')} AS lock, s.brand_colour AS "brandColour",
         s.accent_colour AS "accentColour", s.logo_text AS "logoText", s.sender_address AS "senderAddress", s.business_hours AS "businessHours",
         s.number_prefixes AS "numberPrefixes", s.hand_off_minutes AS "handOffMinutes"
       FROM organization_settings s JOIN organization o ON o.id = s.organization_id WHERE s.organization_id = $1 FOR NO KEY UPDATE`,
      [work.actor.organizationId],
    );
    if (!row) throw notFound('organization');
    return row;
  }

  private currency(before: SettingsRow, wanted: string): string {
    const currency = isoCurrency(wanted);
    if (currency !== before.currency && before.lock) {
      throw refuse('PRECONDITION_FAILED', `The currency stays ${before.currency}: ${before.lock} They would silently become amounts in ${currency}.`, 'currency');
    }
    return currency;
  }

  private async updateOrganization(work: Work, values: Partial<Pick<SettingsRow, 'name' | 'currency' | 'timeZone'>>): Promise<void> {
    const { name = null, currency = null, timeZone = null } = values;
    if (Object.keys(values).length === 0) return;
    await work.execute(
      `UPDATE organization SET name = coalesce($2, name), currency = coalesce($3, currency), time_zone = coalesce($4, time_zone), version = version + 1, updated_at = now()
       WHERE id = $1`,
      [work.actor.organizationId, name, currency, timeZone],
    );
  }
}

const mapped = (values: object, change: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, change(value)]));

/** Lists lie in jsonb columns; the driver would make PostgreSQL arrays of them. */
const stored = (value: unknown): unknown => (Array.isArray(value) ? JSON.stringify(value) : value);

/** The log keeps a picture's fingerprint. */
const logged = (value: unknown): unknown => (Buffer.isBuffer(value) ? `image ${createHash('sha256').update(value).digest('hex').slice(0, 12)}` : value);

function named(name: string): string {
  const line = normalizeLine(name);
  if (!line) throw refuse('VALIDATION_FAILED', 'Enter the organization\'s name.', 'name');
  return line;
}
