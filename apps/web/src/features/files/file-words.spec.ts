import { canTryAgain, formatBytes, kindOf, kindWord, nameOfPasted, refusalOf } from './file-words';

describe('files in words', () => {
  it.each([
    ['image/png', 'IMAGE'],
    ['application/pdf', 'PDF'],
    ['text/csv', 'SHEET'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'SHEET'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'DOCUMENT'],
    ['text/plain; charset=utf-8', 'TEXT'],
    ['application/json', 'TEXT'],
    ['application/zip', 'ARCHIVE'],
    ['video/mp4', 'VIDEO'],
    ['application/octet-stream', 'OTHER'],
    ['', 'OTHER'],
  ])('%s is %s', (type, kind) => {
    expect(kindOf(type)).toBe(kind);
  });

  it('has a word for each kind', () => {
    expect(kindWord('application/pdf')).toBe('PDF');
    expect(kindWord('application/x-unheard-of')).toBe('File');
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_434, '1.4 kB'],
    [12_345, '12 kB'],
    [1_048_400, '1 MB'],
    [268_435_456, '256 MB'],
    ['1503238553', '1.4 GB'],
  ])('%s bytes read %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en-GB')).toBe(text);
  });

  it('tells the server’s reason before its own', () => {
    expect(refusalOf(413, '{"errors":[{"message":"At most 20 MB."}]}')).toBe('At most 20 MB.');
    expect(refusalOf(413, '<html>')).toBe('The file is larger than your organization allows.');
    expect(refusalOf(418, '{"errors":[]}')).toBe('The file could not be sent. Try again.');
    expect(refusalOf(0, '')).toContain('cannot be reached');
  });

  it('tries again only what may succeed', () => {
    expect([0, 401, 409, 500, 503].every(canTryAgain)).toBe(true);
    expect([400, 403, 413, 415].some(canTryAgain)).toBe(false);
  });

  it('names what was pasted by when', () => {
    expect(nameOfPasted('image/jpeg', new Date(2026, 10, 21, 9, 5, 7))).toBe('Pasted 2026-11-21 09.05.07.jpg');
    expect(nameOfPasted('application/x-thing', new Date(2026, 0, 2))).toBe('Pasted 2026-01-02 00.00.00.bin');
  });
});
