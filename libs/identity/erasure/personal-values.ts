import { isId } from '@throughline/platform/kernel';

/** A changed value as an event holds it. */
export interface HeldChange {
  before: unknown;
  after: unknown;
  /** It was taken out. */
  erased?: boolean;
}
export type HeldChanges = Readonly<Record<string, HeldChange>>;

/** Fields that name somebody, whatever their value looks like. */
const NAMING = /name|title|email|phone|mobile|address|agent|device|note|reason|about|comment|text|tags|extra/i;
const SHORTEST_PHONE = 7;

/**
 * Names of fields whose values could be words about or of somebody. Nothing declares what is personal, so that a new field is
 * covered from its first day: what stays is what cannot be words (states, amounts, times, switches, ids).
 */
export function wordyFields(changes: HeldChanges): string[] {
  return Object.entries(changes).filter(([field, { before, after, erased }]) => !erased && !(isStructural(field, before) && isStructural(field, after))).map(([field]) => field);
}

function isStructural(field: string, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return true;
  if (NAMING.test(field)) return false;
  if (typeof value === 'number') return true;
  if (Array.isArray(value)) return value.every((item) => isId(item));
  if (typeof value !== 'string') return false;
  return isId(value) || /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(value) || /^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(value) || (/Minor$/.test(field) && /^-?\d+$/.test(value));
}

/**
 * Values by which others could find the person again, from what the record says and said: e-mail addresses, phone numbers, and names
 * of at least two words. A single word would be found in what concerns other people.
 */
export function identifyingValues(held: readonly Readonly<Record<string, unknown>>[]): string[] {
  const found = new Set<string>();
  for (const values of held) {
    for (const [field, value] of Object.entries(values)) {
      if (typeof value !== 'string') continue;
      const text = value.trim();
      const tells = /email/i.test(field) ? text.includes('@') : /phone|mobile/i.test(field) ? text.replace(/\D/g, '').length >= SHORTEST_PHONE : field === 'name' && /\S\s+\S/.test(text);
      if (tells) found.add(text);
    }
  }
  return [...found];
}

/** Fields in which one of these values stands, in whatever case. */
export function fieldsNaming(changes: HeldChanges, values: readonly string[]): string[] {
  const wanted = values.map((value) => JSON.stringify(value).slice(1, -1).toLowerCase());
  return Object.entries(changes).filter(([, { before, after, erased }]) => {
    const text = JSON.stringify([before, after]).toLowerCase();
    return !erased && wanted.some((value) => text.includes(value));
  }).map(([field]) => field);
}
