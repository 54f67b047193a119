import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { DocumentSummary, type Fragments } from './document-summary.js';
import { InspectedOperation } from './inspected-operation.js';
import { LIMITS } from './limits.js';
import { invalid, type OperationMessage, tooMuch } from './operation-message.js';
import { type Summary } from './summary.js';

type Operations = ReadonlyMap<string, InspectedOperation>;

const REMEMBERED = 1_000;

/**
 * Understands documents and refuses those that ask for too much. Accepted ones are remembered (the web application
 * sends the same few hundred); refused ones leave nothing behind.
 */
export class DocumentGuard {
  private readonly known = new Map<string, Operations>();

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The operation a message means, within every limit that does not depend on its variables.
   *
   * @throws AppError VALIDATION_FAILED or LIMIT_EXCEEDED
   */
  inspect({ query, operationName }: OperationMessage): InspectedOperation {
    const operations = this.recall(query);
    if (operationName !== undefined) {
      const named = operations.get(operationName);
      if (!named) throw invalid('The document has no operation of the name in "operationName".', 'operationName');
      return named;
    }
    const [only, ...others] = operations.values();
    if (!only) throw invalid('The document has no operation.', 'query');
    if (others.length > 0) throw invalid('The document has several operations: say in "operationName" which one to run.', 'operationName');
    return only;
  }

  private recall(query: string): Operations {
    const known = this.known.get(query);
    if (known) return known;
    const operations = this.read(query);
    if (this.known.size >= REMEMBERED) this.forgetOldest();
    this.known.set(query, operations);
    return operations;
  }

  private forgetOldest(): void {
    for (const oldest of this.known.keys()) {
      this.known.delete(oldest);
      return;
    }
  }

  private read(query: string): Operations {
    const document = parseDocument(query);
    const definitions: OperationDefinitionNode[] = [];
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) definitions.push(definition);
      else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      else throw invalid('The document may only have operations and fragments.', 'query');
    }
    limit('operations', definitions.length, 'operations');
    limit('fragments', fragments.size, 'fragments');
    const summary = new DocumentSummary(fragments);
    for (const fragment of fragments.values()) summary.of(fragment.selectionSet);
    const operations = new Map<string, InspectedOperation>();
    for (const node of definitions) {
      const name = node.name?.value ?? '';
      if (operations.has(name)) throw invalid('Operations of one document need different names.', 'query');
      operations.set(name, this.operation(document, node, fragments, summary));
    }
    return operations;
  }

  private operation(document: DocumentNode, node: OperationDefinitionNode, fragments: Fragments, summary: DocumentSummary): InspectedOperation {
    const size = summary.of(node.selectionSet);
    const definitions = (node.variableDefinitions ?? []).reduce((count, { directives }) => count + (directives?.length ?? 0), 0);
    check({ ...size, directives: size.directives + (node.directives?.length ?? 0) + definitions });
    const operation = new InspectedOperation(this.schema, document, node, fragments);
    limit('rootFields', operation.rootFields.length, 'root fields');
    const alone = operation.aloneField;
    if (alone !== undefined && operation.rootFields.length > 1) {
      throw tooMuch(`"${alone}" must be the only field of its operation.`, { limit: 'alone', maximum: 1, found: operation.rootFields.length });
    }
    return operation;
  }
}

function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes(`more that ${LIMITS.tokens} tokens`)) {
      throw tooMuch(`The document has more than ${LIMITS.tokens} tokens.`, { limit: 'tokens', maximum: LIMITS.tokens });
    }
    const [at] = error.locations ?? [];
    throw invalid(`${error.message}${at ? ` (line ${at.line}, column ${at.column})` : ''}`, 'query');
  }
}

function check(summary: Summary): void {
  limit('depth', summary.depth, 'levels of fields');
  limit('fields', summary.fields, 'fields');
  limit('aliases', summary.aliases, 'aliases');
  limit('directives', summary.directives, 'directives');
}

function limit(name: 'operations' | 'fragments' | 'rootFields' | keyof Summary, found: number, what: string): void {
  const maximum = LIMITS[name];
  if (found > maximum) throw tooMuch(`The document has more than ${maximum} ${what}.`, { limit: name, maximum, found });
}

/**
 * Checks a document of our own against the limits, with every page as large as it may be.
 *
 * @throws AppError LIMIT_EXCEEDED naming the limit
 */
export function checkDocument(schema: GraphQLSchema, query: string, operationName: string | undefined): void {
  const message = { query, ...(operationName ? { operationName } : {}), variables: {} };
  new DocumentGuard(schema).inspect(message).checkVariables(message);
}
