import { plainBody } from './plain-body';

describe('the beginning of a message', () => {
  it.each([
    ['Hello @[Ada Lindqvist](user:018f)!', 'Hello @Ada Lindqvist!'],
    ['**Look** at [the plan](https://example.org) and `npm test`', 'Look at the plan and npm test'],
    ['- one\n- two\n> three', 'one two three'],
    ['```ts\nconst a = 1;\n```', 'const a = 1;'],
    ['  plain  text ', 'plain text'],
  ])('%s', (text, plain) => {
    expect(plainBody(text)).toBe(plain);
  });
});
