import fc from 'fast-check';
import { type Block, type Inline, inline, parse, plainText, safeHref } from './markdown';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const first = (body: string): Block | undefined => parse(body)[0];

describe('formatting of messages', () => {
  it('knows bold, italics, strike and code, one in another', () => {
    expect(inline('a **b _c_** ~~d~~ `e*f*`')).toEqual([
      text('a '), { kind: 'strong', children: [text('b '), { kind: 'emphasis', children: [text('c')] }] }, text(' '), { kind: 'strike', children: [text('d')] }, text(' '), { kind: 'code', text: 'e*f*' },
    ]);
  });

  it('leaves signs that mean nothing as they are', () => {
    for (const plain of ['snake_case_name', '2*3*4', 'a * b * c', '**', '*', 'five ** six', '`', '[x]', '[x](javascript:alert(1))', 'a_b', '\u{1F600}*']) expect(inline(plain)).toEqual([text(plain)]);
    expect(inline('\\*not\\*')).toEqual([text('*not*')]);
  });

  it('links addresses, without the sentence\'s full stop', () => {
    expect(inline('see https://a.example/x_y(z). And [this](https://b.example)!')).toEqual([
      text('see '), { kind: 'link', href: 'https://a.example/x_y(z)', children: [text('https://a.example/x_y(z)')] }, text('. And '), { kind: 'link', href: 'https://b.example', children: [text('this')] }, text('!'),
    ]);
    expect(inline('(https://a.example)')[1]).toMatchObject({ href: 'https://a.example' });
  });

  it('never links what could run', () => {
    for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example', '/\\evil.example', 'file:///etc/passwd']) expect(safeHref(href)).toBeNull();
    for (const href of ['https://a.example', 'http://a.example', 'mailto:a@b.example', '/leads/1']) expect(safeHref(href)).toBe(href);
  });

  it('names people, roles and everybody', () => {
    expect(inline('@[Ada L.](user:019a-1) @[Sales Agent](role:SALES_AGENT) @channel mail@channel')).toEqual([
      { kind: 'mention', of: 'user', id: '019a-1', name: 'Ada L.' }, text(' '), { kind: 'mention', of: 'role', id: 'SALES_AGENT', name: 'Sales Agent' }, text(' '), { kind: 'mention', of: 'channel', id: null, name: 'channel' }, text(' mail@channel'),
    ]);
  });

  it('makes paragraphs, lists, quotes and blocks of code', () => {
    expect(parse('one\ntwo\n\n- a\n- b\n\n3. c\n4. d\n\n> q\n> - r\n\n```ts\nconst **x** = 1;\n\n```\nend').map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'list', 'quote', 'code', 'paragraph']);
    expect(first('one\ntwo')).toEqual({ kind: 'paragraph', children: [text('one'), { kind: 'break' }, text('two')] });
    expect(first('3. c\n4. d')).toEqual({ kind: 'list', ordered: true, start: 3, items: [[text('c')], [text('d')]] });
    expect(first('```ts\nconst **x** = 1;\n```')).toEqual({ kind: 'code', language: 'ts', text: 'const **x** = 1;' });
    expect(first('```\nopen')).toEqual({ kind: 'code', language: null, text: 'open' });
    expect(first('> - r')).toEqual({ kind: 'quote', children: [{ kind: 'list', ordered: false, start: 1, items: [[text('r')]] }] });
  });

  it('keeps markup as text', () => {
    expect(first('<img src=x onerror=alert(1)>')).toEqual({ kind: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] });
  });

  it('says a message in one line', () => {
    expect(plainText('**Hi** @[Ada](user:1)\n\n- a\n- [b](https://x.example)\n> c\n```\nd\n```')).toBe('Hi @Ada a b c d');
  });

  it('reads anything, whatever it is made of, without losing its way', () => {
    const pieces = fc.array(fc.constantFrom('*', '**', '_', '~~', '`', '```', '[', ']', '(', ')', '@', '@[', '](user:1)', '> ', '- ', '1. ', '\n', ' ', '\\', 'a', 'https://a.b', 'ü'), { maxLength: 60 });
    fc.assert(fc.property(pieces, (parts) => { parse(parts.join('')); }));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (body) => { plainText(body); }));
  });

  it('is not held up by a hostile message', () => {
    const started = performance.now();
    for (const sign of ['*a ', '**a ', '_a ', '[a](', '`a', '> ', '- ', '@[a](user:', '(https://a.b', '~~a ~', '\\*', '***', '_*a', '* *a']) parse(sign.repeat(20_000 / sign.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
