import type { SqlOf } from './model.js';

/** What a filter compares: decides its operators and the GraphQL input of its values. */
export type FilterKind = 'ID' | 'TEXT' | 'ENUM' | 'INTEGER' | 'BIG_INT' | 'FLOAT' | 'DATE' | 'DATE_TIME' | 'BOOLEAN' | 'LIST';

/** One thing a list can be filtered by. */
export interface FilterDefinition {
  readonly kind: FilterKind;
  /** snake_case of the filter's name when neither this nor `sql` nor `link` is given. */
  readonly column?: string;
  readonly sql?: SqlOf;
  /** Columns an expression reads; see `ComputedField.columns`. */
  readonly columns: readonly string[];
  /** A link table: matches when a linked row has one of the values. */
  readonly link?: { readonly table: string; readonly near: string; readonly value: string };
  /** ENUM only: the registered enum object and its GraphQL name. */
  readonly values?: { readonly name: string; readonly object: () => object };
}

/** Operators as callers write them. All given ones must hold; `isNull: false` means "has a value". */
export interface FilterValue {
  eq?: unknown;
  in?: readonly unknown[] | null;
  notIn?: readonly unknown[] | null;
  contains?: string | null;
  gt?: unknown;
  gte?: unknown;
  lt?: unknown;
  lte?: unknown;
  has?: readonly string[] | null;
  isNull?: boolean | null;
}

type Where = { column: string } | { sql: SqlOf; columns: readonly string[] };

function filter(kind: FilterKind, where?: Where): FilterDefinition {
  if (!where) return { kind, columns: [] };
  return 'sql' in where ? { kind, sql: where.sql, columns: where.columns } : { kind, column: where.column, columns: [] };
}

/** eq, in, notIn, isNull. */
export const idFilter = (where?: Where): FilterDefinition => filter('ID', where);
/** eq, in, notIn, contains (any case), isNull. */
export const textFilter = (where?: Where): FilterDefinition => filter('TEXT', where);
/** eq, in, gt, gte, lt, lte, isNull. */
export const integerFilter = (where?: Where): FilterDefinition => filter('INTEGER', where);
export const bigIntFilter = (where?: Where): FilterDefinition => filter('BIG_INT', where);
export const floatFilter = (where?: Where): FilterDefinition => filter('FLOAT', where);
export const dateFilter = (where?: Where): FilterDefinition => filter('DATE', where);
export const dateTimeFilter = (where?: Where): FilterDefinition => filter('DATE_TIME', where);
/** eq, isNull. */
export const booleanFilter = (where?: Where): FilterDefinition => filter('BOOLEAN', where);
/** A `text[]` column: `has` = holds any of the values. */
export const listFilter = (where?: Where): FilterDefinition => filter('LIST', where);

/**
 * eq, in, notIn, isNull over a registered enum.
 *
 * @param name the enum's GraphQL name
 */
export function enumFilter(name: string, object: () => object, where?: Where): FilterDefinition {
  return { ...filter('ENUM', where), values: { name, object } };
}

/** Ids on a link table: `linkFilter({ table: 'task_assignee', near: 'task_id', value: 'user_id' })`; eq, in, notIn, isNull = no link. */
export function linkFilter(link: { table: string; near: string; value: string }): FilterDefinition {
  return { kind: 'ID', columns: [], link };
}
