import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import { modelNamed } from '../../../libs/platform/read/index.js';
import type { ApiClient, GraphqlAnswer } from '../../../libs/testing/api/session.js';
import { isList, type Operation } from '../access/operations.js';
import { RECIPES } from '../access/recipes.js';

/** A list of the schema with a way to load one of its records. */
export interface List {
  name: string;
  subject: string;
  document: string;
  /** Loads one by its id; null: the list is loaded again. */
  one: { name: string; document: string } | null;
}

/** One list as somebody sees it: records by id, as text. */
export type Shown = Map<string, string>;
/** Everything somebody sees, by list. */
export type State = Map<string, Shown>;

/** Every list that needs no argument, of records that have rights of their own. */
export function listsOf(operations: readonly Operation[]): List[] {
  return operations.filter((operation) => operation.root === 'query' && isList(operation) && !needsArguments(operation)).flatMap(({ name, field }): List[] => {
    const node = getNamedType((getNamedType(field.type) as GraphQLObjectType).getFields()['nodes']!.type) as GraphQLObjectType;
    const subject = modelNamed(node.name)?.subject?.name;
    if (!subject) return [];
    const selection = own(node);
    const single = operations.find((other) => other.root === 'query' && getNamedType(other.field.type) === node && !isListed(other.field.type) && other.field.args.length === 1 && other.field.args[0]!.name === 'id');
    return [{
      name, subject, document: `{ ${name}(first: 200) { nodes ${selection} } }`,
      // Where a list leaves something out by itself, what is loaded alone tells nothing about its place in it.
      one: single && !RECIPES[name]?.leavesOutArchived && !CHOSEN_BY_STATE.has(name) ? { name: single.name, document: `query ($id: ID!) { ${single.name}(id: $id) ${selection} }` } : null,
    }];
  });
}

/** Lists that show a part of the records only, unless they are asked for more. */
const CHOSEN_BY_STATE: ReadonlySet<string> = new Set(['channels', 'notifications', 'reminders']);

const needsArguments = ({ field }: Operation): boolean => field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
const isListed = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** The record's own fields: values, values in parts (money), and which records it names. */
function own(type: GraphQLObjectType): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.length > 0) return [];
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name];
    if (!isObjectType(named) || isListed(field.type) || named.name.endsWith('Connection')) return [];
    if ('id' in named.getFields()) return [`${field.name} { id }`];
    const values = Object.values(named.getFields()).filter((inner) => isLeafType(getNamedType(inner.type)) && inner.args.length === 0).map(({ name }) => name);
    return values.length > 0 ? [`${field.name} { ${values.join(' ')} }`] : [];
  });
  return `{ ${parts.join(' ')} }`;
}

type Node = { id: string } & Record<string, unknown>;

/** @returns null when the person may not use the list at all */
export async function load(api: ApiClient, list: List): Promise<Shown | null> {
  const answer = await api.send<Record<string, { nodes: Node[] }>>(list.document);
  if (answer.errors[0]?.extensions.code === 'FORBIDDEN') return null;
  return new Map(dataOf(answer)[list.name]!.nodes.map((node) => [node.id, JSON.stringify(node)]));
}

/** @returns null when the person does not see it (any more) */
export async function loadOne(api: ApiClient, one: NonNullable<List['one']>, id: string): Promise<string | null> {
  const answer = await api.send<Record<string, Node | null>>(one.document, { id });
  if (['NOT_FOUND', 'FORBIDDEN'].includes(answer.errors[0]?.extensions.code ?? '')) return null;
  const node = dataOf(answer)[one.name];
  return node ? JSON.stringify(node) : null;
}

function dataOf<Data>({ data, errors }: GraphqlAnswer<Data>): Data {
  if (errors.length > 0 || !data) throw new Error(`A list cannot be read: ${JSON.stringify(errors)}`);
  return data;
}

/** The names of fields in which two texts of a record differ. */
export function differing(one: string, other: string): string[] {
  const [a, b] = [JSON.parse(one) as Node, JSON.parse(other) as Node];
  return Object.keys({ ...a, ...b }).filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}
