import { CsvParser } from './csv-parser.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const RECORDS = 50;

/**
 * The delimiter that splits a sample most evenly: the most records with as many cells as the first one, and at least
 * two. Of equals the one that makes more columns, then the comma.
 *
 * @param sample the file's beginning; its last line may be cut off
 */
export function detectDelimiter(sample: string): Delimiter {
  let best: { delimiter: Delimiter; share: number; cells: number } = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const records = new CsvParser(delimiter).push(`${sample}\n`).slice(0, RECORDS);
    const cells = records[0]?.cells.length ?? 0;
    if (cells < 2) continue;
    const share = records.filter((record) => record.problem === null && record.cells.length === cells).length / records.length;
    if (share > best.share || (share === best.share && cells > best.cells)) best = { delimiter, share, cells };
  }
  return best.delimiter;
}
