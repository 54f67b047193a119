import type { ColumnValues } from './versioned-update.js';

/** `closedAt` as the column `closed_at`. */
export function columnName(field: string): string {
  return field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/**
 * The select list that reads columns under their camelCase names: `['id', 'wishedDate::text']` is
 * `id AS "id", wished_date::text AS "wishedDate"`.
 *
 * @param fields names from the code, never from callers; `::type` casts
 */
export function selectList(fields: readonly string[]): string {
  return fields.map((field) => {
    const [name = '', type] = field.split('::');
    return `${columnName(name)}${type ? `::${type}` : ''} AS "${name}"`;
  }).join(', ');
}

/**
 * Values by field as values by column, ready for a statement: bigint as text, objects as JSON; absent ones are left out.
 */
export function columnValues(values: Readonly<Record<string, unknown>>): ColumnValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined).map(([field, value]) => [columnName(field), parameter(value)]));
}

/** Changed fields only, as an event records them; arrays and objects compare by value, dates by instant. */
export function fieldChanges(before: object, after: object): Record<string, { before: unknown; after: unknown }> {
  const changes: Record<string, { before: unknown; after: unknown }> = {};
  for (const [field, value] of Object.entries(after) as [string, unknown][]) {
    if (value === undefined) continue;
    const old = jsonValue((before as Record<string, unknown>)[field] ?? null);
    const next = jsonValue(value);
    if (canonical(old) !== canonical(next)) changes[field] = { before: old, after: next };
  }
  return changes;
}

function parameter(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !Buffer.isBuffer(value);
  return plain ? JSON.stringify(value) : value;
}

function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Date ? value.toISOString() : value;
}

/** jsonb keeps no order of keys, so it does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part));
}
