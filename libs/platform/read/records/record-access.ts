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

function selected(subject: SubjectDefinition, tenant: string): string[] {
  const columns = Object.entries(subject.columns).map(([name, column]) => `t.${column} AS "${name}"`);
  const link = subject.assignees;
  const people = link ? [`ARRAY(SELECT l.${link.userColumn}::text FROM ${link.table} l WHERE l.organization_id = t.${tenant} AND l.${link.recordColumn} = t.id) AS "assigneeIds"`] : [];
  return ['t.id AS "$id"', ...columns, ...people, ...followed(subject)];
}

function followed({ follows }: SubjectDefinition): string[] {
  if (!follows) return [];
  const subject = 'subject' in follows ? `'${subjectByName(follows.subject).name}'` : `t.${follows.subjectColumn}`;
  return [`${subject} AS "$followed"`, `t.${follows.idColumn} AS "$followedId"`];
}
