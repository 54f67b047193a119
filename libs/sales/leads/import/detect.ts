import { refuse } from '@throughline/platform/kernel';
import { CsvParser, detectDelimiter, type Encoding, nameColumns, textReader } from './csv/index.js';
import type { DetectedFile } from './import.types.js';
import { guessMapping } from './mapping.js';

/** A file may have as many columns as people can look at. */
export const MAX_COLUMNS = 300;
const SAMPLES = 5;
const SAMPLE_LENGTH = 100;

/**
 * What the beginning of a file says about the whole.
 *
 * @param head the first bytes; may end anywhere
 * @throws AppError VALIDATION_FAILED when there is no header, LIMIT_EXCEEDED for too many columns
 */
export function detectFile(head: Uint8Array, encoding: Encoding, given?: DetectedFile['delimiter']): DetectedFile {
  const text = textReader(encoding).push(head);
  const delimiter = given ?? detectDelimiter(text);
  const [header, ...records] = new CsvParser(delimiter).push(`${text}\n`);
  if (!header || header.problem !== null || header.cells.every((cell) => cell.trim() === '')) {
    const why = header?.problem ?? 'The file is empty.';
    throw refuse('VALIDATION_FAILED', `The first line must name the columns. ${why}`, 'file');
  }
  if (header.cells.length > MAX_COLUMNS) throw refuse('LIMIT_EXCEEDED', `A file may have at most ${MAX_COLUMNS} columns; this one has ${header.cells.length}.`, 'file');
  const columns = nameColumns(header.cells);
  const { mapping, preset, emptyValues } = guessMapping(columns);
  const empty = new Set(emptyValues.map((value) => value.toLowerCase()));
  const samples = columns.map(() => new Set<string>());
  for (const record of records) {
    record.cells.forEach((cell, index) => {
      const value = cell.trim().slice(0, SAMPLE_LENGTH);
      if (value !== '' && !empty.has(value.toLowerCase()) && (samples[index]?.size ?? SAMPLES) < SAMPLES) samples[index]!.add(printable(value));
    });
  }
  return { encoding, delimiter, preset, emptyValues, mapping, columns: columns.map((column, index) => ({ ...column, samples: [...samples[index]!] })) };
}

/** What a JSON column takes: no zero characters, no halves of characters. */
function printable(text: string): string {
  return text.replace(/[\p{Surrogate}\u0000]/gu, '');
}
