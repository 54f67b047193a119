import { buildSchema, execute, graphql, type GraphQLResolveInfo, parse } from 'graphql';
import { below, type Selection } from './selection.js';
import { selectionOf } from './selection-of.js';

const schema = buildSchema(`
  interface Named { name: String }
  interface Other { other: String }
  type Thing implements Named { id: ID! name: String size(unit: Unit = METRE, of: [Int!]): Int parts(first: Int = 10, filter: PartFilter): PartConnection! }
  type Part implements Named { name: String thing: Thing }
  type PartConnection { nodes: [Part!]! totalCount: Int! }
  enum Unit { METRE FOOT }
  input PartFilter { name: String, or: [PartFilter!] }
  type Payload { thing: Thing errors: [String!] }
  type Query { thing: Thing  things: [Thing!]! count: Int }
  type Mutation { change: Payload }
`);

/** What a resolver of the first root field sees. */
async function seen(source: string, childPath?: string, variableValues: Record<string, unknown> = {}): Promise<Selection> {
  let selection: Selection | undefined;
  const resolve = (_: unknown, info: GraphQLResolveInfo): null => {
    selection = selectionOf(info, childPath);
    return null;
  };
  const rootValue = { thing: (_: unknown, __: unknown, info: GraphQLResolveInfo) => resolve(_, info), change: (_: unknown, __: unknown, info: GraphQLResolveInfo) => resolve(_, info), count: (_: unknown, __: unknown, info: GraphQLResolveInfo) => resolve(_, info) };
  const { errors } = await graphql({ schema, source, rootValue, variableValues });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  if (!selection) throw new Error('The resolver was not called.');
  return selection;
}

const leaf = (name: string, key = name, args: object = {}) => ({ key, name, args, selection: null });

describe('selectionOf', () => {
  it('keeps fields, aliases and type names in their order', async () => {
    expect(await seen('{ thing { name again: name __typename id } }')).toEqual({ fields: [leaf('name'), leaf('name', 'again'), { ...leaf('__typename'), typeName: 'Thing' }, leaf('id')] });
  });

  it('merges what is selected in several places', async () => {
    const { fields } = await seen(`
      query { thing { parts { nodes { name } } ...Rest ... on Thing { id } ... on Named { name } ... { id } } thing { parts { nodes { thing { id } } } } }
      fragment Rest on Thing { parts { totalCount ...Count } id }
      fragment Count on PartConnection { totalCount }`);
    expect(fields.map(({ key }) => key)).toEqual(['parts', 'id', 'name']);
    expect(fields[0]?.selection?.fields.map(({ key }) => key)).toEqual(['nodes', 'totalCount']);
    expect(below({ fields: fields[0]?.selection?.fields ?? [] }, 'nodes')?.fields.map(({ key }) => key)).toEqual(['name', 'thing']);
  });

  it.each([[true, true, []], [true, false, ['name']], [false, true, []], [false, false, []]])('obeys @include(if: %p) and @skip(if: %p)', async (include, skip, keys) => {
    const { fields } = await seen('query ($i: Boolean!, $s: Boolean!) { thing { ... @include(if: $i) { name @skip(if: $s) } id @include(if: false) ...F @skip(if: true) } } fragment F on Thing { id }', undefined, { i: include, s: skip });
    expect(fields.map(({ key }) => key)).toEqual(keys);
  });

  it('resolves arguments: literals, variables, defaults, what is absent', async () => {
    const { fields } = await seen('query ($of: [Int!], $name: String, $absent: Int) { thing { size a: size(unit: FOOT, of: 3) b: size(of: $of) parts(first: $absent, filter: { name: $name, or: [{ name: "x" }] }) { totalCount } } }', undefined, { of: [1, 2], name: null });
    expect(fields.map(({ key, args }) => [key, args])).toEqual([
      ['size', { unit: 'METRE' }], ['a', { unit: 'FOOT', of: [3] }], ['b', { unit: 'METRE', of: [1, 2] }], ['parts', { first: 10, filter: { name: null, or: [{ name: 'x' }] } }],
    ]);
  });

  it('goes down to the record of a payload, under whatever alias', async () => {
    expect(await seen('mutation { change { errors thing { id } it: thing { id name } } }', 'thing')).toEqual({ fields: [leaf('id'), leaf('name')] });
    expect(await seen('mutation { change { errors } }', 'thing')).toEqual({ fields: [] });
    expect(await seen('mutation { change { thing { parts { nodes { name } } } } }', 'thing.parts')).toMatchObject({ fields: [{ key: 'nodes' }] });
  });

  it('keeps apart what two aliases of the record name alike, and refuses what it could not keep apart', async () => {
    expect(await seen('mutation { change { a: thing { x: id } b: thing { x: name } } }', 'thing')).toEqual({ fields: [leaf('id', 'x'), leaf('name', 'x')] });
    await expect(seen('mutation { change { a: thing { size(unit: FOOT) } b: thing { size(unit: METRE) } } }', 'thing')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await seen('mutation { change { a: thing { size(unit: FOOT) } b: thing { size(unit: FOOT) } } }', 'thing')).toMatchObject({ fields: [{ key: 'size' }] });
  });

  it('is the same object when a document comes again, unless variables change it', async () => {
    const twice = async (source: string, ...variables: Record<string, unknown>[]): Promise<Selection[]> => {
      const document = parse(source);
      const selections: Selection[] = [];
      const rootValue = { change: (_: unknown, __: unknown, info: GraphQLResolveInfo): null => {
        selections.push(selectionOf(info, 'thing'));
        return null;
      } };
      for (const variableValues of variables) await execute({ schema, document, rootValue, variableValues });
      return selections;
    };
    const [first, again] = await twice('mutation { change { thing { id ...F } } } fragment F on Thing { name }', {}, {});
    expect(again).toBe(first);
    const within = await twice('mutation ($i: Boolean!) { change { thing { ...F } } } fragment F on Thing { id ...G } fragment G on Thing { name @include(if: $i) }', { i: true }, { i: false });
    expect(within.map(({ fields }) => fields.map(({ key }) => key))).toEqual([['id', 'name'], ['id']]);
    const sized = await twice('mutation ($unit: Unit) { change { thing { size(unit: $unit) } } }', { unit: 'FOOT' }, { unit: 'METRE' });
    expect(sized.map(({ fields }) => fields[0]?.args)).toEqual([{ unit: 'FOOT' }, { unit: 'METRE' }]);
  });

  it('is empty on values', async () => {
    expect(await seen('{ count }')).toEqual({ fields: [] });
  });

  it('says which child there is not', async () => {
    await expect(seen('mutation { change { thing { id } } }', 'nothing')).rejects.toThrow('Payload has no field nothing.');
  });
});
