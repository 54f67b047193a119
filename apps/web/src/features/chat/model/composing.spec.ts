import { bodyOf, continued, type Editing, fenced, linked, mentionAt, mentioned, prefixed, textOf, wrapped } from './composing';

/** `a [b] c` is the text with what stands in brackets selected. */
const edit = (marked: string): Editing => ({ text: marked.replace(/[[\]]/g, ''), start: marked.indexOf('['), end: marked.indexOf(']') - 1 });
const show = ({ text, start, end }: Editing) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

describe('the composer', () => {
  it('puts marks around the selection and takes them away', () => {
    expect(show(wrapped(edit('a [b] c'), '**'))).toBe('a **[b]** c');
    expect(show(wrapped(edit('a **[b]** c'), '**'))).toBe('a [b] c');
    expect(show(wrapped(edit('a []'), '_'))).toBe('a _[]_');
  });

  it('makes lists and quotes of lines, and lines of them again', () => {
    expect(prefixed(edit('a\n[b\nc]\nd'), 'bullet').text).toBe('a\n- b\n- c\nd');
    expect(prefixed(edit('[- b\n- c]'), 'bullet').text).toBe('b\nc');
    expect(prefixed(edit('[b\nc]'), 'number').text).toBe('1. b\n2. c');
    expect(show(prefixed(edit('ab[]'), 'quote'))).toBe('> ab[]');
  });

  it('makes blocks of code and links', () => {
    expect(show(fenced(edit('a [b]')))).toBe('a \n```\n[b]\n```');
    expect(show(fenced(edit('[]')))).toBe('```\n[]\n```');
    expect(linked(edit('see [that]'))).toEqual({ text: 'see [that](https://)', start: 11, end: 19 });
    expect(linked(edit('[https://a.b]'))).toEqual({ text: '[link](https://a.b)', start: 1, end: 5 });
  });

  it('goes on with a list on a new line, and ends it on an empty item', () => {
    const after = (text: string) => continued({ text, start: text.length, end: text.length })?.text;
    expect(after('- a')).toBe('- a\n- ');
    expect(after('x\n9. a')).toBe('x\n9. a\n10. ');
    expect(after('- a\n- ')).toBe('- a\n');
    expect(after('plain')).toBeUndefined();
  });

  it('notices when somebody is being named', () => {
    expect(mentionAt('hi @to', 6)).toEqual({ from: 3, term: 'to' });
    expect(mentionAt('@', 1)).toEqual({ from: 0, term: '' });
    expect(mentionAt('@Tom Br', 7)).toEqual({ from: 0, term: 'Tom Br' });
    expect(mentionAt('mail@to', 7)).toBeNull();
    expect(mentionAt('@tom said this', 14)).toBeNull();
    expect(mentionAt('none', 4)).toBeNull();
    expect(show(mentioned('hi @to!', 3, 6, { kind: 'USER', id: '1', name: 'Tom Brandt' }))).toBe('hi @Tom Brandt []!');
  });

  it('sends names with their ids, and edits them as names', () => {
    const tom = { kind: 'USER', id: '1', name: 'Tom' } as const;
    const brandt = { kind: 'USER', id: '2', name: 'Tom Brandt' } as const;
    const agents = { kind: 'ROLE', id: 'SALES_AGENT', name: 'Sales Agent' } as const;
    const all = { kind: 'CHANNEL', id: null, name: 'channel' } as const;
    const text = '@Tom Brandt and @Tom, @Sales Agent, @channel, @Tomas ';
    const body = '@[Tom Brandt](user:2) and @[Tom](user:1), @[Sales Agent](role:SALES_AGENT), @channel, @Tomas';
    expect(bodyOf(text, [tom, brandt, agents, all])).toBe(body);
    expect(textOf(body)).toEqual({ text: text.trim(), mentions: [brandt, tom, agents] });
  });
});
