import { RateLimiter } from './rate-limiter.js';

describe('RateLimiter', () => {
  let now = 0;
  const limiter = (perMinute: number): RateLimiter => new RateLimiter(perMinute, () => now);
  const pass = (target: RateLimiter, times: number): number[] => Array.from({ length: times }, () => target.take('a'));

  it('lets a burst through, then as many as the minute allows', () => {
    const target = limiter(600);
    expect(pass(target, 100)).toEqual(Array(100).fill(0));
    expect(target.take('a')).toBe(1);
    now += 100;
    expect(pass(target, 2)).toEqual([0, 1]);
    now += 60_000;
    expect(pass(target, 101).filter((wait) => wait > 0)).toEqual([1]);
  });

  it('says how long to wait', () => {
    const target = limiter(2);
    pass(target, 20);
    expect(target.take('a')).toBe(30);
  });

  it('keeps callers apart and knows no limit at 0', () => {
    const target = limiter(60);
    pass(target, 20);
    expect(target.take('a')).toBeGreaterThan(0);
    expect(target.take('b')).toBe(0);
    expect(pass(limiter(0), 1_000)).toEqual(Array(1_000).fill(0));
  });

  it('forgets the longest silent callers, so that addresses cannot fill the memory', () => {
    const target = limiter(60);
    for (let at = 0; at < 60_000; at++) target.take(`address ${at}`);
    expect(target.size).toBe(50_000);
  });
});
