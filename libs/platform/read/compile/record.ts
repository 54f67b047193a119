import { COLUMNS } from '../loaded.js';
import type { DerivedField, EmbeddedField, FieldDefinition, ManyField, MoneyField, OneField, ReadModel } from '../model.js';
import { objectFields } from '../object-fields.js';
import type { SelectedField, Selection } from '../selection.js';
import { compileConnection } from './connection.js';
import type { CompileContext, Finish } from './context.js';
import { embeddedSql } from './embedded.js';
import { JsonObjectSql, type JsonSql, shownIf, valueSql } from './json-sql.js';
import { compileList } from './list.js';
import { maskedSql } from './mask-sql.js';
import { literal, snake } from './names.js';

/** A record's JSON text, over its row and the joins it needs. */
export interface CompiledRecord {
  readonly json: JsonSql;
  /** LEFT JOINs of the records it points to: each adds at most one row, and the planner may hash them (twice as fast as a sub-query for each row). */
  readonly joins: readonly string[];
  readonly finish: Finish | null;
}

/** @param alias of the record's row, which has all columns of the model's table */
export function compileRecord(context: CompileContext, model: ReadModel, alias: string, selection: Selection): CompiledRecord {
  return new RecordCompiler(context, model, alias).compile(selection);
}

class RecordCompiler {
  private readonly json = new JsonObjectSql();
  private readonly joins: string[] = [];
  private readonly finishes: Finish[] = [];
  private readonly columns = new Set<string>();

  constructor(
    private readonly context: CompileContext,
    private readonly model: ReadModel,
    private readonly alias: string,
  ) {}

  compile(selection: Selection): CompiledRecord {
    for (const field of selection.fields) this.field(field);
    if (this.columns.size > 0) this.json.add(COLUMNS, this.columnsJson());
    const { finishes } = this;
    const finish: Finish | null = finishes.length === 0 ? null : (record) => finishes.forEach((each) => each(record));
    return { json: this.json.toSql(), joins: this.joins, finish };
  }

  private field(field: SelectedField): void {
    const { name } = field;
    const key = this.context.key(field.key, name);
    if (name === '__typename') return this.json.addText(key, `"${this.model.name}"`);
    if (name === 'hiddenFields') return this.json.add(key, this.hiddenFields());
    const definition = this.model.fields.get(name);
    const declared = objectFields(this.model).get(name);
    if (!definition && declared?.kind === null) return this.elsewhere([]);
    const shown = this.context.rules.field(this.model, name, this.alias);
    if (definition?.type === 'derived') return this.derived(field, key, definition, shown);
    this.json.add(key, shown === 'false' ? `'null'` : shownIf(shown, this.value(field, key, definition)));
  }

  private value(field: SelectedField, key: string, definition: Exclude<FieldDefinition, DerivedField> | undefined): JsonSql {
    switch (definition?.type) {
      case undefined:
      case 'column': {
        const declared = objectFields(this.model).get(field.name);
        if (!declared) throw new Error(`${this.model.name} has no field ${field.name}.`);
        const column = `${this.alias}.${definition?.column ?? snake(field.name)}`;
        const masked = this.context.rules.masked(this.model, field.name, this.alias);
        const shown = masked === 'false' ? column : maskedSql(column, masked, this.model.subject?.maskable?.[field.name]?.mask ?? 'ALL');
        return valueSql(shown, definition?.kind ?? declared.kind ?? 'JSON', declared.list);
      }
      case 'computed':
        return valueSql(definition.sql(this.alias), definition.kind, false);
      case 'money':
        return this.money(field, definition);
      case 'embedded':
        return this.embedded(field, definition);
      case 'one':
        return this.one(field, key, definition);
      case 'many':
        return this.many(field, key, definition);
    }
  }

  private money(field: SelectedField, definition: MoneyField): JsonSql {
    const json = new JsonObjectSql();
    for (const part of field.selection?.fields ?? []) {
      const key = this.context.key(part.key, part.name);
      if (part.name === '__typename') json.addText(key, '"Money"');
      else if (part.name === 'amountMinor') json.add(key, valueSql(`${this.alias}.${definition.amount}`, 'BIG_INT', false));
      else json.add(key, valueSql(`${this.alias}.${definition.currency}`, 'TEXT', false));
    }
    return shownIf(`${this.alias}.${definition.amount} IS NOT NULL`, json.toSql());
  }

