import type { ReadModel, SortTerm } from '../model.js';
import type { Selection } from '../selection.js';
import type { CompileContext, Finish } from './context.js';
import type { JsonSql } from './json-sql.js';
import { baseConditions, rowsSql } from './level.js';
import { orderOf } from './order.js';
import { compileRecord } from './record.js';

/** Conditions that tie a level to its parent, given the level's alias. */
export type Link = (alias: string) => string[];

export interface CompiledPart {
  readonly json: JsonSql;
  readonly finish: Finish | null;
}

/** A plain list of records: `[Task!]!`. */
export function compileList(
  context: CompileContext,
  model: ReadModel,
  selection: Selection,
  { link, order: fallback, limit }: { link: Link; order: readonly SortTerm[]; limit: number },
): CompiledPart {
  const alias = context.alias();
  const order = orderOf(context, model, null, fallback);
  const record = compileRecord(context, model, alias, selection);
  const numbered = record.joins.length > 0;
  const rows = rowsSql(model, alias, [{ conditions: baseConditions(context, model, alias, link(alias)) }], order, limit, numbered);
  const items = `string_agg(${record.json}, ','${numbered ? ` ORDER BY ${alias}."$n"` : ''})`;
  const json = `(SELECT '['||coalesce(${items}, '')||']' FROM ${[rows, ...record.joins].join(' ')})`;
  return { json, finish: finishEach(record.finish) };
}


export function finishEach(finish: Finish | null): Finish | null {
  return finish && ((list) => (list as unknown[]).forEach(finish));
}

