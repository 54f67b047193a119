import { PreparedStatements } from './prepared-statements.js';

describe('PreparedStatements', () => {
  it('evicts what was not used for longest', () => {
    const statements = new PreparedStatements(2);
    expect(statements.use('a')).toEqual({ known: false });
    expect(statements.use('b')).toEqual({ known: false });
    expect(statements.use('a')).toEqual({ known: true });
    expect(statements.use('c')).toEqual({ known: false, evicted: 'b' });
    expect(statements.use('b')).toEqual({ known: false, evicted: 'a' });
    expect(statements.use('c')).toEqual({ known: true });
  });

  it('hands out doubtful names once and prepares them again', () => {
    const statements = new PreparedStatements(2);
    statements.use('a');
    statements.doubt(['a']);
    expect(statements.takeDoubtful()).toEqual(['a']);
    expect(statements.takeDoubtful()).toEqual([]);
    expect(statements.use('a')).toEqual({ known: false });
  });
});
