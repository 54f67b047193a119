import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, type GraphQLSchema, Kind, Lexer, type OperationDefinitionNode, parse, Source, TokenKind, validate } from 'graphql';
import { AppError } from '../../kernel/index.js';
import { DocumentSummary, type Fragments } from './document-summary.js';
import { InspectedOperation } from './inspected-operation.js';
import { KnownDocuments } from './known-documents.js';
import { LIMITS } from './limits.js';
import { invalid, type OperationMessage, tooMuch } from './operation-message.js';
import { type Summary } from './summary.js';

type Operations = ReadonlyMap<string, InspectedOperation>;

/** So many errors of one document are told at once. */
const ERRORS_TOLD = 5;

/**
 * Understands documents and refuses those that do not fit the schema or ask for too much. Accepted ones are remembered;
 * refused ones leave nothing behind.
 */
export class DocumentGuard {
  readonly known = new KnownDocuments();

  /** @param hideSuggestions "Did you mean ...?" tells strangers of the schema */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly hideSuggestions = false,
  ) {}

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
    if (known) return known.operations;
    const document = parseDocument(query);
    const operations = this.read(document);
    this.validate(document);
    this.known.remember(query, { document, operations });
    return operations;
  }

  /** Only within the limits: some rules take time that grows with the square of the fields. */
  private validate(document: DocumentNode): void {
    const errors = validate(this.schema, document, undefined, { maxErrors: ERRORS_TOLD });
    if (errors.length === 0) return;
    throw new AppError(errors.slice(0, ERRORS_TOLD).map((error) => ({ code: 'VALIDATION_FAILED', message: describe(error, this.hideSuggestions), path: ['query'] })));
  }

  private read(document: DocumentNode): Operations {
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

/** Brackets are counted before anything recursive sees the document. */
function parseDocument(query: string): DocumentNode {
  try {
    checkTokens(new Lexer(new Source(query)));
    return parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw invalid(describe(error), 'query');
  }
}

function describe({ message, locations }: GraphQLError, hideSuggestions = false): string {
  const [at] = locations ?? [];
  const told = hideSuggestions ? message.replace(/ ?Did you mean.*\?$/s, '') : message;
  return `${told}${at ? ` (line ${at.line}, column ${at.column})` : ''}`;
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function checkTokens(lexer: Lexer): void {
  let tokens = 0;
  let nesting = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens += 1;
    if (OPENING.has(kind)) nesting += 1;
    else if (CLOSING.has(kind)) nesting -= 1;
    if (tokens > LIMITS.tokens) throw tooMuch(`The document has more than ${LIMITS.tokens} tokens.`, { limit: 'tokens', maximum: LIMITS.tokens });
    if (nesting > LIMITS.nesting) throw tooMuch(`The document has brackets nested more than ${LIMITS.nesting} deep.`, { limit: 'nesting', maximum: LIMITS.nesting });
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
