import { refuse } from '../../kernel/index.js';
import { type ConnectionArguments, DEFAULT_PAGE, MAX_PAGE, type ReadModel, type SortTerm } from '../model.js';
import type { SelectedField, Selection } from '../selection.js';
import type { CompileContext, Finish } from './context.js';
import { compileFilter } from './filter-sql.js';
import { JsonObjectSql, type JsonSql } from './json-sql.js';
import { countSql, rowsSql, type Source, tenantSql } from './level.js';
import { type CompiledPart, finishEach, type Link } from './list.js';
import { afterSql, cursorSql, type Order, orderOf } from './order.js';
import { type CompiledRecord, compileRecord } from './record.js';
import { type Candidates, candidatesOf, searchSources, wordsOf } from './search.js';

/**
 * A page of a list: nodes, edges, pageInfo, totalCount, each computed only when it is selected.
 *
 * @param link ties the list to its parent record
 * @param order when the caller asks for none
 * @throws AppError VALIDATION_FAILED, FORBIDDEN, LIMIT_EXCEEDED
 */
export function compileConnection(
  context: CompileContext,
  model: ReadModel,
  args: ConnectionArguments,
  selection: Selection,
  { link, order }: { link: Link; order: readonly SortTerm[] },
): CompiledPart {
  return new ConnectionCompiler(context, model, args, link, order).compile(selection);
}

class ConnectionCompiler {
  private readonly alias: string;
  private readonly order: Order;
  private readonly first: number;
  private readonly records = new Map<SelectedField, CompiledRecord>();
  private readonly finishes: Finish[] = [];
  private found: Candidates | null | undefined;
  /** One row more than the page tells whether more follow. */
  private looksAhead = false;
  /** Whether rows are numbered, because joins may reorder them or one of them is not on the page. */
  private numbered = false;
  private usesRows = false;

  constructor(
    private readonly context: CompileContext,
    private readonly model: ReadModel,
    private readonly args: ConnectionArguments,
    private readonly link: Link,
    fallback: readonly SortTerm[],
  ) {
    this.alias = context.alias();
    this.order = orderOf(context, model, args.sort, fallback);
    this.first = pageSize(args.first);
  }

  compile(selection: Selection): CompiledPart {
    this.prepare(selection);
    const json = this.object(selection, `${this.model.name}Connection`, (field, key) => this.part(field, key)).toSql();
    const { finishes } = this;
    const finish: Finish | null = finishes.length === 0 ? null : (page) => finishes.forEach((each) => each(page));
    return { json: this.usesRows ? `(SELECT ${json} FROM ${this.from()})` : `(${json})`, finish };
  }

  /** Compiles the records first: how rows are gathered depends on whether any of them joins. */
  private prepare(selection: Selection): void {
    for (const { name, selection: part } of selection.fields) {
      if (name === 'pageInfo') this.looksAhead ||= part?.fields.some((field) => field.name === 'hasNextPage') ?? false;
    }
    const nodes = selection.fields.flatMap((field) => (field.name === 'nodes' ? [field] : []));
    const inEdges = selection.fields.flatMap((field) => (field.name === 'edges' ? (field.selection?.fields ?? []) : [])).filter(({ name }) => name === 'node');
    for (const field of [...nodes, ...inEdges]) this.records.set(field, compileRecord(this.context, this.model, this.alias, field.selection ?? { fields: [] }));
    this.numbered = this.looksAhead || [...this.records.values()].some(({ joins }) => joins.length > 0);
  }

  private object(selection: Selection | null, typeName: string, valueOf: (field: SelectedField, key: string) => JsonSql): JsonObjectSql {
    const json = new JsonObjectSql();
    for (const field of selection?.fields ?? []) {
      const key = this.context.key(field.key, field.name);
      if (field.name === '__typename') json.addText(key, `"${typeName}"`);
      else json.add(key, valueOf(field, key));
    }
    return json;
  }

