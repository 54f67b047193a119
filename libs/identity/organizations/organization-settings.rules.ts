import { domainOf } from '@throughline/platform/config';
import { normalizeLine, refuse } from '@throughline/platform/kernel';
import { isEmail } from 'class-validator';
import { minutesOf, type OpeningTime, WEEKDAYS } from './business-hours.js';
import type { Holiday, NumberedRecord, NumberPrefix } from './organization-settings.entity.js';
import { cleanPng } from './png.js';

const MAX_LOGO_BYTES = 131_072;

/** @throws AppError VALIDATION_FAILED at `currency` */
export function isoCurrency(code: string): string {
  const currency = code.trim().toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(currency)) throw refuse('VALIDATION_FAILED', 'Use the three letters of a currency, such as EUR or USD.', 'currency');
  return currency;
}

/** @throws AppError VALIDATION_FAILED at `timeZone` */
export function ianaZone(name: string): string {
  const unknown = refuse('VALIDATION_FAILED', 'Use the name of a time zone, such as Europe/Madrid or America/New_York.', 'timeZone');
  // Offsets ("+02:00") are understood by Intl too, but know nothing of clock changes.
  if (!/^[A-Za-z]+(?:[/_-][A-Za-z0-9_+-]+)*$/.test(name)) throw unknown;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return name;
  } catch {
    throw unknown;
  }
}

/** @throws AppError VALIDATION_FAILED at the field */
export function colour(value: string | null | undefined, field: string): string | null | undefined {
  if (value === null || value === undefined) return value;
  const normal = value.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(normal)) throw refuse('VALIDATION_FAILED', 'Write the colour as # and six digits: #1f4b99.', field);
  return normal;
}

/**
 * @param domains those the mail server sends for; null without a mail server, when nobody can say
 * @throws AppError VALIDATION_FAILED at `senderAddress`
 */
export function senderAddress(value: string | null | undefined, domains: readonly string[] | null): string | null | undefined {
  if (value === null || value === undefined) return value;
  const address = value.trim().toLowerCase();
  if (!isEmail(address) || /[<>"]/.test(address)) throw refuse('VALIDATION_FAILED', 'Write a bare e-mail address: hello@agency.example.', 'senderAddress');
  if (domains && !domains.includes(domainOf(address))) {
    throw refuse('VALIDATION_FAILED', `The mail server sends for ${domains.join(', ')} only. Whoever runs it can add a domain (MAIL_SENDER_DOMAINS).`, 'senderAddress');
  }
  return address;
}

/**
 * The image without anything that does not draw it.
 *
 * @param base64 with or without `data:image/png;base64,`
 * @throws AppError VALIDATION_FAILED at `logo`
 */
export function logoImage(base64: string | null | undefined): Buffer | null | undefined {
  if (base64 === null || base64 === undefined) return base64;
  const data = Buffer.from(base64.replace(/^data:image\/png;base64,/, ''), 'base64');
  if (data.length > MAX_LOGO_BYTES) throw refuse('VALIDATION_FAILED', 'The image is too large. Use one of at most 128 kB.', 'logo');
  const clean = cleanPng(data);
  if (!clean || clean.length > MAX_LOGO_BYTES) throw refuse('VALIDATION_FAILED', 'This is no PNG image of at most 1,024 pixels a side. Interlaced images are not taken either.', 'logo');
  return clean;
}

/** Opening times in order of the week. @throws AppError VALIDATION_FAILED at the line */
export function openingTimes(hours: readonly OpeningTime[]): OpeningTime[] {
  const timed = hours.map(({ day, opens, closes }, index) => {
    const [from, to] = [minutesOf(opens), minutesOf(closes)];
    if (from === null || to === null) throw refuse('VALIDATION_FAILED', 'Write times as hours and minutes: 09:00.', `businessHours.${index}.${from === null ? 'opens' : 'closes'}`);
    if (from >= to) throw refuse('VALIDATION_FAILED', 'Work must end after it begins. Night shifts are two lines: until 24:00, and from 00:00 of the next day.', `businessHours.${index}.closes`);
    return { line: { day, opens, closes }, index, weekday: WEEKDAYS.indexOf(day), from, to };
  }).sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  timed.forEach((time, at) => {
    const before = timed[at - 1];
    if (before?.weekday === time.weekday && before.to > time.from) throw refuse('VALIDATION_FAILED', 'This time overlaps another one of the same day.', `businessHours.${time.index}`);
  });
  return timed.map(({ line }) => line);
}

/** Days off in order, each once. @throws AppError VALIDATION_FAILED at the line */
export function daysOff(holidays: readonly Holiday[]): Holiday[] {
  const seen = new Set<string>();
  for (const [index, { date }] of holidays.entries()) {
    if (seen.has(date)) throw refuse('VALIDATION_FAILED', 'This day is named twice.', `holidays.${index}.date`);
    seen.add(date);
  }
  return holidays.map(({ date, name }) => ({ date, name: normalizeLine(name) ?? date })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The prefixes with those given in place of the present ones. @throws AppError VALIDATION_FAILED at the line */
export function prefixes(present: readonly NumberPrefix[], given: readonly { record: NumberedRecord; prefix: string }[]): NumberPrefix[] {
  const changed = new Map(given.map(({ record, prefix }, index) => [record, { prefix: prefix.trim(), index }]));
  const next = present.map((line) => ({ ...line, prefix: changed.get(line.record)?.prefix ?? line.prefix }));
  for (const { record, prefix } of next) {
    const index = changed.get(record)?.index;
    if (index === undefined) continue;
    if (!/^[A-Z]{1,6}$/.test(prefix)) throw refuse('VALIDATION_FAILED', 'A prefix is one to six capital letters.', `numberPrefixes.${index}.prefix`);
    if (next.some((other) => other.record !== record && other.prefix === prefix)) throw refuse('VALIDATION_FAILED', 'Two kinds of records cannot have the same prefix.', `numberPrefixes.${index}.prefix`);
  }
  return next;
}
