import { type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, getNamedType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { RootFieldAccess, RootFields } from '../../../libs/platform/graphql/access/root-fields.js';

export type Root = 'query' | 'mutation' | 'subscription';

/** A root field with what it declares. */
export interface Operation {
  root: Root;
  name: string;
  access: RootFieldAccess;
  field: GraphQLField<unknown, unknown>;
}

/** Every root field of the schema. */
export function operationsOf(schema: GraphQLSchema, roots: RootFields): Operation[] {
  const of = (root: Root, type: GraphQLObjectType | null | undefined): Operation[] =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const access = roots.declared(type!.name as 'Query' | 'Mutation' | 'Subscription', field.name);
      if (!access) throw new Error(`${type!.name}.${field.name} declares nothing.`);
      return { root, name: field.name, access, field };
    });
  return [...of('query', schema.getQueryType()), ...of('mutation', schema.getMutationType()), ...of('subscription', schema.getSubscriptionType())];
}

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith('Connection');

export const isList = ({ field }: Operation): boolean => isConnection(field.type);

/** A document that asks for everything that is written in an answer: all leaf fields, and those of the records next to it. */
export function documentOf({ root, name, field }: Operation): string {
  // What has a default is left to it.
  const args = field.args.filter(({ defaultValue }) => defaultValue === undefined);
  const declarations = args.map(({ name: arg, type }) => `$${arg}: ${String(type)}`).join(', ');
  const passed = args.map(({ name: arg }) => `${arg}: $${arg}`).join(', ');
  const body = isConnection(field.type) ? connectionSelection(field.type) : selection(field.type, 2);
  return `${root} ${declarations ? `(${declarations}) ` : ''}{ ${name}${passed ? `(${passed})` : ''} ${body} }`;
}

function connectionSelection(type: GraphQLOutputType): string {
  const nodes = (getNamedType(type) as GraphQLObjectType).getFields()['nodes']!;
  return `{ nodes ${selection(nodes.type, 1)} }`;
}

/** Lists of records below are left out: their rules are those of the lists themselves. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(({ type: arg, defaultValue }) => isNonNullType(arg) && defaultValue === undefined)) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    if (field.name === 'errors') return ['errors { code message path details }'];
    if (depth === 0 || isConnection(field.type) || (holdsList(field.type) && depth < 2)) return [];
    return [`${field.name} ${selection(field.type, depth - 1)}`];
  });
  return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}

const holdsList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
