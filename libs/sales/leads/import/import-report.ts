import type { ColumnReport, ImportReport } from './import.types.js';
import type { ReadRow, RefusedRow, RowPlan } from './read-row.js';

const REFUSED_SAMPLES = 5;
const SAMPLE_LENGTH = 100;
/** Different reasons that are counted by themselves; line numbers are not part of a reason. */
const REASONS = 50;

/** A report of nothing yet. */
export function emptyReport(plan: RowPlan): ImportReport {
  return {
    columns: plan.columns.map((column, index): ColumnReport => ({
      name: column.name, field: plan.fields[index] ?? null, filled: 0, empty: 0, refused: 0, formulas: 0, refusedSamples: [],
    })),
    refusals: [],
  };
}

/** Counts a row that could be read into the report, in place. */
export function countRow(report: ImportReport, row: ReadRow): void {
  row.cells.forEach((state, index) => {
    const column = report.columns[index]!;
    if (state === 'EMPTY') column.empty++;
    else column.filled++;
    if (state !== 'REFUSED') return;
    column.refused++;
    const value = row.extra[column.name]?.slice(0, SAMPLE_LENGTH);
    if (value !== undefined && column.refusedSamples.length < REFUSED_SAMPLES && !column.refusedSamples.includes(value)) column.refusedSamples.push(value);
  });
  for (const index of row.formulas) report.columns[index]!.formulas++;
}

/** Counts a refused row into the report, in place. */
export function countRefusal(report: ImportReport, row: Pick<RefusedRow, 'problem'>): void {
  const found = report.refusals.find(({ problem }) => problem === row.problem);
  if (found) found.rows++;
  else if (report.refusals.length < REASONS) report.refusals.push({ problem: row.problem, rows: 1 });
  else report.refusals[REASONS - 1] = { problem: 'Other reasons.', rows: report.refusals[REASONS - 1]!.rows + 1 };
}
