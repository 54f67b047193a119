import { newRefreshToken, openSuccessor, refreshTokenHash, sealSuccessor } from './refresh-token.js';

describe('refresh tokens', () => {
  it('are 256 random bits', () => {
    const tokens = Array.from({ length: 100 }, newRefreshToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('open what was sealed with them and nothing else', () => {
    const [token, successor] = [newRefreshToken(), newRefreshToken()];
    const sealed = sealSuccessor(token, successor);
    expect(openSuccessor(token, sealed)).toBe(successor);
    expect(() => openSuccessor(newRefreshToken(), sealed)).toThrow();
    // What the database keeps of a token does not open it either.
    expect(() => openSuccessor(refreshTokenHash(token).toString('base64url'), sealed)).toThrow();
    sealed[20]! ^= 1;
    expect(() => openSuccessor(token, sealed)).toThrow();
  });
});
