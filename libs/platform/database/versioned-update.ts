import { refuse } from '../kernel/index.js';
import type { Work } from './work.js';

/** Column values to set, by column name. */
export type ColumnValues = Record<string, unknown>;

/**
 * The one way to update a row that people edit: only if it still has the version the caller saw
 * (domain.md, "Concurrency and retries"). Sets `version` and `updated_at` by itself.
 *
 * @param table and the keys of `values` are names from the code, never from callers
 * @param label what a person calls the record
 * @throws AppError CONFLICT with the current version and who changed it last
 */
export async function updateVersioned(
  work: Work,
  table: string,
  label: string,
  id: string,
  version: number,
  values: ColumnValues,
): Promise<void> {
  const names = Object.keys(values);
  const assignments = names.map((name, index) => `${name} = $${index + 4}`);
  const changed = await work.execute(
    `UPDATE ${table} SET ${[...assignments, 'version = version + 1', 'updated_at = now()'].join(', ')}
     WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [work.actor.organizationId, id, version, ...names.map((name) => values[name])],
  );
  if (changed !== 1) throw await staleVersion(work, table, label, id, names);
}

/**
 * The refusal for a stale version, with what a screen needs to show both values: only the columns that the caller was
 * about to write, so that nothing hidden from them slips out.
 *
 * @returns CONFLICT with `details` { currentVersion, current (values by column), changedBy, changedAt }
 */
export async function staleVersion(work: Work, table: string, label: string, id: string, columns: string[]): Promise<Error> {
  const [row] = await work.query<{ current: Record<string, unknown>; name: string | null; at: Date | null }>(
    `SELECT jsonb_build_object('version', t.version${columns.map((column) => `, '${column}', t.${column}`).join('')}) AS current,
            person.name, last.occurred_at AS at
     FROM ${table} t
     LEFT JOIN LATERAL (SELECT e.actor_id, e.occurred_at FROM event e
       WHERE e.organization_id = t.organization_id AND e.subject_id = t.id ORDER BY e.id DESC LIMIT 1) last ON true
     LEFT JOIN user_account person ON person.organization_id = t.organization_id AND person.id = last.actor_id
     WHERE t.organization_id = $1 AND t.id = $2`,
    [work.actor.organizationId, id],
  );
  if (!row) return refuse('NOT_FOUND', `This ${label} does not exist any more.`, 'id');
  const who = row.name ? `${row.name} changed` : 'Somebody changed';
  return refuse('CONFLICT', `${who} this ${label} while you were editing it. Look at the current values and try again.`, 'version', {
    currentVersion: row.current['version'],
    current: row.current,
    changedBy: row.name,
    changedAt: row.at?.toISOString() ?? null,
  });
}
