import type { Work } from '../../database/index.js';
import type { ReadModel } from '../model.js';

/**
 * A record's access columns as they are now, for `ability.can`; null when there is no such record.
 *
 * @param model of a subject's own records
 */
export async function recordAccess(work: Work, model: ReadModel, id: string): Promise<Record<string, unknown> | null> {
  const { subject } = model;
  if (!subject || model.key.type !== 'uuid') return null;
  const columns = Object.entries(subject.columns).map(([name, column]) => `t.${column} AS "${name}"`);
  const link = subject.assignees;
  const people = link ? [`ARRAY(SELECT l.${link.userColumn}::text FROM ${link.table} l WHERE l.organization_id = t.${model.tenant} AND l.${link.recordColumn} = t.id) AS "assigneeIds"`] : [];
  const [row] = await work.query<Record<string, unknown>>(
    `SELECT ${['t.id AS "$id"', ...columns, ...people].join(', ')} FROM ${model.table} t WHERE t.${model.tenant} = $1 AND t.${model.key.column} = $2::uuid`,
    [work.actor.organizationId, id],
  );
  if (!row) return null;
  const { $id: _, ...access } = row;
  return { ...access, __subject: subject.name };
}
