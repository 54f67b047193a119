import { followsOthers, subjectByName, type SubjectDefinition } from '../../access/index.js';
import type { AccessColumns, Work } from '../../database/index.js';
import type { ReadModel } from '../model.js';
import { modelOfSubject } from './record-models.js';

type Row = Record<string, unknown> & { $followed?: string; $followedId?: string | null };

/**
 * A record's access columns as they are now, for `ability.can`; null when there is no such record.
 *
 * @param model of a subject's own records
 */
export async function recordAccess(work: Work, model: ReadModel, id: string): Promise<Record<string, unknown> | null> {
  const { subject } = model;
  if (!subject || model.key.type !== 'uuid') return null;
  const [row] = await work.query<Row>(
    `SELECT ${selected(subject, model.tenant).join(', ')} FROM ${model.table} t WHERE t.${model.tenant} = $1 AND t.${model.key.column} = $2::uuid`,
    [work.actor.organizationId, id],
  );
  if (!row) return null;
  const { $id: _, $followed, $followedId, ...access } = row;
  if (!followsOthers(subject.name)) return { ...access, __subject: subject.name };
  const followed = $followed && $followedId ? await loadAccess(work, $followed, $followedId) : null;
  // Something that follows a record which is gone is seen by nobody: `follows` stays untold, and that is closed.
  return { ...access, ...($followedId && !followed ? {} : { follows: followed && { subject: $followed, access: followed } }), __subject: subject.name };
}

/**
 * The access columns of a record of any subject with a read model, with those of what it follows: what `authorize` and events ask for.
 *
 * @returns null when there is no such record
 * @throws Error for a subject no feature declares or reads
 */
export async function loadAccess(work: Work, subject: string, id: string): Promise<AccessColumns | null> {
  const model = modelOfSubject(subject);
  if (!model) throw new Error(`There is no read model of the subject ${subject}.`);
  const found = await recordAccess(work, model, id);
  return found && (Object.fromEntries(Object.entries(found).filter(([name]) => name !== '__subject')) as AccessColumns);
}

/**
 * The access columns of several records as they are now, for `ability.can`; one statement. Records that follow others are left out: what
 * is theirs to see depends on more than one row.
 *
 * @param wanted ids by the model of a subject's own records
 * @returns by id; without records that are gone
 */
export async function accessOfRecords(work: Work, wanted: ReadonlyMap<ReadModel, ReadonlySet<string>>): Promise<Map<string, Record<string, unknown>>> {
  const values: unknown[] = [work.actor.organizationId];
  const parts = [...wanted].flatMap(([{ subject, key, table, tenant }, ids]) => {
    if (!subject || key.type !== 'uuid' || subject.follows) return [];
    const pairs = Object.entries(subject.columns).map(([name, column]) => `'${name}', t.${column}${name === 'amountMinor' ? '::text' : ''}`);
    const people = assigneesOf(subject, tenant).map((sql) => `'assigneeIds', ${sql}`);
    return [`SELECT t.${key.column}::text AS id, jsonb_build_object(${[...pairs, ...people, `'__subject', '${subject.name}'`].join(', ')}) AS access
      FROM ${table} t WHERE t.${tenant} = $1 AND t.${key.column} = ANY($${values.push([...ids])}::uuid[])`];
  });
  if (parts.length === 0) return new Map();
  const rows = await work.query<{ id: string; access: Record<string, unknown> }>(parts.join('\nUNION ALL '), values);
  return new Map(rows.map(({ id, access }) => [id, access]));
}

function selected(subject: SubjectDefinition, tenant: string): string[] {
  const columns = Object.entries(subject.columns).map(([name, column]) => `t.${column} AS "${name}"`);
  const people = assigneesOf(subject, tenant).map((sql) => `${sql} AS "assigneeIds"`);
  return ['t.id AS "$id"', ...columns, ...people, ...followed(subject)];
}

function assigneesOf({ assignees: link }: SubjectDefinition, tenant: string): string[] {
  return link ? [`ARRAY(SELECT l.${link.userColumn}::text FROM ${link.table} l WHERE l.organization_id = t.${tenant} AND l.${link.recordColumn} = t.id)`] : [];
}

function followed({ follows }: SubjectDefinition): string[] {
  if (!follows) return [];
  const subject = 'subject' in follows ? `'${subjectByName(follows.subject).name}'` : `t.${follows.subjectColumn}`;
  return [`${subject} AS "$followed"`, `t.${follows.idColumn} AS "$followedId"`];
}
