import { createHash } from 'node:crypto';
import { buildSchema } from 'graphql';
import { AppError } from '../../kernel/index.js';
import { DocumentGuard } from './document-guard.js';
import { LIMITS } from './limits.js';
import { readMessage } from './operation-message.js';

const schema = buildSchema(`
  type Item { name: String, parent: Item, children: [Item!]!, items(first: Int = 50): ItemConnection! }
  type ItemEdge { node: Item! }
  type ItemConnection { nodes: [Item!]!, edges: [ItemEdge!]!, totalCount: Int! }
  scalar Any
  type Query { item(a: Any): Item, items(first: Int = 50, last: Int): ItemConnection!, plain: [Item!]! }
  type Mutation { signIn: Item, change: Item }
`);
schema.getMutationType()!.getFields()['signIn']!.extensions = { alone: true };

/** `ok`, or the code and the limit that refused. */
const check = (query: string, variables: object = {}, operationName?: string): string => {
  try {
    const message = readMessage({ query, variables, operationName });
    new DocumentGuard(schema).inspect(message).checkVariables(message);
    return 'ok';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const limit: unknown = error.problems[0]?.details?.['limit'];
    return limit ? `${error.code} ${String(limit)}` : error.code;
  }
};
const repeat = (count: number, part: (at: number) => string): string => Array.from({ length: count }, (_, at) => part(at)).join(' ');
const nested = (levels: number): string => `{ item ${'{ parent '.repeat(levels - 2)}{ name } ${'}'.repeat(levels - 2)} }`;

