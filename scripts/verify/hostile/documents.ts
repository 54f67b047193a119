import { type Random, repeat } from './random.js';

/** A GraphQL operation as JSON text, as an attacker writes it. */
type Hostile = (random: Random) => string;

const json = (query: unknown, more: object = {}): string => JSON.stringify({ query, ...more });
const nested = (levels: number): string => `{ ${'a { '.repeat(levels)}a${' }'.repeat(levels)} }`;
const VIEWER = '{ viewer { id } }';
const LEAD = 'query ($id: ID!) { lead(id: $id) { id } }';
const LEADS = 'query ($n: Int) { leads(first: $n) { totalCount } }';

/** Documents and variables that ask for too much or make no sense; chance makes each one different. */
export const HOSTILE: Record<string, Hostile> = {
  'deep nesting': (random) => json(nested(random.between(20, 1_200))),
  'deep brackets': (random) => json(`{ viewer(a: ${'['.repeat(random.between(50, 5_000))}`),
  'unclosed braces': (random) => json('{ viewer '.repeat(random.between(1, 500))),
  'alias bomb': (random) => json(`{ ${repeat(random.between(50, 500), (at) => `a${at}: viewer { id }`)} }`),
  'repeated field': (random) => json(`{ viewer { ${'id '.repeat(random.between(10, 2_000))} } }`),
  'directive overload': (random) => json(`{ viewer ${'@skip(if: false) '.repeat(random.between(50, 300))} { id } }`),
  'unknown directives': (random) => json(`{ viewer ${repeat(random.between(1, 30), (at) => `@nothing${at}`)} { id } }`),
  'huge name': (random) => json(`{ ${'x'.repeat(random.between(1_000, 19_000))} }`),
  'huge comment': (random) => json(`${VIEWER} #${' '.repeat(random.between(20_000, 60_000))}`),
  'fragment cycle': (random) => {
    const length = random.between(1, 30);
    return json(`{ viewer { ...F0 } } ${repeat(length, (at) => `fragment F${at} on Viewer { ...F${(at + 1) % length} }`)}`);
  },
  'fragment doubling': (random) => doubling(random, '__typename'),
  'doubling of nothing': (random) => doubling(random, '...Missing'),
  'overlapping fields': (random) => json(`{ ${repeat(random.between(2, 5), () => `viewer { ${repeat(5, (at) => `x${at}: ${at % 2 ? 'id' : 'name'}`)} x0: email }`)} }`),
  'nested introspection': (random) => {
    const levels = random.between(1, 20);
    return json(`{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} } '.repeat(levels)} } } }`);
  },
  'costly lists': (random) => json(`{ customers(first: ${random.between(150, 10_000)}) { nodes { deals(first: 200) { nodes { id } } } } }`),
  'huge pages': (random) => json(LEADS, { variables: { n: random.pick([201, 1e9, -1, 2 ** 31, 1.5, '50', [], {}, true]) } }),
  'wrong variables': (random) => json(LEAD, { variables: random.pick([{}, { id: null }, { id: {} }, { id: [[]] }, { id: true }, [], 'x', 7]) }),
  'wrong ids': (random) => json(LEAD, { variables: { id: random.pick(['', ' ', "' OR 1=1 --", '../../etc/passwd', '%00', 'x'.repeat(10_000), '\ud800', '-1', '\u202e', '🙂']) } }),
  'deep variables': (random) => {
    const levels = random.between(20, 5_000);
    return `{"query":"{ viewer { id } }","variables":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
  },
  'deep lists': (random) => {
    const levels = random.between(20, 20_000);
    return `{"query":"{ viewer { id } }","variables":{"a":${'['.repeat(levels)}${']'.repeat(levels)}}}`;
  },
  'many values': (random) => json(VIEWER, { variables: { list: Array.from({ length: random.between(5_001, 20_000) }, () => 1) } }),
  'prototype keys': (random) => `{"query":"{ viewer { id } }","variables":{"a":{"${random.pick(['__proto__', 'constructor', 'prototype'])}":{"tier":"ADMIN"}}}}`,
  'prototype of the request': () => '{"query":"{ viewer { id } }","__proto__":{"variables":{}}}',
  'prototype names': (random) => json(`{ ${random.pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])} }`, { operationName: random.pick(['__proto__', 'constructor', 'toString']) }),
  'null characters': (random) => json(random.pick([`${VIEWER}\0`, VIEWER]), { variables: { a: '\0' } }),
  'no document': (random) => json(random.pick([null, 7, true, [], {}, '', ' ', '#', '\ufeff', '}', '{', '"""', '...', '$', '&', '{}', '{ }', 'query', 'subscription'])),
  'no object': (random) => random.pick(['null', '7', 'true', '[]', '"query"', '[[]]', '[{"query":"{ viewer { id } }"},{"query":"{ viewer { id } }"}]']),
  'unknown keys': () => json(VIEWER, { admin: true, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
  'wrong operation name': (random) => json(`query A ${VIEWER} query B ${VIEWER}`, { operationName: random.pick(['C', '', null, 7, {}, 'x'.repeat(500)]) }),
  'too many operations': (random) => json(repeat(random.between(21, 100), (at) => `query Q${at} { __typename }`), { operationName: 'Q1' }),
  'schema definition': () => json('type Query { a: Int } extend type Query { b: Int } query { viewer { id } }'),
  'many sign-ins': (random) => json(`mutation { ${repeat(random.between(2, 15), (at) => `a${at}: signIn(input: { email: "a@b.example", password: "guess ${at}" }) { errors { code } }`)} }`),
  'wrong literals': (random) => json(`{ lead(id: ${random.pick(['1.5e400', '{}', '[]', 'ENUM', '$x', 'null', '"\\u0000"', '"\\ud800"', '-', '0x10', '"unclosed'])}) { id } }`),
  'number overflow': (random) => json(`{ leads(first: ${random.pick(['99999999999999999999', '1e308', '-0', '00', '1.0'])}) { totalCount } }`),
  'unknown fields': (random) => json(`{ ${repeat(random.between(1, 15), (at) => `nothing${at} { here { at } }`)} }`),
  'noise as a document': (random) => json(random.bytes(random.between(1, 300)).toString('latin1')),
};

function doubling(random: Random, leaf: string): string {
  const length = random.between(10, 38);
  return json(`{ ...F0 } ${repeat(length, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F${length} on Query { ${leaf} }`);
}
