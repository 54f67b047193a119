import type { MasterKey } from '../config/index.js';
import { unwrapDataKey, wrapDataKey, type WrappedDataKey } from './data-keys.js';

/** Runs a statement as the database's owner, who sees every organization. */
export type OwnerQuery = (sql: string, parameters?: unknown[]) => Promise<{ rows: unknown[] }>;

/**
 * Wraps every data key that an earlier master key wrapped with the first one. Data stays as it is: it is sealed with the
 * data keys. The caller's transaction.
 *
 * @returns how many were wrapped anew, and how many there are
 * @throws Error when a data key cannot be unwrapped; nothing is changed then
 */
export async function rewrapDataKeys(query: OwnerQuery, masterKeys: readonly MasterKey[]): Promise<{ rewrapped: number; total: number }> {
  const rows = (await query('SELECT id, organization_id, master_key_id, wrapped FROM data_key ORDER BY id FOR UPDATE')).rows as WrappedDataKey[];
  let rewrapped = 0;
  for (const row of rows) {
    const bytes = unwrapDataKey(masterKeys, row);
    if (row.master_key_id === masterKeys[0]?.id) continue;
    const { master_key_id, wrapped } = wrapDataKey(masterKeys, row.id, row.organization_id, bytes);
    await query('UPDATE data_key SET master_key_id = $2, wrapped = $3 WHERE id = $1', [row.id, master_key_id, wrapped]);
    rewrapped++;
  }
  return { rewrapped, total: rows.length };
}