  private embedded(field: SelectedField, definition: EmbeddedField): JsonSql {
    return embeddedSql(this.context, `${this.alias}.${definition.column}`, field.selection);
  }

  private one(field: SelectedField, key: string, definition: OneField): JsonSql {
    const { context } = this;
    const model = definition.model();
    const alias = context.alias();
    const conditions = [
      `${alias}.${model.tenant} = ${context.parameters.organization}`,
      `${alias}.${definition.foreign} = ${this.alias}.${definition.local}`,
      context.rules.rows(model, alias),
    ].filter((condition) => condition !== 'true');
    const record = compileRecord(context, model, alias, field.selection ?? { fields: [] });
    this.joins.push(`LEFT JOIN ${model.table} ${alias} ON ${conditions.join(' AND ')}`, ...record.joins);
    this.finishAt(key, record.finish);
    return shownIf(`${alias}.${model.key.column} IS NOT NULL`, record.json);
  }

  private many(field: SelectedField, key: string, definition: ManyField): JsonSql {
    const { context } = this;
    const model = definition.model();
    const link = (alias: string): string[] => [linkSql(context, definition, this.alias, alias), ...(definition.where ? [`(${definition.where(alias)})`] : [])];
    const selection = field.selection ?? { fields: [] };
    const order = definition.order.length > 0 ? definition.order : model.defaultSort;
    const compiled = definition.shape === 'list'
      ? compileList(context, model, selection, { link, order, limit: definition.limit })
      : compileConnection(context, model, field.args, selection, { link, order });
    this.finishAt(key, compiled.finish);
    return compiled.json;
  }

  private derived(field: SelectedField, key: string, definition: DerivedField, shown: string): void {
    const { resolve, columns } = definition;
    this.elsewhere(columns);
    // Whether the field may be seen is a column like any other: SQL decides, TypeScript obeys.
    const flag = shown === 'true' ? null : `?${field.name}`;
    if (flag) this.json.add(flag, valueSql(`coalesce(${shown}, false)`, 'BOOLEAN', false));
    if (!resolve) return;
    const { actor } = this.context;
    this.finishes.push((record) => {
      const row = record as Record<string, unknown>;
      row[key] = flag && row[flag] !== true ? null : resolve(row[COLUMNS] as Record<string, unknown>, actor, field.args);
    });
  }

  private elsewhere(columns: readonly string[]): void {
    this.context.needsExecution = true;
    for (const column of columns) this.columns.add(column);
  }

  private columnsJson(): JsonSql {
    const json = new JsonObjectSql();
    for (const column of this.columns) {
      json.add(column, shownIf(this.context.rules.column(this.model, column, this.alias), valueSql(`${this.alias}.${column}`, 'TEXT', false)));
    }
    return json.toSql();
  }

  /** A JSON list of the names of fields that the rules hide or mask on this row. */
  private hiddenFields(): JsonSql {
    const { rules } = this.context;
    const hidden = [...rules.restrictedFields(this.model)]
      .map((name) => ({ name, shown: plainSql(rules.field(this.model, name, this.alias), rules.masked(this.model, name, this.alias)) }))
      .filter(({ shown }) => shown !== 'true');
    if (hidden.length === 0) return `'[]'`;
    const names = hidden.map(({ name, shown }) => (shown === 'false' ? literal(`,"${name}"`) : `CASE WHEN ${shown} THEN '' ELSE ${literal(`,"${name}"`)} END`));
    return `'['||ltrim(${names.join('||')}, ',')||']'`;
  }

  private finishAt(key: string, finish: Finish | null): void {
    if (!finish) return;
    this.finishes.push((record) => {
      const value = (record as Record<string, unknown>)[key];
      if (value !== null && value !== undefined) finish(value);
    });
  }
}

/** Where a field is shown as it is. Both conditions stay in the text: their parameters are collected already. */
function plainSql(shown: string, masked: string): string {
  if (masked === 'false') return shown;
  return masked === 'true' && shown === 'true' ? 'false' : `(${shown}) AND (${masked}) IS NOT TRUE`;
}

function linkSql(context: CompileContext, { through, foreign, local }: ManyField, near: string, far: string): string {
  if (!through) return `${far}.${foreign} = ${near}.${local}`;
  return `${far}.${foreign} IN (SELECT l.${through.far} FROM ${through.table} l
    WHERE l.organization_id = ${context.parameters.organization} AND l.${through.near} = ${near}.${local})`;
}
