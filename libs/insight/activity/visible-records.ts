import { abilitySql, followedSubjects, type SqlParameters, subjectByName, type SubjectDefinition } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import type { Actor, AppAbility } from '@throughline/platform/kernel';
import { fieldsShowing, modelOfSubject } from '@throughline/platform/read';
import { ACTIVITY, type ActivitySubject } from './activity.kinds.js';

/** A record that the reader sees now, and what it is part of. */
export interface VisibleRecord {
  contextSubject: string | null;
  contextId: string | null;
}

/** Only records of a department or of one below it. */
const BELOW = (department: string): string => `WITH RECURSIVE below (id) AS (
  SELECT ${department}::uuid UNION SELECT d.id FROM department d JOIN below ON d.parent_id = below.id WHERE d.organization_id = $1) `;

class Values implements SqlParameters {
  readonly organization = '$1';
  readonly all: unknown[];

  constructor(organizationId: string) {
    this.all = [organizationId];
  }

  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}

/**
 * Which of these records the reader sees now: by the conditions of their lists, in one statement for all kinds.
 *
 * @param wanted ids by subject
 * @param departmentId only records of it, as far as the reader sees the department of a record
 * @returns by id
 */
export async function visibleRecords(
  work: Work, reader: Actor, wanted: ReadonlyMap<string, ReadonlySet<string>>, departmentId: string | null,
): Promise<Map<string, VisibleRecord>> {
  const values = new Values(reader.organizationId);
  const below = departmentId ? BELOW(values.add(departmentId)) : '';
  const parts = [...wanted].flatMap(([name, ids]) => {
    const condition = conditionOf(reader.ability, name, values, departmentId !== null);
    if (condition === null) return [];
    const { context } = ACTIVITY[name] as ActivitySubject;
    return [`SELECT t.id::text AS id, ${context?.subject('t') ?? 'NULL::text'} AS "contextSubject", (${context?.id('t') ?? 'NULL'})::text AS "contextId"
      FROM ${subjectByName(name).table} t WHERE t.organization_id = $1 AND t.id = ANY(${values.add([...ids])}::uuid[]) AND ${condition}`];
  });
  if (parts.length === 0) return new Map();
  const rows = await work.query<VisibleRecord & { id: string }>(below + parts.join('\nUNION ALL '), values.all);
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}

/** null: none of them. */
function conditionOf(ability: AppAbility, name: string, values: Values, inDepartment: boolean): string | null {
  // No parameter may be collected for what is left out.
  if (!ability.can('read', name)) return null;
  const subject = subjectByName(name);
  const { where, withContext, context } = ACTIVITY[name] as ActivitySubject;
  const seen = abilitySql(ability, 'read', subject, 't', values);
  if (seen === 'false') return null;
  return [
    seen,
    ...(where ? [where('t')] : []),
    ...(withContext && context ? [contextSeen(ability, context, values)] : []),
    ...(inDepartment ? [`${departmentSql(ability, subject, 't', values)} IN (SELECT id FROM below)`] : []),
  ].join(' AND ');
}

function contextSeen(ability: AppAbility, { subject, id }: NonNullable<ActivitySubject['context']>, values: Values): string {
  const kinds = Object.keys(ACTIVITY).filter((name) => !subjectByName(name).follows && !ACTIVITY[name]?.withContext && ability.can('read', name));
  const each = kinds.map((name) => `(${subject('t')} = '${name}' AND EXISTS (SELECT 1 FROM ${subjectByName(name).table} c
    WHERE c.organization_id = $1 AND c.id = ${id('t')} AND ${abilitySql(ability, 'read', subjectByName(name), 'c', values)}))`);
  return each.length === 0 ? 'false' : `(${each.join(' OR ')})`;
}

/** The department a record lies in, by itself or by what it follows; NULL where the reader may not see that. */
function departmentSql(ability: AppAbility, subject: SubjectDefinition, alias: string, values: Values): string {
  const own = ownDepartment(ability, subject, alias, values);
  const { follows } = subject;
  if (!follows) return own ?? 'NULL::uuid';
  const inner = `${alias}d`;
  const followed = followedSubjects(subject).map((name) => {
    const { table } = subjectByName(name);
    const sql = `(SELECT ${departmentSql(ability, subjectByName(name), inner, values)} FROM ${table} ${inner} WHERE ${inner}.organization_id = $1 AND ${inner}.id = ${alias}.${follows.idColumn})`;
    return 'subjectColumn' in follows ? `WHEN ${alias}.${follows.subjectColumn} = '${name}' THEN ${sql}` : `WHEN true THEN ${sql}`;
  });
  const behind = followed.length === 0 ? 'NULL::uuid' : `CASE ${followed.join(' ')} END`;
  return own === null ? behind : `coalesce(${own}, ${behind})`;
}

function ownDepartment(ability: AppAbility, subject: SubjectDefinition, alias: string, values: Values): string | null {
  const column = subject.columns.departmentId;
  if (!column) return null;
  const model = modelOfSubject(subject.name);
  const shown = (model ? fieldsShowing(model, 'departmentId') : []).map((field) => abilitySql(ability, 'read', subject, alias, values, field)).filter((sql) => sql !== 'true');
  return shown.length === 0 ? `${alias}.${column}` : `CASE WHEN ${shown.join(' AND ')} THEN ${alias}.${column} END`;
}
