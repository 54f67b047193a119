import type { AppAbility } from '../kernel/index.js';
import type { SubjectDefinition } from './subject.js';

/** Collects parameters of a statement and hands out their placeholders. */
export interface SqlParameters {
  /** The placeholder of the organization; the transaction's setting is asked when there is none. */
  readonly organization?: string;
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
  const ways = abilityWays(ability, action, subject, alias, parameters, field);
  if (ways.length === 0) return 'false';
  return ways.length === 1 && ways[0]?.sql === 'true' ? 'true' : `(${ways.map(({ sql }) => sql).join(' OR ')})`;
}

/** One of the ways in which a record can be allowed. */
export interface AbilityWay {
  /** A condition; `true` when it is the only way and allows everything. */
  readonly sql: string;
  /** Whether it looks into the link of people who work on the record. */
  readonly linked: boolean;
}

/**
 * What `abilitySql` joins by OR, one by one: each way can use an index of its own, all of them together none. They overlap.
 */
export function abilityWays(
  ability: AppAbility,
  action: string,
  subject: SubjectDefinition,
  alias: string,
  parameters: SqlParameters,
  field?: string,
): AbilityWay[] {
  const rules = decidingRules(ability.rulesFor(action, subject.name, field).filter((rule) => !rule.inverted || !rule.fields || field !== undefined));
  const ways: AbilityWay[] = [];
  const denied: string[] = [];
  for (const { conditions, inverted } of rules) {
    if (!conditions) return denied.length === 0 ? [{ sql: 'true', linked: false }] : [...ways, { sql: denied.join(' AND '), linked: false }];
    if (inverted) {
      denied.push(`(${compile(conditions as Query, subject, alias, parameters)}) IS NOT TRUE`);
      continue;
    }
    for (const part of alternatives(conditions as Query)) {
      ways.push({ sql: [compile(part, subject, alias, parameters), ...denied].join(' AND '), linked: 'assigneeIds' in part });
    }
  }
  return ways;
}

/** What a scope reaches by this or by that (ASSIGNED: own or assigned) as conditions of their own. */
function alternatives(query: Query): Query[] {
  const [only, ...more] = Object.keys(query);
  return only === '$or' && more.length === 0 ? (query['$or'] as Query[]) : [query];
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
  // The list of ids first, then the records: asked record by record, the planner would rather walk half a million tasks in the
  // list's order than believe that somebody works on thirty of them.
  return `${alias}.id = ANY(ARRAY(SELECT link.${recordColumn} FROM ${table} link
    WHERE link.organization_id = ${parameters.organization ?? 'app.organization_id()'} AND ${isOneOf(`link.${userColumn}`, ids, parameters)}))`;
}

/** A single id is compared with `=`, so that an index on the column can also give the order of the list. */
function isOneOf(column: string, ids: readonly string[], parameters: SqlParameters): string {
  if (ids.length === 0) return 'false';
  return ids.length === 1 ? `${column} = ${parameters.add(ids[0])}::uuid` : `${column} = ANY(${parameters.add(ids)}::uuid[])`;
}
