import { FrequentStatements } from './frequent-statements.js';

describe('FrequentStatements', () => {
  const use = (statements: FrequentStatements, text: string, times: number): (string | undefined)[] => Array.from({ length: times }, () => statements.nameOf(text));

  it('names what is sent often, always the same, and nothing else', () => {
    const statements = new FrequentStatements();
    expect(use(statements, 'SELECT a FROM b', 6)).toEqual([undefined, undefined, undefined, undefined, 'often 1', 'often 1']);
    expect(use(statements, 'UPDATE b SET a = $1', 5)[4]).toBe('often 2');
    expect(statements.nameOf('SELECT a FROM b')).toBe('often 1');
  });

  it.each(['SELECT * FROM b', 'select b.* FROM b', 'SELECT a, b.* FROM b', 'INSERT INTO b VALUES (1) RETURNING *'])('never keeps %s: its columns may change', (text) => {
    expect(new Set(use(new FrequentStatements(), text, 20))).toEqual(new Set([undefined]));
  });

  it.each(['SELECT count(*), a * 2 FROM b', 'SELECT * FROM app.open_work_tree($1)'])('keeps %s', (text) => {
    expect(use(new FrequentStatements(), text, 5)[4]).toBe('often 1');
  });

  it('is bounded, whatever is made up', () => {
    const statements = new FrequentStatements();
    for (let each = 0; each < 1_000; each++) use(statements, `SELECT ${each}`, 5);
    expect(statements.nameOf('SELECT 399')).toBe('often 400');
    expect(use(statements, 'SELECT 400', 9).every((name) => name === undefined)).toBe(true);
  });
});
