import type { ReactNode } from 'react';
import type { RowSource } from '@/graphql/use-connection';
import type { BulkAction } from '../list/bulk';
import type { ListView } from '../list/filter-bar';
import type { FilterDef } from '../list/filters';
import type { ListState } from '../list/use-list-state';

/** One column. The first one is the title: it carries the link to the record and cannot be hidden. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The server's sort field; without it the column is not sortable. */
  sort?: string;
  /** Pixels; the title column takes what is left (its width is then the least). */
  width?: number;
  /** Numbers and amounts stand at the end. */
  align?: 'start' | 'end';
  /** Not shown until the person chooses it. */
  hidden?: boolean;
  /** Where it goes on a phone's card. Default: title for the first, `meta` for the others, in order. */
  card?: 'badge' | 'meta' | 'none';
}

/** What teaches in an empty list: what will be here, and how the first one comes. */
export interface EmptyTeaching {
  title: string;
  text: string;
  action?: ReactNode;
}

export interface DataTableProps<Row> {
  /** Remembers chosen columns under this name. */
  id: string;
  /** Plural, lower case: "leads". Used in counts and empty states. */
  what: string;
  columns: readonly Column<Row>[];
  list: ListState;
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  /** A few words naming the row, for screen readers and bulk reports. */
  rowLabel: (row: Row) => string;
  /** The record's page. Without it the title is plain text. */
  rowHref?: (row: Row) => string;
  filters?: readonly FilterDef[];
  views?: readonly ListView[];
  searchPlaceholder?: string;
  /** Actions on selected rows; without any, rows are not selectable. */
  bulk?: readonly BulkAction<Row>[];
  /** Content of the peek panel; the row is null when it is not among those loaded (a link was opened). */
  peek?: (id: string, row: Row | null) => ReactNode;
  empty: EmptyTeaching;
  /** Right end of the bar, before the display settings (a board switch). */
  toolbar?: ReactNode;
}