  private part(field: SelectedField, key: string): JsonSql {
    if (field.name === 'totalCount') return this.totalCount();
    if (field.name === 'pageInfo') {
      return this.object(field.selection, 'PageInfo', ({ name }) => this.ofRows(name === 'hasNextPage' ? `(count(*) > ${this.first})::text` : this.endCursor())).toSql();
    }
    if (field.name === 'edges') return this.edges(field, key);
    const record = this.recordOf(field);
    this.finishAt(key, finishEach(record.finish));
    return this.aggregate(record.json);
  }

  private edges(field: SelectedField, key: string): JsonSql {
    const finishes: Finish[] = [];
    const json = this.object(field.selection, `${this.model.name}Edge`, (part, at) => {
      if (part.name === 'cursor') return cursorSql(this.order, (term) => term.sql(this.alias));
      const record = this.recordOf(part);
      if (record.finish) finishes.push((edge) => record.finish?.((edge as Record<string, unknown>)[at]));
      return record.json;
    });
    this.finishAt(key, finishEach(finishes.length === 0 ? null : (edge) => finishes.forEach((finish) => finish(edge))));
    return this.aggregate(json.toSql());
  }

  private aggregate(json: JsonSql): JsonSql {
    const onPage = this.looksAhead ? ` FILTER (WHERE ${this.alias}."$n" <= ${this.first})` : '';
    return this.ofRows(`'['||coalesce(string_agg(${json}, ','${this.inOrder()})${onPage}, '')||']'`);
  }

  /** Only the last row's cursor is written out; the others would not be worth their text. */
  private endCursor(): JsonSql {
    const last = this.looksAhead ? `least(count(*), ${this.first})` : 'count(*)';
    const cursor = cursorSql(this.order, (term) => `(array_agg(${term.sql(this.alias)}${this.inOrder()}))[${last}]`);
    return `CASE WHEN count(*) = 0 THEN 'null' ELSE ${cursor} END`;
  }

  /** An aggregate over the page: without one, nothing may be read from it. */
  private ofRows(json: JsonSql): JsonSql {
    this.usesRows = true;
    return json;
  }

  private inOrder(): string {
    return this.numbered ? ` ORDER BY ${this.alias}."$n"` : '';
  }

  private from(): string {
    const { after } = this.args;
    const behind = after === null || after === undefined ? [] : [afterSql(this.context, this.order, this.alias, after)];
    const sources = this.sources(this.alias).map((source) => ({ ...source, conditions: [...source.conditions, ...behind] }));
    const rows = rowsSql(this.model, this.alias, sources, this.order, this.first + (this.looksAhead ? 1 : 0), this.numbered);
    return [rows, ...[...this.records.values()].flatMap(({ joins }) => joins)].join(' ');
  }

  /** The rows of the whole list, whatever the page. */
  private sources(alias: string): Source[] {
    const { context, model, args } = this;
    const filter = args.filter ? compileFilter(context, model, args.filter, alias) : { conditions: [], contained: [] };
    this.found ??= candidatesOf(context, model, wordsOf(args.search), filter.contained);
    const link = this.link(alias);
    // Below a parent there are few rows: the ways need no index of their own.
    const ways = link.length === 0 ? context.rules.rowWays(model, alias) : [context.rules.rows(model, alias)];
    const conditions = [tenantSql(context, model, alias), ...link, ...(ways.length === 1 ? ways : []), ...filter.conditions].filter((condition) => condition !== 'true');
    const sources = searchSources(model, alias, conditions, this.found);
    return ways.length === 1 ? sources : sources.map((source) => ({ ...source, ways }));
  }

  private totalCount(): JsonSql {
    const alias = this.context.alias();
    return `(${countSql(this.model, alias, this.sources(alias))})::text`;
  }

  private recordOf(field: SelectedField): CompiledRecord {
    const record = this.records.get(field);
    if (!record) throw new Error(`A list of ${this.model.name} has no field ${field.name}.`);
    return record;
  }

  private finishAt(key: string, finish: Finish | null): void {
    if (finish) this.finishes.push((page) => finish((page as Record<string, unknown>)[key]));
  }
}

/** @throws AppError VALIDATION_FAILED for less than one; more than the most is the most */
function pageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return DEFAULT_PAGE;
  if (!Number.isInteger(first) || first < 1) throw refuse('VALIDATION_FAILED', 'A page has at least one record.', 'first');
  return Math.min(first, MAX_PAGE);
}
