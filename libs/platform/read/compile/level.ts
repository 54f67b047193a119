import type { ReadModel } from '../model.js';
import type { CompileContext } from './context.js';
import { type Order, orderBySql } from './order.js';

/** Where the rows of one level come from: one source, or two of which the statement runs only one. */
export interface Source {
  readonly conditions: readonly string[];
}

/** The conditions that every level has: tenant, the caller's rows, how it hangs on its parent. */
export function baseConditions(context: CompileContext, model: ReadModel, alias: string, link: readonly string[]): string[] {
  return [`${alias}.${model.tenant} = ${context.parameters.organization}`, ...link, context.rules.rows(model, alias)].filter((condition) => condition !== 'true');
}

/**
 * The first rows of a level in their order, as a sub-query under the same alias.
 *
 * @param numbered adds `"$n"`, 1 for the first row: for what is aggregated behind joins, which may reorder
 */
export function rowsSql(model: ReadModel, alias: string, sources: readonly Source[], order: Order, limit: number, numbered: boolean): string {
  const orderBy = orderBySql(order, alias);
  const branches = sources.map(({ conditions }) =>
    `SELECT ${alias}.* FROM ${model.table} ${alias} WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit}`);
  const page = branches.length === 1
    ? branches.join('')
    : `SELECT * FROM (${branches.map((branch) => `(${branch})`).join(' UNION ALL ')}) ${alias} ORDER BY ${orderBy} LIMIT ${limit}`;
  return numbered ? `(SELECT *, row_number() OVER (ORDER BY ${orderBy}) AS "$n" FROM (${page}) ${alias}) ${alias}` : `(${page}) ${alias}`;
}
