import { HttpException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { AppError, type ErrorCode, type Problem } from '../../kernel/index.js';
import { databaseProblem } from './database-problem.js';

/** What an error means to the caller, and whether it is our failure (then it is logged and told nothing of). */
export interface Normalized {
  problems: [Problem, ...Problem[]];
  /** The error to log; null for refusals. */
  failure: unknown;
}

/** Refusals that a caller of a mutation finds in the payload (architecture.md, "Errors to a client"). */
export const PAYLOAD_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'VALIDATION_FAILED', 'NOT_FOUND', 'CONFLICT', 'ILLEGAL_TRANSITION', 'DUPLICATE', 'PRECONDITION_FAILED', 'LIMIT_EXCEEDED',
]);

const INTERNAL: Problem = { code: 'INTERNAL', message: 'Something went wrong on our side. The request id leads to the log.', path: [] };

/** HTTP status of an answer that is nothing but an error. */
const STATUS: Record<ErrorCode, number> = {
  VALIDATION_FAILED: 400, UNAUTHENTICATED: 401, TWO_FACTOR_REQUIRED: 401, NETWORK_NOT_ALLOWED: 403, DEVICE_NOT_ALLOWED: 403, FORBIDDEN: 403,
  NOT_FOUND: 404, CONFLICT: 409, ILLEGAL_TRANSITION: 409, DUPLICATE: 409, LIMIT_EXCEEDED: 400, RATE_LIMITED: 429, PRECONDITION_FAILED: 412, INTERNAL: 500,
};

const BY_STATUS: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 405: 'NOT_FOUND', 409: 'CONFLICT', 412: 'PRECONDITION_FAILED', 413: 'LIMIT_EXCEEDED', 429: 'RATE_LIMITED',
};

/** The codes with which Apollo marks documents and variables that do not fit the schema. */
const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED',
]);

export const statusOf = (code: ErrorCode): number => STATUS[code];

/**
 * The one place that decides what a caller is told of an error, whatever threw it: rules, database, Nest, GraphQL.
 */
export function normalize(error: unknown): Normalized {
  const cause = unwrap(error);
  if (cause instanceof AppError) {
    const [first = INTERNAL, ...rest] = cause.problems;
    return { problems: [first, ...rest], failure: first.code === 'INTERNAL' ? cause : null };
  }
  const refused = databaseProblem(cause) ?? graphqlProblem(cause) ?? httpProblem(cause);
  return refused ? { problems: [refused], failure: null } : { problems: [INTERNAL], failure: cause };
}

/** What was thrown inside; graphql-js also wraps its own errors (a scalar's in a variable's), and there the outer one says where. */
function unwrap(error: unknown): unknown {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return inner && !(inner instanceof GraphQLError) ? inner : error;
}

function graphqlProblem(error: unknown): Problem | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  // graphql-js marks unfit variables, and nulls for required arguments, by nothing but their sentence.
  const unfit = CLIENT_CODES.has(String(error.extensions['code'])) || /^(Argument|Variable) "/.test(error.message);
  return unfit ? { code: 'VALIDATION_FAILED', message: error.message, path: inputPath(error.message) } : undefined;
}

/** `Variable "$input" got invalid value "x" at "input.lines[0].quantity"; ...` -> lines, 0, quantity: paths begin inside `input`. */
function inputPath(message: string): string[] {
  const at = /^Variable "\$.*" got invalid value .* at "([^"]+)";/s.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  const path = at ? at.replace(/\[(\d+)\]/g, '.$1').split('.') : [];
  return path[0] === 'input' ? path.slice(1) : path;
}

/** Nest's and Fastify's errors carry a status; theirs below 500 are about the request. */
function httpProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const status: unknown = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  return { code: BY_STATUS[status] ?? 'VALIDATION_FAILED', message: error.message, path: [] };
}
