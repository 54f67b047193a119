import { datePresets, rangeOf, toRange } from './filters';

describe('ranges', () => {
  it.each([
    ['1..5', { from: '1', to: '5' }],
    ['1..', { from: '1', to: null }],
    ['..5', { from: null, to: '5' }],
    [undefined, { from: null, to: null }],
  ])('%p', (text, expected) => {
    expect(rangeOf(text)).toEqual(expected);
  });

  it('is nothing without an end', () => {
    expect(toRange(null, null)).toBeNull();
    expect(toRange('2026-01-01', null)).toBe('2026-01-01..');
  });

  it('counts the presets in whole days, across a month', () => {
    const presets = Object.fromEntries(datePresets(new Date(2026, 2, 3, 23, 30)).map(({ label, value }) => [label, value]));
    expect(presets).toMatchObject({
      Today: '2026-03-03..2026-03-03',
      'Last 7 days': '2026-02-25..',
      'This month': '2026-03-01..',
      'This quarter': '2026-01-01..',
      'Next 7 days': '2026-03-03..2026-03-10',
      'Before today': '..2026-03-02',
    });
  });
});
