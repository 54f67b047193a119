import { amounts, between, containing, days, flagged, moments, oneOf, sortOf } from './filter-input';

describe('filter inputs', () => {
  it('leaves a filter without values out', () => {
    expect([oneOf(undefined), oneOf([]), containing(undefined), flagged(undefined), days(undefined), moments(['']), between(['..']), amounts(undefined, 'EUR')]).toEqual(Array(8).fill(undefined));
  });

  it('passes choices, text and flags', () => {
    expect(oneOf(['NEW', 'WON'])).toEqual({ in: ['NEW', 'WON'] });
    expect(containing(['pine'])).toEqual({ contains: 'pine' });
    expect(flagged(['1'])).toEqual({ eq: true });
  });

  it('includes both days of a range', () => {
    expect(days(['2026-02-27..2026-02-28'])).toEqual({ gte: '2026-02-27', lte: '2026-02-28' });
    expect(moments(['2026-02-27..2026-02-28'])).toEqual({ gte: new Date(2026, 1, 27).toISOString(), lt: new Date(2026, 2, 1).toISOString() });
    expect(moments(['..2026-12-31'])).toEqual({ lt: new Date(2027, 0, 1).toISOString() });
  });

  it('takes moments as bounds', () => {
    expect(moments(['2026-02-27T10:00:00.000Z..2026-02-27T11:00:00.000Z'])).toEqual({ gte: '2026-02-27T10:00:00.000Z', lt: '2026-02-27T11:00:00.000Z' });
  });

  it('narrows numbers to whole ones and amounts to minor units', () => {
    expect(between(['1.2..9.9'])).toEqual({ gte: 2, lte: 9 });
    expect(amounts(['19.99..'], 'EUR')).toEqual({ gte: '1999' });
    expect(amounts(['..500'], 'JPY')).toEqual({ lte: '500' });
  });

  it('sorts only by fields the API knows', () => {
    expect(sortOf({ field: 'NAME', direction: 'DESC' }, ['NAME'])).toEqual([{ field: 'NAME', direction: 'DESC' }]);
    expect(sortOf({ field: 'OLD', direction: 'ASC' }, ['NAME'])).toBeUndefined();
    expect(sortOf(null, ['NAME'])).toBeUndefined();
  });
});
