import { normalizeLine } from '@throughline/platform/kernel';

/** A column of a file. */
export interface CsvColumn {
  /** From 0. */
  index: number;
  /** The header as a person knows it; unique in the file: a repeated one gets ` (2)`, an empty one is `Column 3`. */
  name: string;
  /** What is odd about the header, for the preview; null when nothing is. */
  remark: string | null;
}

/** Names the columns of a header record so that each name says one column. */
export function nameColumns(header: readonly string[]): CsvColumn[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const written = normalizeLine(cell)?.slice(0, 200) ?? null;
    const base = written ?? `Column ${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base} (${copy})`;
    taken.add(name.toLowerCase());
    const remark = written === null ? 'This column has no header.' : name === base ? null : `The header "${base}" occurs more than once.`;
    return { index, name, remark };
  });
}

/**
 * Fits a record to the header: cells missing or left over are a mistake, except empty ones at the end.
 *
 * @returns as many cells as columns, or a sentence
 */
export function fitCells(cells: readonly string[], columns: number): string[] | { problem: string } {
  let used = cells.length;
  while (used > columns && cells[used - 1]?.trim() === '') used--;
  if (used === columns) return cells.slice(0, used);
  return { problem: `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${columns}. A delimiter inside a value needs quotes around the value.` };
}
