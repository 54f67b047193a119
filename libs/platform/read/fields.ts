import type { ColumnField, ComputedField, DerivedField, EmbeddedField, ManyField, MoneyField, OneField, ReadModel, SortTerm, SqlOf, ValueKind } from './model.js';

/** A column whose name is not the field's name in snake_case, or whose kind is not the GraphQL type's. */
export function column(name: string, kind?: ValueKind): ColumnField {
  return kind ? { type: 'column', column: name, kind } : { type: 'column', column: name };
}

/**
 * A value that SQL computes from the row: `computed('INTEGER', ['stage_entered_at'], (t) => `...${t}.stage_entered_at...`)`.
 *
 * @param columns what the expression reads, so that a rule that hides one of them hides this too
 */
export function computed(kind: ValueKind, columns: readonly string[], sql: SqlOf): ComputedField {
  return { type: 'computed', kind, columns, sql };
}

/** A `Money` object from an amount column (minor units) and a currency column; null when the amount is null. */
export function money(amount: string, currency = 'currency'): MoneyField {
  return { type: 'money', amount, currency };
}

/** A jsonb column typed as an object or a list of objects in GraphQL, stored with the very keys and values of that type. */
export function embedded(columnName: string): EmbeddedField {
  return { type: 'embedded', column: columnName };
}

/** The one record a column points to; null when there is none or when the caller may not see it. */
export function one(model: () => ReadModel, options: { local: string; foreign?: string }): OneField {
  return { type: 'one', model, local: options.local, foreign: options.foreign ?? 'id' };
}

interface ManyOptions {
  foreign?: string;
  local?: string;
  through?: { table: string; near: string; far: string };
  /** The other model's `defaultSort` when absent. */
  order?: readonly SortTerm[];
  where?: SqlOf;
  limit?: number;
}

/** Records that point here, as a plain list (`[Task!]!`): for small sets such as the lines of a quote. */
export function many(model: () => ReadModel, options: ManyOptions): ManyField {
  return manyField('list', model, options);
}

/** Records that point here, as a connection with the arguments of a list (`ReadArgs`). */
export function connection(model: () => ReadModel, options: Omit<ManyOptions, 'limit'>): ManyField {
  return manyField('connection', model, options);
}

function manyField(shape: 'list' | 'connection', model: () => ReadModel, options: ManyOptions): ManyField {
  if (!options.through && !options.foreign) throw new Error('A to-many field needs `foreign` or `through`.');
  return {
    type: 'many',
    shape,
    model,
    foreign: options.foreign ?? 'id',
    local: options.local ?? 'id',
    ...(options.through ? { through: options.through } : {}),
    order: options.order ?? [],
    ...(options.where ? { where: options.where } : {}),
    limit: options.limit ?? 200,
  };
}

/**
 * A value that TypeScript computes from columns of the row: allowed moves, a label. A query that selects it is executed
 * by graphql-js instead of being passed through, so keep it off list screens where a computed column does.
 */
export function derived(columns: readonly string[], resolve: NonNullable<DerivedField['resolve']>): DerivedField {
  return { type: 'derived', columns, resolve };
}

/** A field that a `@ResolveField` method answers (an edge that is no table); it gets these columns from `columnsOf(parent)`. */
export function resolvedElsewhere(...columns: string[]): DerivedField {
  return { type: 'derived', columns };
}
