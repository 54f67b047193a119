import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import { modelNamed } from '../../../libs/platform/read/index.js';
import type { ApiClient, GraphqlAnswer } from '../../../libs/testing/api/session.js';
import { isList, type Operation } from '../access/operations.js';
import { RECIPES } from '../access/recipes.js';

/** Something of the schema that a screen shows, with a way to load one of its records. */
export interface List {
  name: string;
  /** Whose changes move it: its records' own subject first. */
  subjects: readonly string[];
  /** The root field with what is selected, for a document of several. */
  field: string;
  /** The records of its answer. */
  nodes(data: unknown): Node[];
  /** Holds lists of its own and so may cost much: loaded by itself. */
  deep: boolean;
  /** Settings: one thing, loaded again whole whatever of it has changed. */
  whole: boolean;
  /** Asks for values of other records only where there are some: what it reads cannot be learned beforehand. */
  opaque: boolean;
  /** Loads one by its id; null: the list is loaded again. */
  one: { name: string; document: string } | null;
}

/** One list as somebody sees it: records by id, as text. */
export type Shown = Map<string, string>;
/** Everything somebody sees, by list. */
export type State = Map<string, Shown>;
type Node = { id: string } & Record<string, unknown>;

/** Settings and short lists without pages, with the subject by which their screens follow them. What may be uploaded (`filePolicy`) every upload asks for anew. */
const SETTINGS: Readonly<Record<string, string>> = {
  organization: 'organization', organizationSettings: 'organization', securityPolicy: 'securityPolicy', channelSettings: 'organization',
  ticketSettings: 'ticketSettings', notificationAdapters: 'notificationAdapter', notificationPreferences: 'notification', registeredDevices: 'device',
  securityThresholds: 'security', leadScoring: 'leadScoring', historyRetention: 'organization', pickLists: 'pickList', myChannels: 'channel',
};

/**
 * Journals: what was sent and what happened, row by row as it happens. They grow with everything that is done and are loaded when somebody
 * looks; telling of each row would make two rows of one. That something failed or was tried again is told.
 */
export const JOURNALS: Readonly<Record<string, string>> = {
  auditEvents: 'The log itself: each message of `recordChanges` is one of its rows.',
  outgoingMails: 'A row for each mail that was sent.',
  notificationDeliveries: 'A row for each notification that was sent outside the product.',
};

/**
 * Figures over other records, which move with each of them; when somebody last came in and how far others have read, of which nobody is told; and offers of what one may
 * do, which are judged again when one does it: a screen that shows them shows what was so when it was loaded.
 */
const FIGURES: ReadonlySet<string> = new Set(['usedBytes', 'limitBytes', 'presentAddress', 'presentAddressInside', 'currencyLockedBecause', 'lastSignInAt', 'allowedMoves', 'viewerCan', 'readers']);

/** Every list that needs no argument, of records that have rights of their own, and the settings. */
export function listsOf(operations: readonly Operation[]): List[] {
  const queries = operations.filter(({ root }) => root === 'query');
  return [...queries.filter((operation) => isList(operation) && !needsArguments(operation) && !(operation.name in JOURNALS)).flatMap((operation) => pagedList(operation, queries)), ...queries.filter(({ name }) => name in SETTINGS).map(setting)];
}

function pagedList({ name, field }: Operation, queries: readonly Operation[]): List[] {
  const node = getNamedType((getNamedType(field.type) as GraphQLObjectType).getFields()['nodes']!.type) as GraphQLObjectType;
  const model = modelNamed(node.name);
  if (!model?.subject) return [];
  const selection = own(node);
  const single = queries.find(({ field: other }) => getNamedType(other.type) === node && !isListed(other.type) && other.args.length === 1 && other.args[0]!.name === 'id');
  // Where a list leaves something out by itself, what is loaded alone tells nothing about its place in it.
  const one = single && !RECIPES[name]?.leavesOutArchived && !CHOSEN_BY_STATE.has(name) ? { name: single.name, document: `query ($id: ID!) { ${single.name}(id: $id) ${selection} }` } : null;
  return [{ name, subjects: [model.subject.name, ...(MOVES_WITH[name] ?? [])], field: `${name}(first: 200) { nodes ${selection} }`, nodes: (data) => (data as { nodes: Node[] }).nodes, deep: holdsLists(node), opaque: model.subject.shows !== undefined, whole: false, one }];
}

function setting({ name, field }: Operation): List {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const nodes = (data: unknown): Node[] => (Array.isArray(data) ? data : [data]).map((node: Node, index) => ({ ...node, id: node.id ?? String(index) }));
  return { name, subjects: [SETTINGS[name]!, ...(MOVES_WITH[name] ?? [])], field: `${name} ${own(type)}`, nodes, deep: holdsLists(type), opaque: false, whole: true, one: null };
}

/** Lists that show a part of the records only, unless they are asked for more. */
const CHOSEN_BY_STATE: ReadonlySet<string> = new Set(['channels', 'notifications', 'reminders', 'searchMessages']);

/** Subjects whose records give a list some of its values (docs/developer.md, "Values from other records"). */
const MOVES_WITH: Readonly<Record<string, readonly string[]>> = {
  channels: ['message', 'channelReader', 'user'],
  myChannels: ['message', 'channelReader', 'user'],
};

const needsArguments = ({ field }: Operation): boolean => field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
const isListed = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** The record's own fields: values, what has no rights of its own (money, lines, checklists), and which records it names. */
function own(type: GraphQLObjectType, depth = 2): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    if (FIGURES.has(field.name) || field.args.some(({ type: arg, defaultValue }) => isNonNullType(arg) && defaultValue === undefined)) return [];
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name];
    if (depth === 0 || !isObjectType(named) || named.name.endsWith('Connection')) return [];
    if (modelNamed(named.name)?.subject) return isListed(field.type) ? [] : [`${field.name} { id }`];
    const inner = own(named, depth - 1);
    return inner === '' ? [] : [`${field.name} ${inner}`];
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '';
}

const holdsLists = (type: GraphQLObjectType): boolean => Object.values(type.getFields()).some(({ type: inner }) => isListed(inner) && !isLeafType(getNamedType(inner)) && !modelNamed(getNamedType(inner).name)?.subject);

/** Loads several lists at once. @returns null where one of them may not be used */
export async function load(api: ApiClient, lists: readonly List[]): Promise<State | null> {
  const answer = await api.send<Record<string, unknown>>(`{ ${lists.map(({ field }) => field).join(' ')} }`);
  if (answer.errors.some(({ extensions: { code } }) => code === 'FORBIDDEN')) return null;
  const data = dataOf(answer);
  return new Map(lists.map(({ name, nodes }) => [name, new Map(nodes(data[name]).map((node) => [node.id, JSON.stringify(node)]))]));
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
