import { type AppAbility, switchedOff } from '../kernel/index.js';
import { followedSql } from './followed-sql.js';
import { MASK_ACTION } from './grant.js';
import type { RuleConditions } from './record-conditions.js';
import type { SubjectDefinition } from './subject.js';

/** Collects parameters of a statement and hands out their placeholders. */
export interface SqlParameters {
  /** The placeholder of the organization; the transaction's setting is asked when there is none. */
  readonly organization?: string;
  /** @returns `$n` */
  add(value: unknown): string;
}

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
  const { ways, seen } = waysOf(ability, action, subject, alias, parameters, field);
  if (ways.length === 0) return 'false';
  const allowed = ways.length === 1 && ways[0]?.sql === 'true' ? 'true' : `(${ways.map(({ sql }) => sql).join(' OR ')})`;
  return both(allowed, seen);
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
  const { ways, seen } = waysOf(ability, action, subject, alias, parameters, field);
  return ways.map(({ sql, linked }) => ({ sql: both(sql, seen), linked }));
}

/**
 * @returns the ways without what each of them needs beside it: that the record it follows is seen. That is long where many kinds of
 * records can be followed, and a statement that repeats it for each way is planned for longer than it runs
 */
function waysOf(
  ability: AppAbility, action: string, subject: SubjectDefinition, alias: string, parameters: SqlParameters, field?: string,
): { ways: AbilityWay[]; seen: string } {
  if (off(action, subject, field)) return { ways: [{ sql: 'true', linked: false }], seen: 'true' };
  const rules = decidingRules(ability.rulesFor(action, subject.name, field).filter((rule) => !rule.inverted || !rule.fields || field !== undefined));
  const seen = field === undefined && rules.length > 0 ? followedSql(ability, subject, alias, parameters) : 'true';
  const ways: AbilityWay[] = [];
  const denied: string[] = [];
  for (const { conditions, inverted } of rules) {
    if (!conditions) return { ways: denied.length === 0 ? [{ sql: 'true', linked: false }] : [...ways, { sql: denied.join(' AND '), linked: false }], seen };
    if (inverted) {
      denied.push(`(${compile(conditions as RuleConditions, subject, alias, parameters)}) IS NOT TRUE`);
      continue;
    }
    ways.push({ sql: [compile(conditions as RuleConditions, subject, alias, parameters), ...denied].join(' AND '), linked: 'assigneeIds' in (conditions as RuleConditions) });
  }
  return { ways, seen };
}

const both = (one: string, other: string): string => [one, other].filter((part) => part !== 'true').join(' AND ') || 'true';

/**
 * The rows on which a field is shown masked, as a SQL condition; `false` for most people.
 */
export function maskSql(ability: AppAbility, subject: SubjectDefinition, alias: string, parameters: SqlParameters, field: string): string {
  // Only what roles say: who may do everything sees everything.
  if (!masks(ability, subject.name) || switchedOff(`masks:${subject.name}`)) return 'false';
  return abilitySql(ability, MASK_ACTION, subject, alias, parameters, field);
}

/** Whether an ability masks anything of a subject. */
export function masks(ability: AppAbility, subject: string): boolean {
  return ability.rulesFor(MASK_ACTION, subject).some((rule) => rule.action === MASK_ACTION);
}

/** Test switches; see `TestSwitch`. */
function off(action: string, subject: SubjectDefinition, field: string | undefined): boolean {
  return action === 'read' && switchedOff(field === undefined ? `rows:${subject.name}` : `fields:${subject.name}`);
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

function compile(query: RuleConditions, subject: SubjectDefinition, alias: string, parameters: SqlParameters): string {
  const parts = Object.entries(query).map(([key, value]) => {
    if (key === 'followed') return subject.follows ? `${alias}.${subject.follows.idColumn} IS NOT NULL` : 'false';
    if (key === 'assigneeIds') return assigneeExpression((value as { $in: string[] }).$in, subject, alias, parameters);
    const column = subject.columns[key as keyof SubjectDefinition['columns']];
    if (!column) return 'false';
    if (value === true) return `${alias}.${column}`;
    if (key === 'state') return stateExpression(value as NonNullable<RuleConditions['state']>, `${alias}.${column}`, parameters);
    if (key === 'amountMinor') return amountExpression(value as NonNullable<RuleConditions['amountMinor']>, `${alias}.${column}`, `${alias}.${subject.columns.currency ?? ''}`, parameters);
    return isOneOf(`${alias}.${column}`, (value as { $in: string[] }).$in, parameters);
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`;
}

function stateExpression({ $in, missing }: NonNullable<RuleConditions['state']>, column: string, parameters: SqlParameters): string {
  return orMissing(`${column} = ANY(${parameters.add($in)}::text[])`, column, missing);
}

function amountExpression({ $gte, $lte, missing, currency }: NonNullable<RuleConditions['amountMinor']>, column: string, own: string, parameters: SqlParameters): string {
  const bounds = [
    ...($gte === undefined ? [] : [`${column} >= ${parameters.add($gte)}::bigint`]), ...($lte === undefined ? [] : [`${column} <= ${parameters.add($lte)}::bigint`]),
  ];
  const within = orMissing(bounds.join(' AND '), column, missing);
  if (currency === undefined) return within;
  return missing ? `(${within} OR ${own} IS DISTINCT FROM ${parameters.add(currency)})` : `${within} AND ${own} = ${parameters.add(currency)}`;
}

const orMissing = (condition: string, column: string, missing: boolean): string => (missing ? `(${condition} OR ${column} IS NULL)` : condition);

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
