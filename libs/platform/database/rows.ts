import { notFound } from '../kernel/index.js';
import { columnValues, selectList } from './record-columns.js';
import type { Work } from './work.js';

/**
 * Inserts one row of the actor's organization.
 *
 * @param table and the keys of `values` are names from the code, never from callers; fields in camelCase
 */
export async function insertRow(work: Work, table: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = columnValues(values);
  const names = Object.keys(columns);
  await work.query(
    `INSERT INTO ${table} (organization_id, ${names.join(', ')}) VALUES ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})`,
    [work.actor.organizationId, ...Object.values(columns)],
  );
}

/** What to load and what a person calls it. */
export interface RowToLock {
  table: string;
  /** Fields in camelCase, with casts: `'validUntil::text'`. */
  fields: readonly string[];
  label: string;
}

/**
 * Loads a row and keeps others from changing it until the transaction ends.
 *
 * @param path where in the input its id stands
 * @throws AppError NOT_FOUND
 */
export async function lockRow<Row>(work: Work, { table, fields, label }: RowToLock, id: string, path = 'id'): Promise<Row> {
  const [row] = await work.query<Row>(
    `SELECT ${selectList(fields)} FROM ${table} WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [work.actor.organizationId, id],
  );
  if (!row) throw notFound(label, path);
  return row;
}
