import { bcryptCost, PasswordHasher } from './password-hasher.js';

describe('passwords', () => {
  const hasher = new PasswordHasher({ environment: 'test' });

  it('fit their hash and no other', async () => {
    const hash = await hasher.hash('correct horse battery');
    expect(await hasher.verify('correct horse battery', hash)).toBe(true);
    expect(await hasher.verify('correct horse batterz', hash)).toBe(false);
    expect(await hasher.hash('correct horse battery')).not.toBe(hash);
  });

  it('count beyond the 72nd byte and beyond a zero byte', async () => {
    const long = 'x'.repeat(200);
    expect(await hasher.verify(`${long}b`, await hasher.hash(`${long}a`))).toBe(false);
    expect(await hasher.verify('before the zero\0two', await hasher.hash('before the zero\0one'))).toBe(false);
  });

  it('are the same however their letters are composed', async () => {
    expect(await hasher.verify('cafe\u0301 au lait...', await hasher.hash('caf\u00e9 au lait...'))).toBe(true);
  });

  it('never fit where there is no account', async () => {
    for (const guess of ['', 'x', 'a longer guess than that']) expect(await hasher.verify(guess, null)).toBe(false);
  });

  it('have 12 to 1,000 characters', async () => {
    for (const wrong of ['eleven char', 'x'.repeat(1_001)]) expect(() => hasher.hash(wrong)).toThrow(/A password has/);
    await hasher.hash('twelve chars');
  });

  it('are hashed at cost 12, or 4 in tests; less is refused', () => {
    expect([bcryptCost('production'), bcryptCost('development'), bcryptCost('test')]).toEqual([12, 12, 4]);
    for (const environment of ['production', 'development'] as const) {
      expect(bcryptCost(environment, 13)).toBe(13);
      expect(() => bcryptCost(environment, 11)).toThrow('cost 12 or more');
    }
  });

  it('are hashed two at a time; a flood is refused instead of queued', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => hasher.verify('a guess', null)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(42);
    expect(await hasher.verify('a guess', null)).toBe(false);
  });
});
