import { localeOf } from './locale-of';

describe('localeOf', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
    ['*', 'en-GB'],
    ['x_y!, fr', 'fr'],
    ['', 'en-GB'],
    [null, 'en-GB'],
  ])('%p is %s', (header, expected) => {
    expect(localeOf(header)).toBe(expected);
  });
});
