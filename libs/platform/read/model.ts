import type { Type } from '@nestjs/common';
import type { SubjectDefinition } from '../access/index.js';
import type { Actor } from '../kernel/index.js';
import type { FilterDefinition } from './filters.js';

/** How a column's value is written into JSON; equal to what the GraphQL scalar of that name writes. */
export type ValueKind = 'TEXT' | 'INTEGER' | 'FLOAT' | 'BOOLEAN' | 'DATE_TIME' | 'DATE' | 'BIG_INT' | 'JSON';

/** Writes a SQL expression over the row's table alias. Values of callers never come in here. */
export type SqlOf = (alias: string) => string;

export interface ColumnField {
  readonly type: 'column';
  /** snake_case of the field's name when absent. */
  readonly column?: string;
  /** Taken from the GraphQL type when absent. */
  readonly kind?: ValueKind;
}

export interface ComputedField {
  readonly type: 'computed';
  readonly sql: SqlOf;
  readonly kind: ValueKind;
  /** Columns the expression reads: a rule that hides a field of one of them hides this field too. */
  readonly columns: readonly string[];
}

export interface MoneyField {
  readonly type: 'money';
  readonly amount: string;
  readonly currency: string;
}

/** A jsonb column whose GraphQL type is an object or a list of objects: only what is selected is taken out of it. */
export interface EmbeddedField {
  readonly type: 'embedded';
  readonly column: string;
}

export interface OneField {
  readonly type: 'one';
  readonly model: () => ReadModel;
  /** This table's column that holds the other record's id (or the value of `foreign`). */
  readonly local: string;
  /** The other table's column; `id` when absent. */
  readonly foreign: string;
}

export interface ManyField {
  readonly type: 'many';
  readonly shape: 'list' | 'connection';
  readonly model: () => ReadModel;
  /** The other table's column that holds this record's `local` value. */
  readonly foreign: string;
  /** This table's column; `id` when absent. */
  readonly local: string;
  /** Present when the records hang on a link table: rows of `foreign` = `through.far` where `through.near` = `local`. */
  readonly through?: { readonly table: string; readonly near: string; readonly far: string };
  readonly order: readonly SortTerm[];
  /** A fixed condition on the other table, for edges such as "open tasks". */
  readonly where?: SqlOf;
  /** Most rows a plain list may hold. */
  readonly limit: number;
}

export interface DerivedField {
  readonly type: 'derived';
  /** Columns that `resolve` needs; it gets them under these very names, null where a rule hides them. */
  readonly columns: readonly string[];
  /** Absent when a resolver method of the GraphQL type answers the field; it finds the columns with `columnsOf(parent)`. */
  readonly resolve?: (row: Readonly<Record<string, unknown>>, actor: Actor, args: Readonly<Record<string, unknown>>) => unknown;
}

export type FieldDefinition = ColumnField | ComputedField | MoneyField | EmbeddedField | OneField | ManyField | DerivedField;

export type SortDirection = 'ASC' | 'DESC';

/** One step of an order; `field` is a name from the model's `sorts`. Nulls come last both ways. */
export interface SortTerm {
  readonly field: string;
  readonly direction: SortDirection;
}

export interface SortDefinition {
  readonly column?: string;
  readonly sql?: SqlOf;
  /** Columns an expression reads; see `ComputedField.columns`. */
  readonly columns: readonly string[];
  /** The PostgreSQL type of the value, for the cursor's parameter: `timestamptz`, `text`, `bigint`. */
  readonly type: string;
  /** Whether the value can be null: costs a longer condition on every page but the first. */
  readonly nullable: boolean;
}

/** Full-word search: what `searchFunction` made in a migration. */
export interface SearchDefinition {
  /** The table's generated column that the function searches. */
  readonly column: string;
  /** The function that names candidate ids: `app.search_lead`. */
  readonly candidates: string;
  /** Fields it covers: a rule that hides one of them takes the search away. */
  readonly fields: readonly string[];
}

/** What may be read of one table, by whom and in what order. Made by `defineRead`. */
export interface ReadModel<T = unknown> {
  /** Name of the GraphQL type: `Lead`. */
  readonly name: string;
  readonly object: () => Type<T>;
  readonly table: string;
  /** The column that holds the tenant: `organization_id`, or `id` on the organization's own table. */
  readonly tenant: string;
  /** What tells two rows of a list apart: the last step of every order. */
  readonly key: { readonly column: string; readonly type: string };
  /** null: rows have no rules of their own and are seen with the record they belong to (quote lines). */
  readonly subject: SubjectDefinition | null;
  /** What a person calls one such record. */
  readonly label: string;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly filters: Readonly<Record<string, FilterDefinition>>;
  readonly sorts: Readonly<Record<string, SortDefinition>>;
  readonly defaultSort: readonly SortTerm[];
  readonly search: SearchDefinition | null;
  /** Values that its filters compare are so unequally frequent that one plan cannot serve them: filtered lists are planned for their very values. */
  readonly unevenFilters: boolean;
}

/** Arguments of a list, as `ReadArgs(model)` declares them for GraphQL. */
export interface ConnectionArguments {
  filter?: Readonly<Record<string, unknown>> | null;
  sort?: readonly { field: string; direction?: SortDirection | null }[] | null;
  search?: string | null;
  /** Rows of the page; 50 when absent, never more than 200. */
  first?: number | null;
  /** Cursor of the row before the page. */
  after?: string | null;
}

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 200;

/** What `Reader.connection` answers; a part is absent when the selection does not name it. */
export interface ConnectionResult<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}