describe('DocumentGuard', () => {
  it.each([
    ['depth', nested(LIMITS.depth), nested(LIMITS.depth + 1)],
    ['nesting', `{ item(a: ${'['.repeat(LIMITS.nesting - 2)}${']'.repeat(LIMITS.nesting - 2)}) { name } }`, `{ item(a: ${'['.repeat(LIMITS.nesting - 1)}`],
    ['nesting', '{ item { name } }', `{ item(a: ${'['.repeat(2_400)}`],
    ['aliases', `{ item { ${repeat(LIMITS.aliases, (at) => `a${at}: name`)} } }`, `{ item { ${repeat(LIMITS.aliases + 1, (at) => `a${at}: name`)} } }`],
    ['repeatedFields', `{ item { ${'name '.repeat(LIMITS.repeatedFields)} } }`, `{ item { ${'name '.repeat(LIMITS.repeatedFields + 1)} } }`],
    ['rootFields', `{ ${repeat(LIMITS.rootFields, (at) => `a${at}: item { name }`)} }`, `{ ${repeat(LIMITS.rootFields + 1, (at) => `a${at}: item { name }`)} }`],
    ['directives', `{ item { ${repeat(LIMITS.directives / 2, (at) => `a${at}: name @skip(if: false) @include(if: true)`)} } }`,
      `{ item { ${repeat(LIMITS.directives / 2, (at) => `a${at}: name @skip(if: false) @include(if: true)`)} name @skip(if: false) } }`],
    ['fragments', `{ item { ${repeat(LIMITS.fragments, (at) => `...F${at}`)} } } ${repeat(LIMITS.fragments, (at) => `fragment F${at} on Item { name }`)}`,
      `{ item { name } } ${repeat(LIMITS.fragments + 1, (at) => `fragment F${at} on Item { name }`)}`],
    ['tokens', `{ item { name } } #${' '.repeat(100)}`, `{ item { name } } ${repeat(500, (at) => `fragment F${at} on Item { name }`)}`],
    ['queryLength', `{ item { name } } #${' '.repeat(LIMITS.queryLength - 19)}`, `{ item { name } } #${' '.repeat(LIMITS.queryLength)}`],
    ['alone', 'mutation { signIn { name } }', 'mutation { signIn { name } b: change { name } }'],
    ['alone', 'mutation { change { name } b: change { name } }', 'mutation { signIn { name } b: signIn { name } }'],
    ['pageSize', '{ items(first: 200) { totalCount } }', '{ items(first: 201) { totalCount } }'],
    ['pageSize', '{ item { items(first: 200) { totalCount } } }', '{ items(last: 999) { totalCount } }'],
    ['cost', '{ items(first: 100) { nodes { items(first: 100) { nodes { name } } } } }', '{ items(first: 200) { nodes { items(first: 200) { nodes { name } } } } }'],
    ['cost', '{ plain { children { children { name } } } }', '{ plain { children { children { children { children { name } } } } } }'],
  ])('%s: takes what is within and refuses what is beyond', (limit, within, beyond) => {
    expect(check(within)).toBe('ok');
    expect(check(beyond)).toBe(`LIMIT_EXCEEDED ${limit}`);
  });

  it('takes the operations that the limit names and no more', () => {
    const operations = (count: number): string => repeat(count, (at) => `query Q${at} { item { name } }`);
    expect(check(operations(LIMITS.operations), {}, 'Q0')).toBe('ok');
    expect(check(operations(LIMITS.operations + 1), {}, 'Q0')).toBe('LIMIT_EXCEEDED operations');
  });

  it('counts what fragments spread out, without spreading them', () => {
    const doubling = (leaf: string): string => `{ ...F0 } ${repeat(30, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F30 on Query { ${leaf} }`;
    expect(check(doubling('item { name }'))).toBe('LIMIT_EXCEEDED fields');
    expect(check(doubling('...Missing'))).toBe('LIMIT_EXCEEDED fields');
    expect(check(`{ ${repeat(3, (at) => `x${at}: item { ...A }`)} } fragment A on Item { ${repeat(14, (at) => `a${at}: name`)} }`)).toBe('LIMIT_EXCEEDED aliases');
    expect(check('{ ...A ...A } fragment A on Query { items(first: 150) { nodes { items(first: 150) { nodes { name } } } } }')).toBe('LIMIT_EXCEEDED cost');
    expect(check('{ ...A } fragment A on Query { items(first: 200) { ...B } } fragment B on ItemConnection { nodes { items(first: 200) { ...B } } }')).toBe('VALIDATION_FAILED');
  });

  it.each([
    ['fragments that contain themselves', '{ item { ...A } } fragment A on Item { parent { ...A } }'],
    ['unused fragments that contain themselves', '{ item { name } } fragment A on Item { ...B } fragment B on Item { ...A }'],
    ['a syntax error', '{ item { name }'],
    ['no operation', 'fragment A on Item { name }'],
    ['a schema in the document', 'type Query { a: Int } query { item { name } }'],
    ['several operations without a name to run', 'query A { item { name } } query B { item { name } }'],
    ['two operations of one name', 'query A { item { name } } query A { item { name } }'],
    ['a negative page', '{ items(first: -1) { totalCount } }'],
  ])('refuses %s', (_, query) => {
    expect(check(query)).toBe('VALIDATION_FAILED');
  });

  it('refuses the name of an operation that is not there', () => {
    expect(check('query A { item { name } }', {}, 'B')).toBe('VALIDATION_FAILED');
    expect(check('query A { item { name } } query B { item { name } }', {}, 'B')).toBe('ok');
  });

  it('measures pages by the variables of the request', () => {
    const query = 'query ($n: Int = 20, $m: Int!) { items(first: $n) { nodes { items(first: $m) { nodes { name } } } } }';
    expect(check(query, { m: 200 })).toBe('ok');
    expect(check(query, { n: 200, m: 20 })).toBe('ok');
    expect(check(query, { n: 200, m: 200 })).toBe('LIMIT_EXCEEDED cost');
    expect(check(query, { n: 201, m: 1 })).toBe('LIMIT_EXCEEDED pageSize');
    expect(check(query, { n: -5, m: 1 })).toBe('VALIDATION_FAILED');
    expect(check('query ($n: Int = 500) { items(first: $n) { totalCount } }')).toBe('LIMIT_EXCEEDED pageSize');
  });

  it('reads the schema of itself for a fixed price', () => {
    expect(check('{ __schema { types { fields { type { name } } } } }')).toBe('ok');
  });

  it('tells every error of a document with its place, and suggestions only where they are allowed', () => {
    const told = (hide: boolean): string[] => {
      try {
        new DocumentGuard(schema, hide).inspect(readMessage({ query: '{\n  itm { name }\n  item { nam }\n}' }));
      } catch (error) {
        return (error as AppError).problems.map(({ message }) => message);
      }
      return [];
    };
    expect(told(true)).toEqual(['Cannot query field "itm" on type "Query". (line 2, column 3)', 'Cannot query field "nam" on type "Item". (line 3, column 10)']);
    expect(told(false)[0]).toBe('Cannot query field "itm" on type "Query". Did you mean "item" or "items"? (line 2, column 3)');
  });

  it('remembers accepted documents only, and not without end', () => {
    const guard = new DocumentGuard(schema);
    const inspect = (query: string): unknown => guard.inspect(readMessage({ query }));
    const first = inspect('{ item { name } }');
    expect(inspect('{ item { name } }')).toBe(first);
    for (const query of ['{ item { ', '{ item { nothing } }', `{ ${'item '.repeat(9)} }`, '{ items(first: 500) { totalCount } }']) expect(() => inspect(query)).toThrow(AppError);
    expect(guard.known.size).toBe(1);
    for (let at = 0; at < 1_100; at++) inspect(`{ item { a${at}: name } }`);
    expect(guard.known.size).toBe(1_000);
    for (let at = 0; at < 100; at++) inspect(`{ item { name } } #${at}${' '.repeat(10_000)}`);
    expect(guard.known.size).toBeLessThan(60);
  });

  it('lets Apollo find what it has accepted by the hash of the text', async () => {
    const guard = new DocumentGuard(schema);
    const operation = guard.inspect(readMessage({ query: '{ item { name } }' }));
    const store = guard.known.asApolloStore();
    expect(await store!.get(`any prefix${createHash('sha256').update('{ item { name } }').digest('hex')}`)).toBe(operation.document);
    expect(await store!.get(createHash('sha256').update('{ item { nam } }').digest('hex'))).toBeUndefined();
  });
});

