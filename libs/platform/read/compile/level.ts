import type { ReadModel } from '../model.js';
import type { CompileContext } from './context.js';
import { type Order, orderBySql } from './order.js';

/** Conditions that rows have to meet; where there are several ways, all of it and one of them. */
export interface Source {
  readonly conditions: readonly string[];
  /** Overlapping; none = everything that meets the conditions. */
  readonly ways?: readonly string[];
}

/** The conditions that every level has: tenant, how it hangs on its parent, the caller's rows. */
export function baseConditions(context: CompileContext, model: ReadModel, alias: string, link: readonly string[]): string[] {
  return [tenantSql(context, model, alias), ...link, context.rules.rows(model, alias)].filter((condition) => condition !== 'true');
}

export const tenantSql = (context: CompileContext, model: ReadModel, alias: string): string => `${alias}.${model.tenant} = ${context.parameters.organization}`;

/**
 * The first rows of a level in their order, as a sub-query under the same alias.
 *
 * @param sources exclusive: a row comes from one of them at most
 * @param numbered adds `"$n"`, 1 for the first row: for what is aggregated behind joins, which may reorder
 */
export function rowsSql(model: ReadModel, alias: string, sources: readonly Source[], order: Order, limit: number, numbered: boolean): string {
  const orderBy = orderBySql(order, alias);
  const page = pageSql(model, alias, sources, `ORDER BY ${orderBy} LIMIT ${limit}`);
  return numbered ? `(SELECT *, row_number() OVER (ORDER BY ${orderBy}) AS "$n" FROM (${page}) ${alias}) ${alias}` : `(${page}) ${alias}`;
}

function pageSql(model: ReadModel, alias: string, sources: readonly Source[], ordered: string): string {
  const branches = sources.flatMap(({ conditions, ways = ['true'] }) => ways.map((way) => where(way === 'true' ? conditions : [...conditions, way])));
  const from = `FROM ${model.table} ${alias}`;
  if (branches.length === 1) return `SELECT ${alias}.* ${from} ${branches.join('')} ${ordered}`;
  if (sources.every(({ ways = [] }) => ways.length < 2)) {
    return `SELECT * FROM (${branches.map((branch) => `(SELECT ${alias}.* ${from} ${branch} ${ordered})`).join(' UNION ALL ')}) ${alias} ${ordered}`;
  }
  // The first rows of all ways are among the first of each; a row that comes by two of them is one row again by its key.
  const key = `${alias}.${model.key.column}`;
  return `SELECT ${alias}.* ${from} WHERE ${key} IN (${branches.map((branch) => `(SELECT ${key} ${from} ${branch} ${ordered})`).join(' UNION ALL ')}) ${ordered}`;
}

/** How many rows the sources have, as a number. */
export function countSql(model: ReadModel, alias: string, sources: readonly Source[]): string {
  const from = `FROM ${model.table} ${alias}`;
  return sources.map(({ conditions, ways = ['true'] }) => {
    const key = `${alias}.${model.key.column}`;
    if (ways.length === 1) return `(SELECT count(*) ${from} ${where([...conditions, ...ways].filter((condition) => condition !== 'true'))})`;
    const keys = ways.map((way) => `SELECT ${key} ${from} ${where([...conditions, way])}`).join(' UNION ');
    return `(SELECT count(*) FROM (${keys}) ${alias})`;
  }).join(' + ');
}

const where = (conditions: readonly string[]): string => `WHERE ${conditions.join(' AND ')}`;
