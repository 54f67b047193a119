import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** The closed list of codes the API answers with, and two of the client's own: OFFLINE and CANCELLED. */
export type FailureCode =
  | 'VALIDATION_FAILED'
  | 'UNAUTHENTICATED'
  | 'TWO_FACTOR_REQUIRED'
  | 'NETWORK_NOT_ALLOWED'
  | 'DEVICE_NOT_ALLOWED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'ILLEGAL_TRANSITION'
  | 'DUPLICATE'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'PRECONDITION_FAILED'
  | 'INTERNAL'
  | 'OFFLINE'
  | 'CANCELLED';

/** One error of a payload's `errors`; the path may come as a dotted string or as a list. */
export interface UserError {
  code: string;
  message: string;
  path?: string | readonly (string | number)[] | null;
  /** Facts for programs: the current state on CONFLICT. */
  details?: unknown;
}

/** Any failed request in one shape. */
export interface Failure {
  code: FailureCode;
  /** A sentence a person can act on. */
  message: string;
  /** Reference to the server's log, for INTERNAL. */
  requestId: string | null;
  /** Errors that belong to a field, by dotted path without the leading `input`. */
  fields: Readonly<Record<string, string>>;
  /** Errors that belong to no field. */
  general: readonly string[];
  /** The first error's facts for programs; see `conflictOf`. */
  details: unknown;
}

const SENTENCES: Partial<Record<FailureCode, string>> = {
  OFFLINE: 'The server cannot be reached. Check the connection; nothing was lost.',
  INTERNAL: 'Something went wrong on our side. Try again; if it stays, tell support the reference.',
  RATE_LIMITED: 'Too many requests in a short time. Wait a minute and try again.',
  FORBIDDEN: 'Your role does not allow this.',
  NOT_FOUND: 'This is not here any more, or it is not shared with you.',
  UNAUTHENTICATED: 'Your session has ended. Sign in again.',
};

const KNOWN = new Set<string>([
  'VALIDATION_FAILED', 'UNAUTHENTICATED', 'TWO_FACTOR_REQUIRED', 'NETWORK_NOT_ALLOWED', 'DEVICE_NOT_ALLOWED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT',
  'ILLEGAL_TRANSITION', 'DUPLICATE', 'LIMIT_EXCEEDED', 'RATE_LIMITED', 'PRECONDITION_FAILED', 'INTERNAL', 'OFFLINE', 'CANCELLED',
]); // prettier-ignore

function codeOf(code: unknown): FailureCode {
  return typeof code === 'string' && KNOWN.has(code) ? (code as FailureCode) : 'INTERNAL';
}

/** `["input","contact","email"]` or `"input.contact.email"` to `contact.email`. */
export function fieldPath(path: UserError['path']): string {
  const parts = typeof path === 'string' ? path.split('.') : (path ?? []).map(String);
  return (parts[0] === 'input' ? parts.slice(1) : parts).join('.');
}

/** A payload's `errors` as a failure; null when there are none. */
export function failureOfErrors(errors: readonly UserError[] | null | undefined): Failure | null {
  const first = errors?.[0];
  if (!errors || !first) return null;
  const fields: Record<string, string> = {};
  const general: string[] = [];
  for (const error of errors) {
    const path = fieldPath(error.path);
    if (path) fields[path] ??= error.message;
    else general.push(error.message);
  }
  return { code: codeOf(first.code), message: first.message, requestId: null, fields, general, details: first.details ?? null };
}

function plain(code: FailureCode, message?: string, requestId: string | null = null): Failure {
  const sentence = message || SENTENCES[code] || 'That did not work. Try again.';
  return { code, message: sentence, requestId, fields: {}, general: [sentence], details: null };
}

/** Whatever was thrown (GraphQL errors, lost network, HTTP status, a bug) as a failure. */
export function toFailure(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = codeOf(first?.extensions?.code);
    const requestId = first?.extensions?.requestId;
    return plain(code, code === 'INTERNAL' ? undefined : first?.message, typeof requestId === 'string' ? requestId : null);
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 429) return plain('RATE_LIMITED');
    return plain(error.statusCode >= 502 && error.statusCode <= 504 ? 'OFFLINE' : 'INTERNAL');
  }
  if (error instanceof DOMException && error.name === 'AbortError') return plain('CANCELLED', 'Cancelled.');
  if (error instanceof TypeError) return plain('OFFLINE'); // what fetch throws when there is no connection
  return plain('INTERNAL');
}

/** What a CONFLICT says of the record as it is now. */
export interface Conflict {
  /** Pass this one to save over it. */
  currentVersion: number;
  /** Present values by column name (snake_case). */
  current: Readonly<Record<string, unknown>>;
  /** Who changed it, where that may be told. */
  by: string | null;
}

/** The present state of the record when a save was refused as stale; null for any other failure. */
export function conflictOf(failure: Failure): Conflict | null {
  const { code, details } = failure;
  if (code !== 'CONFLICT' || typeof details !== 'object' || details === null || !('currentVersion' in details)) return null;
  const { currentVersion } = details;
  const current = 'current' in details && typeof details.current === 'object' && details.current !== null ? (details.current as Record<string, unknown>) : {};
  const by = 'changedBy' in details && typeof details.changedBy === 'string' ? details.changedBy : null;
  return typeof currentVersion === 'number' ? { currentVersion, current, by } : null;
}

/** A failure as an Error, for places that speak by throwing (`ConfirmDialog`, undo). */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
  }
}
