import { buildSchema } from 'graphql';
import { DocumentGuard } from './document-guard.js';
import { idempotencyOf, stableJson } from './idempotency.js';
import { readMessage } from './operation-message.js';

const schema = buildSchema('input I { a: Int, b: [String!] } type Query { a: Int } type Mutation { make(input: I, n: Int): Int, other(input: I): Int, signIn: Int }');
schema.getMutationType()!.getFields()['signIn']!.extensions = { alone: true };
const KEY = 'key-12345678';

const of = (query: string, variables: object = {}, key = KEY): { key: string; operation: string; digest: string } => {
  const message = readMessage({ query, variables });
  return idempotencyOf(key, new DocumentGuard(schema).inspect(message), message);
};

describe('idempotencyOf', () => {
  const digest = of('mutation { make(input: { a: 1, b: ["x"] }) }').digest;

  it('names key, field and arguments', () => {
    expect(of('mutation { alias: make(input: { a: 1, b: ["x"] }) }')).toEqual({ key: KEY, operation: 'make', digest });
  });

  it.each([
    ['the order of keys', 'mutation { make(input: { b: ["x"], a: 1 }) }', {}],
    ['variables', 'mutation ($i: I) { make(input: $i) }', { i: { b: ['x'], a: 1 } }],
    ['defaults of variables', 'mutation ($a: Int = 1) { make(input: { a: $a, b: ["x"] }) }', {}],
    ['variables that are not used', 'mutation ($i: I) { make(input: $i) }', { i: { a: 1, b: ['x'] }, unused: 1 }],
  ])('does not depend on %s', (_, query, variables) => {
    expect(of(query, variables).digest).toBe(digest);
  });

  it.each(['mutation { make(input: { a: 2, b: ["x"] }) }', 'mutation { make(input: { a: 1, b: ["x"] }, n: 1) }', 'mutation { make(input: { a: 1, b: ["x", "y"] }) }'])(
    'tells other arguments apart: %s', (query) => expect(of(query).digest).not.toBe(digest));

  it.each([
    ['short keys', 'mutation { make }', 'short', 'VALIDATION_FAILED'],
    ['long keys', 'mutation { make }', 'x'.repeat(129), 'VALIDATION_FAILED'],
    ['keys with other signs', 'mutation { make }', 'key 12345678', 'VALIDATION_FAILED'],
    ['queries', '{ a }', KEY, 'VALIDATION_FAILED'],
    ['several fields', 'mutation { make other }', KEY, 'LIMIT_EXCEEDED'],
    ['sign-in', 'mutation { signIn }', KEY, 'VALIDATION_FAILED'],
  ])('refuses %s', (_, query, key, code) => {
    expect(() => of(query, {}, key)).toThrow(expect.objectContaining({ code }));
  });
});

describe('stableJson', () => {
  it('is one text for one value', () => {
    expect(stableJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  });
});
