import { isId, refuse } from '../../kernel/index.js';
import type { FilterDefinition, FilterKind, FilterValue } from '../filters.js';
import type { ReadModel } from '../model.js';
import type { CompileContext } from './context.js';
import { snake } from './names.js';

const MAX_DEPTH = 5;
const MAX_CONDITIONS = 50;
const MAX_VALUES = 500;

/** PostgreSQL type of a filter's values. */
const TYPES: Record<FilterKind, string> = {
  ID: 'uuid', TEXT: 'text', ENUM: 'text', INTEGER: 'integer', BIG_INT: 'bigint', FLOAT: 'float8', DATE: 'date', DATE_TIME: 'timestamptz', BOOLEAN: 'boolean', LIST: 'text',
};

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** A caller's filter as conditions on a level, with what `contains` could look up in the search index. */
export interface CompiledFilter {
  readonly conditions: string[];
  /** Texts that every wanted row contains in a searched field. */
  readonly contained: string[];
}

/**
 * @param filter as `ReadArgs` declares it: `{ status: { in: [...] }, or: [{ ... }] }`; what is null or absent is no condition
 * @throws AppError VALIDATION_FAILED with the path of what makes no sense, FORBIDDEN for a field that a rule may hide
 */
export function compileFilter(context: CompileContext, model: ReadModel, filter: Readonly<Record<string, unknown>>, alias: string): CompiledFilter {
  const compiler = new FilterCompiler(context, model, alias);
  const conditions = compiler.all(filter, 'filter', 0, true);
  return { conditions, contained: compiler.contained };
}

class FilterCompiler {
  readonly contained: string[] = [];
  private count = 0;

  constructor(
    private readonly context: CompileContext,
    private readonly model: ReadModel,
    private readonly alias: string,
  ) {}

