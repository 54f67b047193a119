import { isId, refuse } from '../../kernel/index.js';
import type { ConnectionArguments, ReadModel, SortDefinition, SortDirection, SortTerm } from '../model.js';
import { constant } from '../read-args.js';
import type { CompileContext } from './context.js';
import { literal, snake } from './names.js';
import type { WireValue } from './parameters.js';

const MAX_TERMS = 5;

/** One step of an order, ready for SQL. The last step is always the key, so that every order is total. */
export interface OrderTerm {
  readonly sql: (alias: string) => string;
  readonly type: string;
  readonly nullable: boolean;
  readonly descending: boolean;
}

export interface Order {
  readonly terms: readonly OrderTerm[];
  /** Names the order, so that a cursor cannot be used with another one. */
  readonly signature: string;
}

/**
 * The order of a list: what the caller asks for, else the fallback; ties by the key.
 *
 * @throws AppError VALIDATION_FAILED for unknown or too many sorts, FORBIDDEN for a field that a rule may hide
 */
export function orderOf(context: CompileContext, model: ReadModel, sort: ConnectionArguments['sort'], fallback: readonly SortTerm[]): Order {
  const asked = sort && sort.length > 0 ? askedTerms(context, model, sort) : usableDefaults(context, model, fallback);
  const names = new Set<string>();
  const steps: SortTerm[] = asked.filter(({ field }) => !names.has(field) && names.add(field));
  const terms = steps.map(({ field, direction }) => orderTerm(field, sortNamed(model, field), direction));
  const { column, type } = model.key;
  if (!names.has(column)) {
    const descending = terms.at(-1)?.descending ?? false;
    terms.push({ sql: (t) => `${t}.${column}`, type, nullable: false, descending });
  }
  return { terms, signature: steps.map(({ field, direction }) => (direction === 'DESC' ? `-${field}` : field)).join() };
}

function askedTerms(context: CompileContext, model: ReadModel, sort: NonNullable<ConnectionArguments['sort']>): SortTerm[] {
  if (sort.length > MAX_TERMS) throw refuse('VALIDATION_FAILED', `Sort by at most ${MAX_TERMS} fields.`, 'sort');
  return sort.map(({ field, direction }, index) => {
    const name = Object.keys(model.sorts).find((key) => key === field || constant(key) === field);
    if (name === undefined) throw refuse('VALIDATION_FAILED', `A list of ${model.label} records cannot be sorted by "${field}".`, `sort.${index}.field`);
    context.rules.refuseHidden(model, 'sort', { name, columns: columnsOfSort(name, sortNamed(model, name)) });
    return { field: name, direction: direction ?? 'ASC' };
  });
}

/** A default order that a rule forbids is left out in silence: nobody asked for it. */
function usableDefaults(context: CompileContext, model: ReadModel, fallback: readonly SortTerm[]): SortTerm[] {
  return fallback.filter(({ field }) => context.rules.mayTell(model, { name: field, columns: columnsOfSort(field, sortNamed(model, field)) }) === undefined);
}

function sortNamed(model: ReadModel, name: string): SortDefinition {
  const definition = model.sorts[name];
  if (!definition) throw new Error(`Read model ${model.name} has no sort ${name}.`);
  return definition;
}

const columnsOfSort = (name: string, sort: SortDefinition): readonly string[] => (sort.sql ? sort.columns : [sort.column ?? snake(name)]);

function orderTerm(name: string, definition: SortDefinition, direction: SortDirection): OrderTerm {
  const column = definition.column ?? snake(name);
  return { sql: definition.sql ?? ((t) => `${t}.${column}`), type: definition.type, nullable: definition.nullable, descending: direction === 'DESC' };
}

/** ORDER BY of a level. Without NULLS LAST where there are no nulls: so a plain index fits. */
export function orderBySql(order: Order, alias: string): string {
  return order.terms.map(({ sql, descending, nullable }) =>
    `${sql(alias)}${descending ? ' DESC' : ''}${nullable && descending ? ' NULLS LAST' : ''}`).join(', ');
}

/**
 * The cursor of a row as JSON text: an opaque name for its place in the order.
 *
 * @param valueOf an expression for each step's value
 */
export function cursorSql(order: Order, valueOf: (term: OrderTerm) => string): string {
  const values = order.terms.map((term) => `(${valueOf(term)})::text`).join(', ');
  return `'"'||translate(encode(convert_to(to_json(ARRAY[${literal(order.signature)}, ${values}])::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')||'"'`;
}

/**
 * The rows behind a cursor.
 *
 * @throws AppError VALIDATION_FAILED when the cursor is none of this order
 */
export function afterSql(context: CompileContext, order: Order, alias: string, cursor: string): string {
  const values = decode(order, cursor);
  const { terms } = order;
  const bind = (term: OrderTerm, index: number): string => `${context.parameters.add(values[index])}::${term.type}`;
  if (terms.every((term) => !term.nullable && term.descending === terms[0]?.descending)) {
    const left = terms.map((term) => term.sql(alias)).join(', ');
    return `(${left}) ${terms[0]?.descending ? '<' : '>'} (${terms.map(bind).join(', ')})`;
  }
  // From the last step inwards: behind by this step, or equal in it and behind by the steps after it.
  let behind = 'false';
  for (const [index, term] of [...terms.entries()].reverse()) {
    const column = term.sql(alias);
    if (values[index] === null) {
      behind = `(${column} IS NULL AND ${behind})`;
      continue;
    }
    const value = bind(term, index);
    const further = `${column} ${term.descending ? '<' : '>'} ${value}${term.nullable ? ` OR ${column} IS NULL` : ''}`;
    behind = behind === 'false' ? `(${further})` : `(${further} OR (${column} = ${value} AND ${behind}))`;
  }
  // Said once more in a form an index understands: where the first step starts.
  const [first] = terms;
  if (!first || first.nullable || values[0] === null) return behind;
  return `${first.sql(alias)} ${first.descending ? '<=' : '>='} ${bind(first, 0)} AND ${behind}`;
}

function decode(order: Order, cursor: string): WireValue[] {
  const [signature, ...values] = parse(cursor);
  const fits = signature === order.signature && values.length === order.terms.length
    && values.every((value, index) => (value === null ? order.terms[index]?.nullable : typeof value === 'string' && !value.includes('\0')))
    && (order.terms.at(-1)?.type !== 'uuid' || isId(values.at(-1)));
  if (!fits) throw badCursor();
  return values as WireValue[];
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** What a caller is told whose cursor is not one of this list. */
export function badCursor(): Error {
  return refuse('VALIDATION_FAILED', 'This cursor does not belong to this list in this order. Start again without "after".', 'after');
}
