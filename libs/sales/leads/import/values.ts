import { normalizeLine } from '@throughline/platform/kernel';
import type { LeadStatus } from '../lead.workflow.js';
import type { Authority, Need, Timeline } from '../scoring/index.js';

/** Which comes first in a date like 3/4/2026. */
export type DateOrder = 'DMY' | 'MDY';

const TRUE = new Set(['yes', 'y', 'true', 't', '1', 'x', 'ja', 'si', 'sí', 'oui', 'on']);
const FALSE = new Set(['no', 'n', 'false', 'f', '0', 'nein', 'non', 'off']);

/** @returns undefined for what is neither a yes nor a no */
export function parseBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
}

/** A whole number from 0 to 2^31 - 1, with or without thousands separators. */
export function parseCount(text: string): number | undefined {
  const digits = text.trim().replace(/(?<=\d)[,' \u00a0](?=\d{3}\b)/g, '').replace(/\.0+$/, '');
  const number = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
  return number <= 2_147_483_647 ? number : undefined;
}

/** A number from 0 on, with a point or comma. */
export function parseDecimal(text: string): number | undefined {
  const plain = text.trim().replace(/^(\d+),(\d+)$/, '$1.$2');
  return /^\d{1,9}(\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * An amount of money in minor units: `1,234.50`, `1.234,50 €`, `USD 1 234`. A single separator before exactly three digits
 * separates thousands; more decimals than the currency has are refused.
 *
 * @param digits decimals of the currency: 2 for USD
 */
export function parseAmount(text: string, digits: number): bigint | undefined {
  const bare = text.normalize('NFKC').replace(/[\p{Sc}]|\b[A-Za-z]{3}\b/gu, '').replace(/[\s'\u00a0]/g, '');
  if (!/^\d[\d.,]*$/.test(bare)) return undefined;
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const separator = bare[last];
  const tail = last === -1 ? '' : bare.slice(last + 1);
  const others = last === -1 ? '' : bare.slice(0, last);
  const decimal = last !== -1 && !others.includes(separator!) && (tail.length !== 3 || others.includes(separator === '.' ? ',' : '.'));
  const whole = decimal ? others : bare;
  const groups = whole.split(/[.,]/);
  if (groups.length > 1 && (groups[0]!.length > 3 || groups.slice(1).some((group) => group.length !== 3))) return undefined;
  if (decimal && (tail.length === 0 || tail.length > digits)) return undefined;
  const minor = groups.join('') + (decimal ? tail : '').padEnd(digits, '0');
  return minor.length <= 18 ? BigInt(minor) : undefined;
}

/** Decimals of a currency: 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * A calendar day as 2026-11-21, from `2026-11-21`, `2026-11-21T…`, `21.11.2026` or, when the order is known or only one makes sense,
 * `11/21/2026`.
 *
 * @returns undefined for what is no day, or could be two
 */
export function parseDay(text: string, order: DateOrder | null): string | undefined {
  const line = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(line);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?$/.exec(line);
  if (dotted) return day(dotted[3]!, dotted[2]!, dotted[1]!);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: .*)?$/.exec(line);
  if (!slashed) return undefined;
  const [, first, second, year] = slashed as unknown as [string, string, string, string];
  const asDmy = day(year, second, first);
  const asMdy = day(year, first, second);
  if (order) return order === 'DMY' ? asDmy : asMdy;
  return asDmy && asMdy && asDmy !== asMdy ? undefined : (asDmy ?? asMdy);
}

function day(year: string, month: string, date: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const days = m >= 1 && m <= 12 ? new Date(Date.UTC(y, m, 0)).getUTCDate() : 0;
  return y >= 1900 && y <= 2200 && d >= 1 && d <= days ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : undefined;
}

/** A moment: an ISO time with its zone, else the start of a day in UTC. */
export function parseMoment(text: string, order: DateOrder | null): Date | undefined {
  const line = text.trim();
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(line) && !Number.isNaN(Date.parse(line))) return new Date(line);
  const time = /[T ](\d{1,2}):(\d\d)(?::(\d\d))?/.exec(line);
  const start = parseDay(line, order);
  if (!start) return undefined;
  const [hour, minute, second] = [Number(time?.[1] ?? 0), Number(time?.[2] ?? 0), Number(time?.[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return new Date(Date.parse(`${start}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1_000);
}

/** What other systems call the states of a lead; in progress and closed as requirement R1 has them. */
const STATUS_WORDS: Record<LeadStatus, readonly string[]> = {
  NEW: ['new', 'open', 'not contacted', 'unread', 'raw', 'fresh'],
  CONTACTED: ['contacted', 'attempted to contact', 'in progress', 'working', 'working contacted', 'connected', 'open working', 'contact in future'],
  QUALIFIED: ['qualified', 'sql', 'sales qualified', 'pre qualified', 'nurturing', 'open deal'],
  CONVERTED: ['converted', 'closed converted', 'closed won', 'won', 'customer', 'closed'],
  LOST: ['lost', 'closed lost', 'lost lead', 'dead', 'closed not converted', 'not interested'],
  DISQUALIFIED: ['disqualified', 'unqualified', 'not qualified', 'junk', 'junk lead', 'spam', 'bad timing', 'duplicate', 'invalid'],
};
const AUTHORITY_WORDS: Record<Authority, readonly string[]> = {
  YES: ['yes', 'decision maker', 'decides', 'true', '1'], NO: ['no', 'false', '0', 'influencer', 'user'], UNKNOWN: ['unknown', 'unclear'],
};
const NEED_WORDS: Record<Need, readonly string[]> = { EXPLICIT: ['explicit', 'yes', 'high', 'clear'], IMPLIED: ['implied', 'maybe', 'medium', 'latent'], NONE: ['none', 'no', 'low'] };
const TIMELINE_WORDS: Record<Timeline, readonly string[]> = {
  IMMEDIATE: ['immediate', 'immediately', 'now', 'asap', 'this month', '0 1 months'],
  ONE_TO_THREE_MONTHS: ['one to three months', '1 3 months', '1 3', 'this quarter', 'within 3 months'],
  THREE_TO_SIX_MONTHS: ['three to six months', '3 6 months', '3 6', 'next quarter', 'within 6 months'],
  SIX_TO_TWELVE_MONTHS: ['six to twelve months', '6 12 months', '6 12', 'this year', 'within a year'],
  OVER_TWELVE_MONTHS: ['over twelve months', '12 plus months', '12 months', '12', 'next year', 'later'],
};

export const parseStatus = words(STATUS_WORDS);
export const parseAuthority = words(AUTHORITY_WORDS);
export const parseNeed = words(NEED_WORDS);
export const parseTimeline = words(TIMELINE_WORDS);
export const parsePriority = words({ LOW: ['low', '3', 'p3'], MEDIUM: ['medium', 'normal', '2', 'p2'], HIGH: ['high', 'urgent', '1', 'p1'] });

function words<Value extends string>(table: Record<Value, readonly string[]>): (text: string) => Value | undefined {
  const byWord = new Map<string, Value>();
  for (const [value, names] of Object.entries(table) as [Value, readonly string[]][]) {
    for (const name of [value.toLowerCase().replaceAll('_', ' '), ...names]) byWord.set(name, value);
  }
  return (text) => byWord.get((normalizeLine(text) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}
