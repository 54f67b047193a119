import type { CsvColumn, Delimiter, Encoding } from './csv/index.js';
import type { ImportField } from './fields.js';
import type { DateOrder } from './values.js';

/** A column of the file as the preview shows it. */
export interface DetectedColumn extends CsvColumn {
  /** Some values that are not empty. */
  samples: string[];
}

/** Which column fills which field. */
export interface ColumnMapping {
  column: number;
  field: ImportField;
}

/** What was found in a file. */
export interface DetectedFile {
  encoding: Encoding;
  delimiter: Delimiter;
  columns: DetectedColumn[];
  /** A guess from the headers. */
  mapping: ColumnMapping[];
  /** The export it was recognized as; null when it is none we know. */
  preset: ImportPreset | null;
  /** Values that mean "nothing" in this file. */
  emptyValues: string[];
}

export const IMPORT_PRESETS = ['X_EDUCATION'] as const;
export type ImportPreset = (typeof IMPORT_PRESETS)[number];

export const DUPLICATE_POLICIES = ['SKIP', 'UPDATE'] as const;
/** What to do with a lead that is there already: leave it, or fill in what the file says (never its status or owner). */
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

export const OPEN_STATUSES_OF_IMPORT = ['NEW', 'CONTACTED', 'LOST'] as const;
/** What a row becomes that says it was not converted. */
export type NotConvertedStatus = (typeof OPEN_STATUSES_OF_IMPORT)[number];

/** What the person chose. Columns without a field are kept in `extra`. */
export interface ImportSettings {
  encoding: Encoding;
  delimiter: Delimiter;
  mapping: ColumnMapping[];
  emptyValues: string[];
  onDuplicate: DuplicatePolicy;
  notConverted: NotConvertedStatus;
  dateOrder: DateOrder | null;
  /** Of amounts in the file; ISO 4217. */
  currency: string;
  /** For rows that name none. */
  source: string | null;
  /** Tags for every lead of this import. */
  tags: string[];
  /** Who gets the leads; nobody when null. */
  ownerId: string | null;
  /** Whose queue they land in; found when the import is started. */
  departmentId: string | null;
}

/** What became of a column. */
export interface ColumnReport {
  name: string;
  /** null: kept in `extra`. */
  field: ImportField | null;
  filled: number;
  empty: number;
  /** Values that could not be read as this field; they are kept in `extra`. */
  refused: number;
  /** Cells that a spreadsheet would run as a formula. */
  formulas: number;
  /** Some values that were refused. */
  refusedSamples: string[];
}

/** What became of the file. */
export interface ImportReport {
  columns: ColumnReport[];
  /** Rows refused by reason, as counted sentences. */
  refusals: { problem: string; rows: number }[];
}
