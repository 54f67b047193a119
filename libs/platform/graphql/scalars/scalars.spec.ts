import { type GraphQLScalarType, parseValue } from 'graphql';
import { BigIntScalar, DateScalar, DateTimeScalar, JsonScalar } from './index.js';

/** As a variable, and as a literal in a document. */
const both = (scalar: GraphQLScalarType, value: unknown): unknown[] => [
  scalar.parseValue(value),
  scalar.parseLiteral(parseValue(JSON.stringify(value).replace(/"([a-z_]+)":/g, '$1:')), {}),
];

describe('scalars', () => {
  it.each([
    ['2026-11-21T09:30:00Z', '2026-11-21T09:30:00.000Z'],
    ['2026-11-21T09:30:00.123456+02:00', '2026-11-21T07:30:00.123Z'],
    ['2024-02-29T23:59:59-11:30', '2024-03-01T11:29:59.000Z'],
  ])('DateTime reads %s', (text, iso) => {
    for (const parsed of both(DateTimeScalar, text)) expect((parsed as Date).toISOString()).toBe(iso);
    expect(DateTimeScalar.serialize(text)).toBe(iso);
    expect(DateTimeScalar.serialize(new Date(iso))).toBe(iso);
  });

  it.each([
    '2026-11-21', '2026-11-21T09:30:00', '2026-06-31T00:00:00Z', '2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T24:00:00Z', '0000-01-01T00:00:00Z',
    '2026-11-21 09:30:00Z', 'today', '', 1763717400000, true, null, {}, [],
  ])('DateTime refuses %j', (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('A DateTime must be');
  });

  it('DateTime never writes an invalid date', () => {
    expect(() => DateTimeScalar.serialize(new Date(Number.NaN))).toThrow('This is not a DateTime.');
  });

  it('Date reads real days only', () => {
    expect(both(DateScalar, '2024-02-29')).toEqual(['2024-02-29', '2024-02-29']);
    for (const value of ['2026-02-29', '2026-04-31', '2026-00-10', '2026-1-1', '2026-01-01T00:00:00Z', 20260101, null]) {
      expect(() => DateScalar.parseValue(value)).toThrow('A Date must be');
    }
  });

  it('BigInt keeps every digit within 64 bits', () => {
    for (const text of ['9223372036854775807', '-9223372036854775808', '0', '-1']) {
      expect(both(BigIntScalar, text)).toEqual([BigInt(text), BigInt(text)]);
      expect(BigIntScalar.serialize(BigInt(text))).toBe(text);
    }
    expect(both(BigIntScalar, 1250)).toEqual([1250n, 1250n]);
    for (const value of ['9223372036854775808', '-9223372036854775809', '1.5', '1e3', '', ' 1', 1.5, 2 ** 53, null, true, {}]) {
      expect(() => BigIntScalar.parseValue(value)).toThrow('A BigInt must be');
    }
  });

  it('JSON reads any value, as variable and as literal', () => {
    const value = { a: [1, 'x', null, true, { b: 1.5 }] };
    expect(both(JsonScalar, value)).toEqual([value, value]);
    expect(JsonScalar.parseLiteral(parseValue('{ a: $v }'), { v: 7 })).toEqual({ a: 7 });
    expect(() => JsonScalar.parseLiteral(parseValue('{ __proto__: { a: 1 } }'), {})).toThrow('__proto__');
    expect(() => JsonScalar.parseLiteral(parseValue('RED'), {})).toThrow('enum');
  });
});
