import { commonPasswords } from './common-passwords.js';
import { passwordProblem } from './password-rules.js';

describe('the rules for passwords', () => {
  let common: ReadonlySet<string>;
  beforeAll(async () => void (common = await commonPasswords()));
  const known = ['ada.lindqvist@lantern-oak.example', 'Ada Lindqvist', 'Lantern & Oak'];
  const problem = (password: string, minimum = 12): string | null => passwordProblem(password, { minimum, common, known });

  it('have the common ones at hand', () => {
    expect(common.size).toBeGreaterThan(10_000);
    expect(common.has('password')).toBe(true);
  });

  it.each(['correct horse battery', 'Tr1cycle-umbrella-9', 'voici une phrase assez longue', '这是一个很长的密码没有人会猜到它', 'x'.repeat(3) + 'kj29!fmw8Lq', 'ada likes rowing boats'])(
    'take %s', (password) => expect(problem(password)).toBeNull());

  it.each(['short', 'eleven char', ''])('refuse %j as too short', (password) => expect(problem(password)).toMatch(/12 characters or more/));

  it('count characters, not bytes or halves of them', () => {
    expect(problem('🐢🐇🦊🦉🐝🐙🐋🦔🦜🐌🦎', 12)).toMatch(/12 characters/);
    expect(problem('🐢🐇🦊🦉🐝🐙🐋🦔🦜🐌🦎🐿', 12)).toBeNull();
  });

  it.each(['passwordpassword', 'Password1234', 'P@ssw0rd!!!!', '123football123', 'footballfootball', 'm o n k e y m o n k e y'])(
    'refuse %s as common', (password) => expect(problem(password)).toMatch(/tried first/));

  it.each(['aaaaaaaaaaaaaa', 'abcabcabcabcabc', '123456789012', 'abcdefghijklmnop', 'qwertyuiopasdf', 'zyxwvutsrqpon', 'lkjhgfdsapoi'])(
    'refuse %s as a pattern', (password) => expect(problem(password)).toMatch(/pattern/));

  it.each(['ada.lindqvist@lantern-oak.example', 'AdaLindqvist1', 'lantern-oak-demo', 'Lindqvist2026!'])(
    'refuse %s as what everybody knows of the person', (password) => expect(problem(password)).toMatch(/your name/));

  it('let an organization ask for more, and allow common ones', () => {
    expect(problem('correct horse battery', 25)).toMatch(/25 characters/);
    expect(passwordProblem('Password1234', { minimum: 12, common: new Set(), known })).toBeNull();
  });
});
