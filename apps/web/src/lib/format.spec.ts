import { basisPointsOf, formatBasisPoints, formatMinutes, formatMoney, formatRelative, minorDigits, parseMoney } from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatMoney', () => {
  it.each([
    ['123450', 'EUR', 'en-GB', '€1,234.50'],
    ['123450', 'EUR', 'de-DE', '1.234,50 €'],
    ['-5', 'USD', 'en-US', '-$0.05'],
    ['1234', 'JPY', 'en-US', '¥1,234'],
    ['1234567', 'KWD', 'en-US', 'KWD 1,234.567'],
    ['900719925474099312', 'USD', 'en-US', '$9,007,199,254,740,993.12'],
  ])('%s %s in %s is %s', (minor, currency, locale, expected) => {
    expect(plain(formatMoney(minor, currency, locale))).toBe(expected);
  });

  it('leaves a fraction of zero out only where asked', () => {
    expect(formatMoney('120000', 'USD', 'en-US', 'whole')).toBe('$1,200');
    expect(formatMoney('120050', 'USD', 'en-US', 'whole')).toBe('$1,200.50');
  });

  it('writes an unknown currency as it is', () => {
    expect(formatMoney('100', 'not-a-code', 'en-US')).toBe('1.00 not-a-code');
  });
});

describe('parseMoney', () => {
  it.each([
    ['1,234.5', 'USD', 'en-US', '123450'],
    ['1.234,5', 'EUR', 'de-DE', '123450'],
    ['1 234,56', 'EUR', 'fr-FR', '123456'],
    ['12', 'JPY', 'en-US', '12'],
    ['-3.10', 'USD', 'en-US', '-310'],
    ['9007199254740993.12', 'USD', 'en-US', '900719925474099312'],
  ])('%s %s in %s is %s', (text, currency, locale, expected) => {
    expect(parseMoney(text, currency, locale)).toBe(expected);
  });

  it.each(['', 'abc', '1.234', '1e5', '--1', '1.2.3'])('%p is no amount in dollars', (text) => {
    expect(parseMoney(text, 'USD', 'en-US')).toBeNull();
  });
});

describe('progress', () => {
  it('rounds down, so that 100 % means done', () => {
    expect(basisPointsOf('4799999', '480')).toBe(9_999);
    expect(formatBasisPoints(9_999, 'en-US')).toBe('99%');
    expect(formatBasisPoints(10_000, 'en-US')).toBe('100%');
  });

  it('knows that no work is not zero', () => {
    expect(basisPointsOf('0', '0')).toBeNull();
    expect(formatBasisPoints(null, 'en-US')).toBe('–');
    expect(formatBasisPoints(0, 'en-US')).toBe('0%');
  });

  it('is exact beyond what a number holds', () => {
    expect(basisPointsOf('90071992547409930000', '9007199254740993')).toBe(10_000);
  });
});

describe('times', () => {
  it.each([
    [0, '0m'],
    [59, '59m'],
    [60, '1h'],
    [200, '3h 20m'],
    [-90, '-1h 30m'],
  ])('%d minutes are %s', (minutes, expected) => {
    expect(formatMinutes(minutes)).toBe(expected);
  });

  it('speaks relative to now', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    expect(formatRelative(new Date('2026-11-21T11:59:50Z'), now, 'en-US')).toBe('now');
    expect(formatRelative(new Date('2026-11-20T12:00:00Z'), now, 'en-US')).toBe('yesterday');
    expect(formatRelative(new Date('2026-11-21T14:00:00Z'), now, 'en-US')).toBe('in 2 hr.');
  });

  it('knows the digits of a currency', () => {
    expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('KWD'), minorDigits('???')]).toEqual([2, 0, 3, 2]);
  });
});
