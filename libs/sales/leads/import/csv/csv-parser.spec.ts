import fc from 'fast-check';
import { CsvParser, MAX_RECORD_LENGTH, type CsvRecord } from './csv-parser.js';

const parse = (text: string, delimiter = ',', piece = text.length || 1): CsvRecord[] => {
  const parser = new CsvParser(delimiter);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += piece) records.push(...parser.push(text.slice(at, at + piece)));
  return [...records, ...parser.end()];
};
const good = (line: number, ...cells: string[]): CsvRecord => ({ line, cells, problem: null });

describe('CsvParser', () => {
  it.each<[string, string, CsvRecord[]]>([
    ['plain', 'a,b\nc,d\n', [good(1, 'a', 'b'), good(2, 'c', 'd')]],
    ['no line end at the end', 'a,b', [good(1, 'a', 'b')]],
    ['CRLF and lone CR', 'a,b\r\nc,d\re,f', [good(1, 'a', 'b'), good(2, 'c', 'd'), good(3, 'e', 'f')]],
    ['empty lines are no records', '\n\na\n\nb\n', [good(3, 'a'), good(5, 'b')]],
    ['empty cells', ',\n,,', [good(1, '', ''), good(2, '', '', '')]],
    ['quotes', '"a","b ""c"" d",""', [good(1, 'a', 'b "c" d', '')]],
    ['a delimiter and line ends in quotes', '"a,b","c\nd\r\ne"\nf,g', [good(1, 'a,b', 'c\nd\r\ne'), good(4, 'f', 'g')]],
    ['spaces around quotes', ' "a" , "b"', [good(1, 'a', 'b')]],
    ['spaces without quotes', ' a , b ', [good(1, ' a ', ' b ')]],
    ['a quote inside an unquoted cell', '5" pipe,x', [good(1, '5" pipe', 'x')]],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(parse(text)).toEqual(expected);
    expect(parse(text, ',', 1)).toEqual(expected);
  });

  it('reports a quote that is never closed with its line and reads on after it', () => {
    expect(parse('a,b\n"never,closed\nc,d\n')).toEqual([
      good(1, 'a', 'b'),
      { line: 2, cells: [], problem: 'The quote that opens in column 1 is never closed.' },
      good(3, 'c', 'd'),
    ]);
  });

  it('reports text after a closing quote and reads on at the next line, even where the quotes paired up wrongly', () => {
    const after = 'Column 2 goes on after its closing quote. Write a quote inside a quoted cell twice.';
    expect(parse('1,"a"b\n2,c\n')).toEqual([{ line: 1, cells: [], problem: after }, good(2, '2', 'c')]);
    expect(parse('1,"open\n2,"ok",x\n3,y')).toEqual([{ line: 1, cells: [], problem: after }, good(2, '2', 'ok', 'x'), good(3, '3', 'y')]);
  });

  it('keeps counting lines through all of it, whatever the pieces', () => {
    const text = 'h\r\n"x\r\ny"\r"z"q\r\n\r\nlast\r"open\rend';
    const expected = parse(text);
    expect(expected.map((record) => record.line)).toEqual([1, 2, 4, 6, 7, 8]);
    for (let piece = 1; piece <= text.length; piece++) expect(parse(text, ',', piece)).toEqual(expected);
  });

  it('gives up a quoted cell, and a line, that is too long, without reading the whole file first', () => {
    const parser = new CsvParser(',');
    expect(parser.push(`a,"${'x\n'.repeat(MAX_RECORD_LENGTH / 2)}`)[0]).toEqual({ line: 1, cells: [], problem: 'The quote that opens in column 2 is never closed.' });
    const line = new CsvParser(',');
    const problem = { line: 1, cells: [], problem: 'This line is longer than 100,000 characters.' };
    expect(line.push('y'.repeat(MAX_RECORD_LENGTH + 1))).toEqual([problem]);
    expect(line.push('y'.repeat(MAX_RECORD_LENGTH + 1))).toEqual([]);
    expect(line.push('\nb,c\n')).toEqual([good(2, 'b', 'c')]);
    expect(parse(`${'z,'.repeat(MAX_RECORD_LENGTH)}\nb`)).toEqual([problem, good(2, 'b')]);
  });

  it('reads back whatever was written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '\t', '=') });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), fc.constantFrom(',', ';', '\t'), fc.integer({ min: 1, max: 9 }), (rows, delimiter, piece) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
      expect(parse(text, delimiter, piece).map((record) => record.cells)).toEqual(rows);
    }));
  });

  it('never loses a line of anything: every record says where it starts, in order, and all pieces agree', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') });
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 5 }), (content, piece) => {
      const whole = parse(content);
      expect(parse(content, ',', piece)).toEqual(whole);
      const lines = whole.map((record) => record.line);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      expect(lines.at(-1) ?? 0).toBeLessThanOrEqual(content.split(/\r\n|\r|\n/).length);
    }), { numRuns: 500 });
  });
});
