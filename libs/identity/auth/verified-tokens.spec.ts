import { createHmac } from 'node:crypto';
import { newId } from '@throughline/platform/kernel';
import { AccessTokens, ACCESS_TOKEN_SECONDS } from './access-token.js';
import { JwtStrategy } from './jwt.strategy.js';
import { VerifiedTokens } from './verified-tokens.js';

const claims = { sub: newId(), sid: newId(), org: newId() };

describe('VerifiedTokens', () => {
  it('forgets a token in the second it expires', () => {
    let now = 1_000_000;
    const tokens = new VerifiedTokens(10, () => now);
    tokens.remember('a', claims, 1_001);
    now = 1_000_999;
    expect(tokens.get('a')).toEqual(claims);
    now = 1_001_000;
    expect(tokens.get('a')).toBeUndefined();
    expect(tokens.size).toBe(0);
  });

  it('keeps so many and no more, the newest', () => {
    const tokens = new VerifiedTokens(2, () => 0);
    for (const token of ['a', 'b', 'c']) tokens.remember(token, claims, 1);
    expect([tokens.get('a'), tokens.get('b'), tokens.get('c')]).toEqual([undefined, claims, claims]);
  });
});

describe('JwtStrategy', () => {
  const issuer = new AccessTokens({ appSecret: 'a secret of thirty-two characters or more' });
  const strategy = new JwtStrategy(issuer);
  const said = (token: string): Promise<unknown> => strategy.claimsOf({ authorization: `Bearer ${token}`, cookies: {} });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('takes a token again and again until it expires, and no other text for it', async () => {
    jest.useFakeTimers({ now: 1_800_000_000_000, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const token = issuer.sign(claims);
    expect([await said(token), await said(token)]).toEqual([claims, claims]);
    const [head = '', body = '', signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()) as object, sub: newId() })).toString('base64url');
    expect(await said(`${head}.${forged}.${signature}`)).toBeNull();
    expect(await said(`${head}.${body}.${createHmac('sha256', 'another key').update(`${head}.${body}`).digest('base64url')}`)).toBeNull();
    jest.setSystemTime(1_800_000_000_000 + ACCESS_TOKEN_SECONDS * 1_000 - 1);
    expect(await said(token)).toEqual(claims);
    jest.setSystemTime(1_800_000_000_000 + ACCESS_TOKEN_SECONDS * 1_000);
    expect(await said(token)).toBeNull();
  });
});
