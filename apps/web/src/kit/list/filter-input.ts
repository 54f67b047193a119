import { minorDigits } from '@/lib/format';
import { rangeOf } from './filters';
import type { Sort } from './use-list-state';

/** Turns the list's values into the API's filter inputs. Each gives `undefined` for no value, so that the field is left out. */

/** Chosen ids or enum values: `{ in: [...] }`. `Value` is the enum: `oneOf<LeadStatus>(list.filters.status)`. */
export function oneOf<Value extends string = string>(values: readonly string[] | undefined): { in: Value[] } | undefined {
  return values && values.length > 0 ? { in: values as readonly string[] as Value[] } : undefined;
}

/** Typed text: `{ contains }`. */
export function containing(values: readonly string[] | undefined): { contains: string } | undefined {
  return values?.[0] ? { contains: values[0] } : undefined;
}

/** A flag's value: `{ eq: true }`. */
export function flagged(values: readonly string[] | undefined): { eq: true } | undefined {
  return values?.[0] ? { eq: true } : undefined;
}

/** A range of plain days, both ends included (a `DateFilter`). */
export function days(values: readonly string[] | undefined): { gte?: string; lte?: string } | undefined {
  const { from, to } = rangeOf(values?.[0]);
  return from || to ? { ...(from ? { gte: from } : {}), ...(to ? { lte: to } : {}) } : undefined;
}

/**
 * A range of days as moments in the person's own zone (a `DateTimeFilter`): from the first moment of one to before the day after the
 * other. An end may be a moment itself (a link to one hour): then it is the bound.
 */
export function moments(values: readonly string[] | undefined): { gte?: string; lt?: string } | undefined {
  const { from, to } = rangeOf(values?.[0]);
  const start = (day: string, plus: number) => {
    if (day.includes('T')) return new Date(day).toISOString();
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(year, month - 1, date + plus).toISOString();
  };
  return from || to ? { ...(from ? { gte: start(from, 0) } : {}), ...(to ? { lt: start(to, 1) } : {}) } : undefined;
}

/** A range of whole numbers (an `IntFilter`). */
export function between(values: readonly string[] | undefined): { gte?: number; lte?: number } | undefined {
  const { from, to } = rangeOf(values?.[0]);
  return from || to ? { ...(from ? { gte: Math.ceil(Number(from)) } : {}), ...(to ? { lte: Math.floor(Number(to)) } : {}) } : undefined;
}

/** A range of amounts in major units as the person typed them, to minor units (a `BigIntFilter`). */
export function amounts(values: readonly string[] | undefined, currency: string): { gte?: string; lte?: string } | undefined {
  const { from, to } = rangeOf(values?.[0]);
  const minor = (amount: string) => String(Math.round(Number(amount) * 10 ** minorDigits(currency)));
  return from || to ? { ...(from ? { gte: minor(from) } : {}), ...(to ? { lte: minor(to) } : {}) } : undefined;
}

/** The list's sort as the API's `[{ field, direction }]`; a field that is none of `fields` (an old link) is left out. */
export function sortOf<Field extends string>(sort: Sort | null, fields: readonly Field[]): { field: Field; direction: 'ASC' | 'DESC' }[] | undefined {
  const field = fields.find((each) => each === sort?.field);
  return sort && field ? [{ field, direction: sort.direction }] : undefined;
}
