import { AppError } from '@throughline/platform/kernel';
import * as fc from 'fast-check';
import { MOST_CHARACTERS, MOST_LINES, storedBody } from './message-body.js';

const refusal = (body: string): string => {
  try {
    storedBody(body);
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.problems[0]!.path.join('.')}`;
  }
  return 'allowed';
};

describe('the text of a message', () => {
  it.each([
    ['stays as it was written inside', '  a  b\n\tcode', '  a  b\n\tcode'],
    ['has line breaks of one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['has no blank ends', '\n\n a \t\nb  \n\n', ' a\nb'],
    ['is composed', 'e\u0301', '\u00e9'],
    ['holds nothing invisible', 'a\u0000b\u200bc\ufeffd\u0007', 'abcd'],
    ['reads forwards', 'a\u202eb\u2066c', 'abc'],
    ['keeps joined emoji', '👩‍💻', '👩‍💻'],
    ['piles no marks', `a${'\u0336'.repeat(40)}`, `a${'\u0336'.repeat(4)}`],
    ['has three empty lines at most', 'a\n\n\n\n\n\n\nb', 'a\n\n\nb'],
    ['keeps what looks like HTML as text', '<b>x</b> & <script>', '<b>x</b> & <script>'],
    ['is nothing when blank', ' \n\t \u200b', ''],
  ])('%s', (_, written, stored) => {
    expect(storedBody(written)).toBe(stored);
  });

  it.each([
    ['the longest', 'x'.repeat(MOST_CHARACTERS), 'allowed'],
    ['one more', 'x'.repeat(MOST_CHARACTERS + 1), 'LIMIT_EXCEEDED body'],
    ['the longest of wide characters', '🎉'.repeat(MOST_CHARACTERS), 'allowed'],
    ['one wide one more', '🎉'.repeat(MOST_CHARACTERS + 1), 'LIMIT_EXCEEDED body'],
    ['the most lines', 'x\n'.repeat(MOST_LINES - 1) + 'x', 'allowed'],
    ['one line more', 'x\n'.repeat(MOST_LINES) + 'x', 'LIMIT_EXCEEDED body'],
    ['the most links', 'https://a.b '.repeat(100), 'allowed'],
    ['one link more', 'http://a.b '.repeat(101), 'LIMIT_EXCEEDED body'],
    ['the deepest quote', `${'> '.repeat(10)}x`, 'allowed'],
    ['one deeper', `${'>'.repeat(11)}x`, 'LIMIT_EXCEEDED body'],
  ])('takes or refuses %s', (_, body, outcome) => {
    expect(refusal(body)).toBe(outcome);
  });

  it('is stable: what was stored is stored as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const stored = storedBody(text);
      expect(storedBody(stored)).toBe(stored);
    }));
  });
});
