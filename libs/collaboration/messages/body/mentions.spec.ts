import { AppError } from '@throughline/platform/kernel';
import * as fc from 'fast-check';
import { addressees, mentionsIn, MOST_MENTIONS, readableText, withNames } from './mentions.js';

const ANA = '01890a5d-ac96-774b-bcce-b302099a8057';
const id = (index: number): string => `01890a5d-ac96-774b-bcce-${String(index).padStart(12, '0')}`;
const found = (body: string): string[] => mentionsIn(body).map(({ kind, id: whom, name }) => `${kind} ${whom ?? ''} ${name}`.replace(/ +/g, ' '));
const refusal = (body: string): string => {
  try {
    mentionsIn(body);
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.problems[0]!.path.join('.')}`;
  }
  return 'allowed';
};

describe('mentions', () => {
  it.each([
    ['a person', `Hello @[Ana](user:${ANA})!`, [`USER ${ANA} Ana`]],
    ['a person at the start', `@[Ana B.](user:${ANA.toUpperCase()})`, [`USER ${ANA} Ana B.`]],
    ['a role', 'ask @[Sales Agents](role:SALES_AGENT).', ['ROLE SALES_AGENT Sales Agents']],
    ['everybody', '@channel, look', ['CHANNEL channel']],
    ['everybody in brackets', '(@channel)', ['CHANNEL channel']],
    ['several', `@channel @[Ana](user:${ANA})\n> @[Ana](user:${ANA})`, ['CHANNEL channel', `USER ${ANA} Ana`, `USER ${ANA} Ana`]],
    ['behind an even number of backslashes', '\\\\@channel', ['CHANNEL channel']],
    ['after code', '`x` @channel', ['CHANNEL channel']],
    ['after a closed block', '```\nx\n```\n@channel', ['CHANNEL channel']],
    ['beside a lone backtick', 'it`s @channel', ['CHANNEL channel']],
  ])('finds %s', (_, body, mentions) => {
    expect(found(body)).toEqual(mentions);
  });

  it.each([
    ['an address', 'mail ana@channel.example'],
    ['a longer word', '@channels @channel_x @channel-y'],
    ['another word', '@everyone @here @Channel'],
    ['a path', 'npm i @scope/@channel'],
    ['behind a backslash', '\\@channel'],
    ['a span of code', 'type `@channel` here'],
    ['a span with longer rows', '`` ` @channel ``'],
    ['a block', '```\n@channel\n```'],
    ['an open block', 'x\n~~~ts\n@channel'],
    ['a block that a shorter row does not close', '````\n```\n@channel\n````'],
    ['half a mention', '@[Ana](user:) @[Ana] (user:x) @[](role:X) @[Ana](team:X)'],
    ['a name over two lines', '@[An\na](role:X)'],
  ])('does not take %s for one', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  it('refuses a person who cannot be, at the body', () => {
    expect(refusal('@[Ana](user:ana)')).toBe('VALIDATION_FAILED body');
    expect(refusal('`@[Ana](user:ana)`')).toBe('allowed');
  });

  it('counts people, not mentions, and takes fifty', () => {
    const people = (count: number): string => Array.from({ length: count }, (_, index) => `@[P](user:${id(index)})`).join(' ');
    expect([refusal(people(MOST_MENTIONS)), refusal(people(MOST_MENTIONS + 1)), refusal(`@[P](user:${ANA}) `.repeat(500))]).toEqual(['allowed', 'LIMIT_EXCEEDED body', 'allowed']);
  });

  it('names each addressee once', () => {
    expect(addressees(mentionsIn(`@[A](user:${ANA}) @channel @[B](user:${ANA}) @channel`))).toEqual([{ kind: 'USER', id: ANA, name: 'A' }, { kind: 'CHANNEL', id: null, name: 'channel' }]);
  });

  it('puts the real names in, and nothing else', () => {
    const body = `Dear @[The Boss](user:${ANA}), @channel: \`@[x](user:${ANA})\``;
    expect(withNames(body, mentionsIn(body), () => 'Ana [PM]\n')).toBe(`Dear @[Ana  PM](user:${ANA}), @channel: \`@[x](user:${ANA})\``);
  });

  it('reads as people read it', () => {
    expect(readableText(`@[Ana](user:${ANA}) and @[Sales](role:SALES_AGENT), @channel`)).toBe('@Ana and @Sales, @channel');
  });

  it('finds again in what it wrote what it found, whatever the text', () => {
    const piece = fc.constantFrom('@channel', `@[Ana](user:${ANA})`, '@[R](role:R)', '`', '```', '\n', ' ', '\\', 'word', '>', '~~~');
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), (body) => {
      const first = mentionsIn(body);
      const again = mentionsIn(withNames(body, first, ({ name }) => name));
      expect(again).toEqual(first);
    }));
  });

  it('takes a text of nothing but backticks', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => '`'.repeat((index % 5) + 1)).join(' ');
    expect(found(`${rows} \n@channel`)).toEqual(['CHANNEL channel']);
  });
});
