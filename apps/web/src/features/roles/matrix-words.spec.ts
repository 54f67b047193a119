import { stateWords, whyNotGiven } from './matrix-words';

describe('words of the matrix', () => {
  it('say why a permission cannot be given that far', () => {
    const permission = { grantable: ['OWN', 'DEPARTMENT'] as const };
    expect(whyNotGiven({ grantable: [...permission.grantable] }, 'OWN', true)).toBeNull();
    expect(whyNotGiven({ grantable: [...permission.grantable] }, 'ORGANIZATION', true)).toContain('Further than you hold it');
    expect(whyNotGiven({ grantable: [] }, 'OWN', false)).toBe('You do not hold this yourself');
  });

  it('write states as people do', () => {
    expect(['NEW', 'IN_PROGRESS'].map(stateWords)).toEqual(['New', 'In progress']);
  });
});