describe('readMessage', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
  it.each([
    ['no object', 7], ['null', null], ['a list', [{ query: '{a}' }]], ['no query', {}], ['an empty query', { query: ' ' }], ['a query that is no text', { query: {} }],
    ['variables that are a list', { query: '{a}', variables: [] }], ['variables that are a text', { query: '{a}', variables: 'x' }],
    ['a name that is no text', { query: '{a}', operationName: 7 }], ['a long name', { query: '{a}', operationName: 'x'.repeat(101) }],
    ['extensions that are a text', { query: '{a}', extensions: 'x' }], ['a key it does not know', { query: '{a}', admin: true }],
    ['a null character', { query: '{a}', variables: { a: 'x\0' } }], ['a prototype', JSON.parse('{"query":"{a}","variables":{"a":{"__proto__":{"admin":true}}}}')],
  ])('refuses %s', (_, body) => {
    expect(() => readMessage(body)).toThrow(expect.objectContaining({ code: 'VALIDATION_FAILED' }));
  });

  it('bounds depth and number of values', () => {
    const read = (variables: unknown): unknown => readMessage({ query: '{a}', variables });
    expect(() => read({ a: deep(LIMITS.variableDepth) })).not.toThrow();
    expect(() => read({ a: deep(LIMITS.variableDepth + 1) })).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    expect(() => read({ a: Array(LIMITS.variableValues - 2).fill(1) })).not.toThrow();
    expect(() => read({ a: Array(LIMITS.variableValues).fill(1) })).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });
});
