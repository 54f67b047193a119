import { normalizeText, isFormula } from '@throughline/platform/kernel';
import { type CsvColumn, type CsvRecord, fitCells } from './csv/index.js';
import { dedupeKey } from '../dedupe-key.js';
import type { LeadStatus } from '../lead.workflow.js';
import { type ImportField, type ParseContext, type ParsedRow, parseField } from './fields.js';
import type { ImportSettings } from './import.types.js';
import { currencyDigits } from './values.js';

/** How the cells of a file are read; made once for an import. */
export interface RowPlan {
  columns: readonly CsvColumn[];
  /** By column; null: kept in `extra`. */
  fields: readonly (ImportField | null)[];
  empty: ReadonlySet<string>;
  context: ParseContext;
  settings: Pick<ImportSettings, 'notConverted' | 'source' | 'tags' | 'currency'>;
}

/** What a cell was: nothing, a value, or something its field cannot take. */
export type CellState = 'EMPTY' | 'FILLED' | 'REFUSED';

/** A row that can become a lead. */
export interface ReadRow {
  line: number;
  values: ParsedRow & { name?: string; status: LeadStatus };
  extra: Record<string, string>;
  dedupeKey: string;
  /** By column. */
  cells: CellState[];
  /** Columns whose cell a spreadsheet would run. */
  formulas: number[];
}

/** A row that cannot, with a sentence that says why. */
export interface RefusedRow {
  line: number;
  problem: string;
  cells: string[];
}

export function planRows(columns: readonly CsvColumn[], settings: ImportSettings): RowPlan {
  const byColumn = new Map(settings.mapping.map(({ column, field }) => [column, field]));
  return {
    columns,
    fields: columns.map((column) => byColumn.get(column.index) ?? null),
    empty: new Set(settings.emptyValues.map((value) => value.trim().toLowerCase())),
    context: { currencyDigits: currencyDigits(settings.currency), dateOrder: settings.dateOrder },
    settings,
  };
}

/**
 * Reads one record. A value its field cannot take is not lost: it goes to `extra` under its header. A row is refused
 * only when it does not fit the header, cannot be read at all, or says of nobody who it is.
 */
export function readRow(plan: RowPlan, record: CsvRecord): ReadRow | RefusedRow {
  const refused = (problem: string): RefusedRow => ({ line: record.line, problem, cells: record.cells });
  if (record.problem !== null) return refused(record.problem);
  const cells = fitCells(record.cells, plan.columns.length);
  if ('problem' in cells) return refused(cells.problem);
  const values: ParsedRow = {};
  const extra: Record<string, string> = {};
  const states: CellState[] = [];
  const formulas: number[] = [];
  cells.forEach((cell, index) => {
    const field = plan.fields[index] ?? null;
    const text = normalizeText(cell);
    if (text === null || plan.empty.has(text.toLowerCase())) {
      states.push('EMPTY');
      return;
    }
    if (isFormula(cell)) formulas.push(index);
    const value = field === null ? undefined : parseField(field, text, plan.context);
    if (field !== null && value !== undefined) Object.assign(values, { [field]: value });
    else extra[plan.columns[index]!.name] = text.slice(0, MAX_EXTRA_LENGTH);
    states.push(field !== null && value === undefined ? 'REFUSED' : 'FILLED');
  });
  const { firstName, lastName, converted, ...rest } = values;
  const name = rest.name ?? ([firstName, lastName].filter((part) => part !== undefined).join(' ') || undefined);
  const key = dedupeKey({ ...rest, name: name ?? null });
  if (key === null) return refused('This row has no name, company, e-mail address, telephone number or external id.');
  const status = statusOf(converted, rest.status, plan.settings.notConverted);
  return {
    line: record.line, values: { ...rest, ...(name ? { name } : {}), source: rest.source ?? plan.settings.source ?? undefined, status } as ReadRow['values'],
    extra, dedupeKey: key, cells: states, formulas,
  };
}

/** What fits into one value of `extra`. */
const MAX_EXTRA_LENGTH = 5_000;

/** A conversion counts whatever the status says; a row that says no more than "not converted" gets the chosen status. */
function statusOf(converted: boolean | undefined, status: LeadStatus | undefined, notConverted: LeadStatus): LeadStatus {
  if (converted === true) return 'CONVERTED';
  if (status && !(converted === false && status === 'CONVERTED')) return status;
  return converted === false ? notConverted : 'NEW';
}
