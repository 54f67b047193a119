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
 * @param field the rows on which this field may be seen; without it, the rows that may be seen at all
 * @returns a boolean expression; `false` when nothing is allowed, `true` when everything is
 */
export function abilitySql(
  ability: AppAbility,
  action: string,
  subject: SubjectDefinition,
  alias: string,
  parameters: SqlParameters,
  field?: string,
): string {
  const rules = decidingRules(ability.rulesFor(action, subject.name, field).filter((rule) => !rule.inverted || !rule.fields || field !== undefined));
  const allowed: string[] = [];
  const denied: string[] = [];
  for (const { conditions, inverted } of rules) {
    if (!conditions) return denied.length === 0 ? 'true' : `(${[...allowed, denied.join(' AND ')].join(' OR ')})`;
    const expression = compile(conditions as Query, subject, alias, parameters);
    if (inverted) denied.push(`(${expression}) IS NOT TRUE`);
    else allowed.push([expression, ...denied].join(' AND '));
  }
  return allowed.length === 0 ? 'false' : `(${allowed.join(' OR ')})`;
}

interface Rule { inverted: boolean; conditions?: unknown }

/**
 * The rules that can still change the answer. CASL asks from the last rule to the first, and the first match decides: what
 * stands behind an unconditional rule is never asked, and denials that no allowance follows deny what is denied anyway. No
 * parameter may be collected for a rule that is left out: PostgreSQL could not tell the type of one that the text lacks.
 */
function decidingRules<R extends Rule>(rules: readonly R[]): R[] {
  const unconditional = rules.findIndex((rule) => !rule.conditions);
  const asked = unconditional < 0 ? rules : rules.slice(0, unconditional + 1);
  const deciding = asked.slice(0, asked.findLastIndex((rule) => !rule.inverted) + 1);
  const last = deciding.at(-1);
  return last && !last.conditions && deciding.every((rule) => !rule.inverted) ? [last] : deciding;
}

function compile(query: Query, subject: SubjectDefinition, alias: string, parameters: SqlParameters): string {
  const parts = Object.entries(query).map(([key, value]) => {
    if (key === 'assigneeIds') return assigneeExpression((value as { $in: string[] }).$in, subject, alias, parameters);
    const column = subject.columns[key as keyof SubjectDefinition['columns']];
    if (!column) return 'false';
    if (value === true) return `${alias}.${column}`;
    return isOneOf(`${alias}.${column}`, (value as { $in: string[] }).$in, parameters);
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`;
}

function assigneeExpression(ids: string[], subject: SubjectDefinition, alias: string, parameters: SqlParameters): string {
  if (!subject.assignees || ids.length === 0) return 'false';
  const { table, recordColumn, userColumn } = subject.assignees;
  return `EXISTS (SELECT 1 FROM ${table} link WHERE link.organization_id = ${alias}.organization_id
    AND link.${recordColumn} = ${alias}.id AND ${isOneOf(`link.${userColumn}`, ids, parameters)})`;
}

/** A single id is compared with `=`, so that an index on the column can also give the order of the list. */
function isOneOf(column: string, ids: readonly string[], parameters: SqlParameters): string {
  if (ids.length === 0) return 'false';
  return ids.length === 1 ? `${column} = ${parameters.add(ids[0])}::uuid` : `${column} = ANY(${parameters.add(ids)}::uuid[])`;
}
