import { readFileSync } from 'node:fs';
import { AppError, csvCell, isFormula } from '@throughline/platform/kernel';
import { fitCells, nameColumns } from './columns.js';
import { detectDelimiter } from './delimiter.js';
import { EncodingDetector, textReader, type Encoding } from './encoding.js';

const detect = (bytes: Uint8Array, piece = bytes.length || 1): Encoding => {
  const detector = new EncodingDetector();
  for (let at = 0; at < bytes.length; at += piece) detector.push(bytes.subarray(at, at + piece));
  return detector.finish();
};
const utf16 = (text: string, swap: boolean): Buffer => (swap ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));

describe('EncodingDetector', () => {
  it.each<[string, Uint8Array, Encoding, string]>([
    ['ASCII', Buffer.from('name,city'), 'UTF_8', 'name,city'],
    ['UTF-8', Buffer.from('José,日本'), 'UTF_8', 'José,日本'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffJosé'), 'UTF_8', 'José'],
    ['UTF-16LE with a mark', utf16('\ufeffname,José', false), 'UTF_16LE', 'name,José'],
    ['UTF-16BE with a mark', utf16('\ufeffname,José', true), 'UTF_16BE', 'name,José'],
    ['UTF-16LE without', utf16('name,José', false), 'UTF_16LE', 'name,José'],
    ['UTF-16BE without', utf16('name,José', true), 'UTF_16BE', 'name,José'],
    ['Latin-1', Buffer.from('José,Müller', 'latin1'), 'WINDOWS_1252', 'José,Müller'],
    ['Windows-1252 quotes and euro', Buffer.from([0x93, 0x41, 0x94, 0x80, 0x9f]), 'WINDOWS_1252', '“A”€Ÿ'],
    ['nothing', Buffer.alloc(0), 'UTF_8', ''],
  ])('%s', (_, bytes, encoding, text) => {
    expect(detect(bytes)).toBe(encoding);
    expect(detect(bytes, 1)).toBe(encoding);
    const reader = textReader(encoding);
    expect([...bytes].map((byte) => reader.push(Uint8Array.of(byte))).join('') + reader.end()).toBe(text);
  });

  it('looks at the whole file, not only at its beginning', () => {
    const late = Buffer.concat([Buffer.from('a,b\n'.repeat(50_000)), Buffer.from('José', 'latin1'), Buffer.from('\nx,y')]);
    expect(detect(late, 65_536)).toBe('WINDOWS_1252');
    expect(detect(Buffer.concat([Buffer.from('a'), Buffer.from('é').subarray(0, 1)]))).toBe('WINDOWS_1252');
  });

  it.each([
    ['Excel', Buffer.from('PK\u0003\u0004rest'), /Excel/],
    ['anything binary', Buffer.from([1, 0, 0, 0, 2, 0, 0, 3]), /not a text file/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => detect(bytes)).toThrow(AppError);
    expect(() => detect(bytes)).toThrow(message);
  });
});

describe('detectDelimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb\n1, and more\t2\n', '\t'],
    ['a|b\n1|2', '|'],
    ['"a;b;c;d",x\n"1;2",y\n', ','],
    ['only one column\nof text, with a comma', ','],
    ['', ','],
  ])('%j', (sample, delimiter) => expect(detectDelimiter(sample)).toBe(delimiter));

  it('finds the comma in the X Education data', () => {
    expect(detectDelimiter(readFileSync(`${import.meta.dirname}/../../testing/leads-sample.csv`, 'utf8'))).toBe(',');
  });
});

describe('nameColumns', () => {
  it('makes every name unique and says what is odd', () => {
    expect(nameColumns(['Name', ' e-mail ', 'name', '', 'Name', ''])).toEqual([
      { index: 0, name: 'Name', remark: null },
      { index: 1, name: 'e-mail', remark: null },
      { index: 2, name: 'name (2)', remark: 'The header "name" occurs more than once.' },
      { index: 3, name: 'Column 4', remark: 'This column has no header.' },
      { index: 4, name: 'Name (3)', remark: 'The header "Name" occurs more than once.' },
      { index: 5, name: 'Column 6', remark: 'This column has no header.' },
    ]);
  });
});

describe('fitCells', () => {
  it('takes what fits and empty cells at the end', () => {
    expect(fitCells(['a', 'b'], 2)).toEqual(['a', 'b']);
    expect(fitCells(['a', 'b', ' ', ''], 2)).toEqual(['a', 'b']);
    expect(fitCells(['a', ''], 2)).toEqual(['a', '']);
  });

  it.each([[['a']], [['a', 'b', 'c']]])('refuses %j for two columns', (cells) => {
    expect(fitCells(cells, 2)).toEqual({ problem: `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has 2. A delimiter inside a value needs quotes around the value.` });
  });
});

describe('formulas', () => {
  it.each(['=1+1', ' =cmd|x', '@SUM(A1)', '+cmd', '-2+cmd|1', '\tx', '\r=x', '+1;=2'])('%j is one', (cell) => expect(isFormula(cell)).toBe(true));
  it.each(['', 'a=b', '+1 (415) 555-0100', '-12.50', '+34', '- 5', 'x@example.org'])('%j is none', (cell) => expect(isFormula(cell)).toBe(false));

  it('are written as plain text', () => {
    expect(csvCell('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
    expect(csvCell('+cmd')).toBe("'+cmd");
    expect(csvCell('plain')).toBe('plain');
    expect(csvCell('a\nb')).toBe('"a\nb"');
    expect(isFormula(csvCell('@x'))).toBe(false);
  });
});
