import { HEAD_PX, scrollFor, windowOf } from './window';

describe('windowOf', () => {
  it('draws a few more rows than are in sight, in steps', () => {
    expect(windowOf(0, 800, 40, 8_800)).toEqual({ first: 0, end: 36 });
    expect(windowOf(4_000, 800, 40, 8_800)).toEqual({ first: 84, end: 132 });
    expect(windowOf(4_010, 800, 40, 8_800)).toEqual(windowOf(4_030, 800, 40, 8_800));
  });

  it('stays within the list', () => {
    expect(windowOf(0, 800, 40, 3)).toEqual({ first: 0, end: 3 });
    expect(windowOf(0, 800, 40, 0)).toEqual({ first: 0, end: 0 });
    expect(windowOf(351_000, 800, 40, 8_800).end).toBe(8_800);
    expect(windowOf(9_000, 800, 40, 10)).toEqual({ first: 9, end: 10 });
  });

  it('always holds every row in sight', () => {
    for (let scrollTop = 0; scrollTop < 3_000; scrollTop += 7) {
      const { first, end } = windowOf(scrollTop, 600, 32, 100);
      expect(first * 32).toBeLessThanOrEqual(Math.max(0, scrollTop - HEAD_PX));
      expect(end * 32 >= Math.min(3_200, scrollTop + 600)).toBe(true);
    }
  });
});

describe('scrollFor', () => {
  it('leaves a row in sight alone', () => {
    expect(scrollFor(5, 0, 800, 40)).toBe(0);
  });

  it('brings a row under the head, or up from below, by no more than needed', () => {
    expect(scrollFor(2, 400, 800, 40)).toBe(80);
    expect(scrollFor(30, 0, 800, 40)).toBe(HEAD_PX + 31 * 40 - 800);
  });
});
