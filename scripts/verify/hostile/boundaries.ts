import { LIMITS } from '@throughline/platform/graphql';
import { repeat } from './random.js';

/** A document just within a limit and one just beyond it. */
export interface Boundary {
  within: string;
  beyond: string;
}

const guess = (alias: string): string => `${alias}: signIn(input: { email: "nobody@example.com", password: "" }) { errors { code } }`;

/** One pair for each limit that does not depend on variables. */
export const BOUNDARIES: Record<string, Boundary> = {
  queryLength: around(LIMITS.queryLength, (length) => `{ __typename }#${' '.repeat(length - 15)}`),
  tokens: around(LIMITS.tokens, tokens),
  nesting: around(LIMITS.nesting, (levels) => `{ viewer(a: ${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}) { id } }`),
  depth: around(LIMITS.depth, (levels) => `{ ${'a { '.repeat(levels - 1)}a${' }'.repeat(levels - 1)} }`),
  aliases: around(LIMITS.aliases, (count) => `{ viewer { ${repeat(count, (at) => `a${at}: id`)} } }`),
  fields: around(LIMITS.fields, fields),
  repeatedFields: around(LIMITS.repeatedFields, (count) => `{ viewer { ${'id '.repeat(count)} } }`),
  rootFields: around(LIMITS.rootFields, (count) => `{ ${repeat(count, (at) => `a${at}: __typename`)} }`),
  directives: around(LIMITS.directives, (count) => `{ __typename ${'@skip(if: false) '.repeat(count)} }`),
  fragments: around(LIMITS.fragments, (count) => `{ __typename } ${repeat(count, (at) => `fragment F${at} on Viewer { id }`)}`),
  operations: around(LIMITS.operations, (count) => repeat(count, (at) => `query Q${at} { __typename }`)),
  pageSize: around(LIMITS.pageSize, (size) => `{ leads(first: ${size}) { totalCount } }`),
  cost: { within: pages(100), beyond: pages(200) },
  alone: { within: `mutation { ${guess('a')} }`, beyond: `mutation { ${guess('a')} ${guess('b')} }` },
};

function around(limit: number, document: (size: number) => string): Boundary {
  return { within: document(limit), beyond: document(limit + 1) };
}

/** An unused fragment with as many names as are missing: 3 tokens stand before it, 6 belong to it. */
function tokens(count: number): string {
  return `{ __typename } fragment F on Viewer { ${repeat(count - 9, (at) => `f${at}`)} }`;
}

/** One field, spreads that count ten each (themselves and nine fields), and single fields for the rest. */
function fields(count: number): string {
  const spreads = Math.floor((count - 1) / 10);
  const rest = (count - 1) % 10;
  return `{ viewer { ${'...F '.repeat(spreads)} ${repeat(rest, (at) => `r${at}`)} } } fragment F on Viewer { ${repeat(9, (at) => `f${at}`)} }`;
}

function pages(size: number): string {
  return `{ customers(first: ${size}) { nodes { deals(first: ${size}) { nodes { id } } } } }`;
}
