import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, GraphQLError, type GraphQLSchema, Kind, Source, buildSchema, parse, print, printSchema, specifiedRules, validate, visit,
} from 'graphql';
import { checkDocument } from '@throughline/platform/graphql';

/** A `.graphql` file of the web application. */
export interface DocumentFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  text: string;
}

const SOURCES = 'apps/web/src/';
const TARGET = 'apps/web/src/gql/';
/** Shown in the playground: checked here, but not compiled. */
const EXAMPLES = 'apps/web/src/playground/';
const NOTE = '// Written by `npm run schema`. Change the .graphql file of the same name instead.\n';

const config = {
  scalars: { ID: 'string', DateTime: 'string', Date: 'string', BigInt: 'string', JSON: 'unknown' },
  strictScalars: true,
  enumType: 'string-literal',
  immutableTypes: true,
  documentMode: 'documentNode',
  useTypeImports: true,
  dedupeFragments: true,
};

/**
 * Turns the web application's documents into typed modules: `features/leads/lead-list.graphql` becomes
 * `gql/leads/lead-list.ts`. Fragments may be used across files; each module is complete in itself.
 *
 * @returns texts by path
 * @throws Error that names every place where a document does not fit the schema or the server's limits
 */
export async function webModules(schema: GraphQLSchema, files: readonly DocumentFile[]): Promise<Map<string, string>> {
  const problems: string[] = [];
  const parsed = files.flatMap((file) => {
    try {
      return [{ file, document: parse(new Source(file.text, file.path)) }];
    } catch (error) {
      problems.push(describe(error, file));
      return [];
    }
  });
  const shared = parsed.filter(({ file }) => !file.path.startsWith(EXAMPLES));
  const fragments = fragmentsOf(shared, problems);
  checkNames(shared, problems);
  const complete = parsed.map(({ file, document }) => ({ file, document: withFragments(document, fragments) }));
  for (const { file, document } of complete) problems.push(...misfits(schema, document, file));
  if (problems.length > 0) throw new Error(`The documents of the web application do not fit the schema:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);

  const modules = new Map<string, string>();
  // As callers see it: inside, the values of an enum may be others than their names.
  const seen = buildSchema(printSchema(schema));
  for (const { file, document } of complete) {
    if (file.path.startsWith(EXAMPLES)) continue;
    modules.set(targetOf(file.path), await compile(seen, file, document));
  }
  return modules;
}

async function compile(schema: GraphQLSchema, file: DocumentFile, document: DocumentNode): Promise<string> {
  const text = await codegen({
    schema: parse('scalar Unused'),
    schemaAst: schema,
    documents: [{ location: file.path, document }],
    filename: targetOf(file.path),
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
    config,
  });
  return `${NOTE}${text.trim()}\n`;
}

export function targetOf(path: string): string {
  return `${TARGET}${path.slice(SOURCES.length).replace(/^features\//, '').replace(/\.graphql$/, '.ts')}`;
}

function fragmentsOf(parsed: readonly { file: DocumentFile; document: DocumentNode }[], problems: string[]): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { file, document } of parsed) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const name = definition.name.value;
      if (fragments.has(name)) problems.push(`${place(definition, file)} The fragment ${name} exists in another file already.`);
      fragments.set(name, definition);
    }
  }
  return fragments;
}

/** Operation names appear in logs and caches, so one name means one operation. */
function checkNames(parsed: readonly { file: DocumentFile; document: DocumentNode }[], problems: string[]): void {
  const names = new Map<string, string>();
  for (const { file, document } of parsed) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const name = definition.name?.value;
      if (name === undefined) problems.push(`${place(definition, file)} Operations need a name.`);
      else if (names.has(name)) problems.push(`${place(definition, file)} The operation ${name} exists in ${names.get(name)} already.`);
      else names.set(name, file.path);
    }
  }
}

/** The document together with the fragments of other files that it uses, and those that these use. */
function withFragments(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): DocumentNode {
  const own = new Set(document.definitions.map((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? definition.name.value : '')));
  const definitions: DefinitionNode[] = [...document.definitions];
  for (const definition of definitions) {
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || own.has(name.value)) return;
        own.add(name.value);
        // The loop goes on over what is appended here.
        definitions.push(fragment);
      },
    });
  }
  return { ...document, definitions };
}

function misfits(schema: GraphQLSchema, document: DocumentNode, file: DocumentFile): string[] {
  // A file may hold fragments only for others.
  const rules = specifiedRules.filter(({ name }) => name !== 'NoUnusedFragmentsRule');
  const errors = validate(schema, document, rules).map((error) => describe(error, file));
  if (errors.length > 0) return errors;
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    try {
      checkDocument(schema, print(document), definition.name?.value);
      return [];
    } catch (error) {
      return [`${place(definition, file)} ${definition.name?.value ?? 'An operation'} exceeds a limit of the server: ${(error as Error).message}`];
    }
  });
}

function describe(error: unknown, file: DocumentFile): string {
  if (!(error instanceof GraphQLError)) throw error;
  const [at] = error.locations ?? [];
  // A fragment of another file keeps its own source.
  return `${error.source?.name ?? file.path}:${at?.line ?? 1}:${at?.column ?? 1} ${error.message}`;
}

function place(definition: DefinitionNode, file: DocumentFile): string {
  const start = definition.loc?.startToken;
  return `${definition.loc?.source.name ?? file.path}:${start?.line ?? 1}:${start?.column ?? 1}`;
}
