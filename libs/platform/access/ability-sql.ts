import type { AppAbility } from '../kernel/index.js';
import type { SubjectDefinition } from './subject.js';

/** Collects parameters of a statement and hands out their placeholders. */
export interface SqlParameters {
  /** @returns `$n` */
  add(value: unknown): string;
}

type Query = Record<string, unknown>;

/**
 * The rows of a subject's table that an ability allows, as a SQL condition: the same rules that `authorize` checks on a
 * loaded record, so that a list never holds what its item would refuse (ACL-03). `ability-sql.spec.ts` compares both
 * on random records.
 *
 * @param alias the table's alias in the statement
 * @returns a boolean expression; `false` when nothing is allowed, `true` when everything is
 */
export function abilitySql(
  ability: AppAbility,
  action: string,
  subject: SubjectDefinition,
  alias: string,
  parameters: SqlParameters,
): string {
  const allowed: string[] = [];
  const denied: string[] = [];
  // CASL asks from the last rule to the first: an allowance counts unless a later denial matched.
  for (const rule of ability.rulesFor(action, subject.name)) {
    const expression = rule.conditions ? compile(rule.conditions as Query, subject, alias, parameters) : 'true';
    if (!rule.inverted) allowed.push([expression, ...denied].filter((part) => part !== 'true').join(' AND ') || 'true');
    else if (!rule.fields) denied.push(`NOT coalesce(${expression}, false)`);
  }
  if (allowed.length === 0) return 'false';
  if (allowed.includes('true')) return 'true';
  return `(${allowed.join(' OR ')})`;
}

function compile(query: Query, subject: SubjectDefinition, alias: string, parameters: SqlParameters): string {
  const parts = Object.entries(query).map(([key, value]) => {
    if (key === '$or') return `(${(value as Query[]).map((part) => compile(part, subject, alias, parameters)).join(' OR ')})`;
    if (key === 'assigneeIds') return assigneeExpression((value as { $in: string[] }).$in, subject, alias, parameters);
    const column = subject.columns[key as keyof SubjectDefinition['columns']];
    if (!column) return 'false';
    if (value === true) return `${alias}.${column}`;
    const ids = (value as { $in: string[] }).$in;
    return ids.length === 0 ? 'false' : `${alias}.${column} = ANY(${parameters.add(ids)}::uuid[])`;
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`;
}

function assigneeExpression(ids: string[], subject: SubjectDefinition, alias: string, parameters: SqlParameters): string {
  if (!subject.assignees || ids.length === 0) return 'false';
  const { table, recordColumn, userColumn } = subject.assignees;
  return `EXISTS (SELECT 1 FROM ${table} link WHERE link.organization_id = ${alias}.organization_id
    AND link.${recordColumn} = ${alias}.id AND link.${userColumn} = ANY(${parameters.add(ids)}::uuid[]))`;
}
