import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType } from 'graphql';
import { buildProductSchema } from '../src/product-schema.js';

/** Names of everything in the schema that people read and that says nothing about itself. */
function withoutDescription(schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const say = (name: string, { description }: { description?: string | null | undefined }): void => {
    if (!description?.trim()) found.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || (isScalarType(type) && ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))) continue;
    // The root types come from Nest and cannot be described.
    if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) say(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) say(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) say(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      say(`${type.name}.${field.name}`, field);
      for (const argument of field.args) say(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return found;
}

/** Payloads that several mutations of people and departments share still; their owners give each its own, then the line goes. */
const SHARED_STILL: readonly string[] = ['UserPayload', 'DepartmentPayload'];

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => (schema = await buildProductSchema()));

  it('describes every type, field, argument and enum value', () => {
    expect(withoutDescription(schema)).toEqual([]);
  });

  it('gives every mutation one input at most and a payload with errors', () => {
    const wrong = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args, type }) => {
      const payload = schema.getType(String(type).replace('!', ''));
      const errors = isObjectType(payload) ? String(payload.getFields()['errors']?.type) : '';
      return args.some((argument) => argument.name !== 'input') || !payload?.name.endsWith('Payload') || errors !== '[UserError!]!';
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('names every payload after its mutation, so that no two share one', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const wrong = mutations.map(({ name, type }) => [String(type).replace('!', ''), `${name[0]!.toUpperCase()}${name.slice(1)}Payload`] as const)
      .filter(([is, shouldBe]) => is !== shouldBe && !SHARED_STILL.includes(is));
    expect(mutations.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