  /** @param certain whether every wanted row meets these conditions, that is, not below `or` and `not` */
  all(filter: Readonly<Record<string, unknown>>, path: string, depth: number, certain: boolean): string[] {
    if (depth > MAX_DEPTH) throw refuse('VALIDATION_FAILED', `Nest filters at most ${MAX_DEPTH} deep.`, path);
    return Object.entries(filter).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      const here = `${path}.${name}`;
      if (name === 'not') return [`(${and(this.all(group(value, here), here, depth + 1, false))}) IS NOT TRUE`];
      if (name === 'and') return list(value, here).flatMap((part, index) => this.all(group(part, here), `${here}.${index}`, depth + 1, certain));
      if (name === 'or') {
        const parts = list(value, here).map((part, index) => and(this.all(group(part, here), `${here}.${index}`, depth + 1, false)));
        return parts.length === 0 ? ['false'] : [`(${parts.map((part) => `(${part})`).join(' OR ')})`];
      }
      return this.one(name, group(value, here) as FilterValue, here, certain);
    });
  }

  private one(name: string, value: FilterValue, path: string, certain: boolean): string[] {
    const definition = this.model.filters[name];
    if (!definition) throw refuse('VALIDATION_FAILED', `A list of ${this.model.label} records cannot be filtered by "${name}".`, path);
    this.context.rules.refuseHidden(this.model, 'filter', { name, columns: columnsOf(name, definition) });
    return Object.entries(value).flatMap(([operator, operand]) => {
      if (operand === undefined) return [];
      if (++this.count > MAX_CONDITIONS) throw refuse('LIMIT_EXCEEDED', `Filter by at most ${MAX_CONDITIONS} conditions.`, path);
      if (operand === null) {
        throw refuse('VALIDATION_FAILED', `"${operator}" needs a value. To find records without one, use "isNull": true.`, `${path}.${operator}`);
      }
      if (definition.link) return [this.linked(definition, operator, operand, `${path}.${operator}`)];
      if (operator === 'contains' && certain && this.model.search?.fields.includes(name)) this.contained.push(String(operand));
      return [this.compare(name, definition, operator, operand, `${path}.${operator}`)];
    });
  }

  private compare(name: string, definition: FilterDefinition, operator: string, operand: unknown, path: string): string {
    const column = definition.sql ? `(${definition.sql(this.alias)})` : `${this.alias}.${definition.column ?? snake(name)}`;
    const type = TYPES[definition.kind];
    switch (operator) {
      case 'eq':
        return `${column} = ${this.value(operand, definition.kind, path)}::${type}`;
      case 'in':
        return this.oneOf(column, operand, definition.kind, path);
      case 'notIn':
        return `(${this.oneOf(column, operand, definition.kind, path)}) IS NOT TRUE`;
      case 'contains':
        return `${column} ILIKE ${this.context.parameters.add(`%${escapeLike(checkedText(operand, path))}%`)}::text`;
      case 'has':
        return `${column} && ${this.values(operand, definition.kind, path)}::text[]`;
      case 'isNull':
        return `${column} IS ${operand === true ? '' : 'NOT '}NULL`;
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte':
        return `${column} ${COMPARISONS[operator]} ${this.value(operand, definition.kind, path)}::${type}`;
      default:
        throw refuse('VALIDATION_FAILED', `There is no condition "${operator}".`, path);
    }
  }

  private linked(definition: FilterDefinition, operator: string, operand: unknown, path: string): string {
    const { table, near, value } = definition.link ?? { table: '', near: '', value: '' };
    const links = `FROM ${table} l WHERE l.organization_id = ${this.context.parameters.organization}`;
    const exists = (condition: string): string => `EXISTS (SELECT 1 ${links} AND l.${near} = ${this.alias}.id${condition})`;
    // The list of ids first, then the records; see `abilitySql`.
    const among = (condition: string): string => `${this.alias}.id = ANY(ARRAY(SELECT l.${near} ${links} AND ${condition}))`;
    switch (operator) {
      case 'eq':
        return among(`l.${value} = ${this.value(operand, 'ID', path)}::uuid`);
      case 'in':
        return among(this.oneOf(`l.${value}`, operand, 'ID', path));
      case 'notIn':
        return `NOT ${exists(` AND ${this.oneOf(`l.${value}`, operand, 'ID', path)}`)}`;
      case 'isNull':
        return `${operand === true ? 'NOT ' : ''}${exists('')}`;
      default:
        throw refuse('VALIDATION_FAILED', `There is no condition "${operator}" here.`, path);
    }
  }

  private oneOf(column: string, operand: unknown, kind: FilterKind, path: string): string {
    return `${column} = ANY(${this.values(operand, kind, path)}::${TYPES[kind]}[])`;
  }

  private values(operand: unknown, kind: FilterKind, path: string): string {
    const values = list(operand, path);
    if (values.length > MAX_VALUES) throw refuse('LIMIT_EXCEEDED', `Name at most ${MAX_VALUES} values.`, path);
    return this.context.parameters.add(values.map((value) => checked(value, kind, path)));
  }

  private value(operand: unknown, kind: FilterKind, path: string): string {
    return this.context.parameters.add(checked(operand, kind, path));
  }
}

const and = (conditions: string[]): string => (conditions.length === 0 ? 'true' : conditions.join(' AND '));

function columnsOf(name: string, { sql, link, column, columns }: FilterDefinition): readonly string[] {
  if (link) return [link.table, ...columns];
  return sql ? columns : [column ?? snake(name)];
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function group(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw refuse('VALIDATION_FAILED', 'This must be an object with conditions.', path);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refuse('VALIDATION_FAILED', 'This must be a list.', path);
}

/** GraphQL has checked the values of its own callers; this is for the others, and for what its scalars let pass. */
function checked(value: unknown, kind: FilterKind, path: string): unknown {
  if (kind === 'ID') {
    if (!isId(value)) throw refuse('VALIDATION_FAILED', 'This is not the id of a record.', path);
    return value.toLowerCase();
  }
  if (kind === 'TEXT' || kind === 'ENUM' || kind === 'LIST') return checkedText(value, path);
  if (value instanceof Date || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)) return value;
  throw refuse('VALIDATION_FAILED', 'This value cannot be compared.', path);
}

function checkedText(value: unknown, path: string): string {
  if (typeof value === 'string' && !value.includes('\0')) return value;
  throw refuse('VALIDATION_FAILED', 'This must be a text without control characters.', path);
}
