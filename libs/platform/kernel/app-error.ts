/**
 * The closed list of error codes a caller can meet (domain.md, "Bad input"). INTERNAL is everything that is our
 * fault; its message never carries detail.
 */
export const ERROR_CODES = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'TWO_FACTOR_REQUIRED',
  'NETWORK_NOT_ALLOWED',
  'DEVICE_NOT_ALLOWED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'ILLEGAL_TRANSITION',
  'DUPLICATE',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'PRECONDITION_FAILED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing that is wrong, in a form a person can act on. */
export interface Problem {
  code: ErrorCode;
  /** A full sentence in plain words. */
  message: string;
  /** Where in the input: `['lines', '0', 'quantity']`; empty when it concerns the whole input. */
  path: string[];
  /** Facts a program can use: the current state on CONFLICT, the allowed moves on ILLEGAL_TRANSITION. */
  details?: Record<string, unknown>;
}

/**
 * A refusal that the caller can understand. Throw it from services and rules; the transaction rolls back and the
 * normalizer (platform/graphql) puts it where the caller looks for it.
 */
export class AppError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem | Problem[]) {
    const list = Array.isArray(problems) ? problems : [problems];
    super(list[0]?.message ?? 'Something went wrong.');
    this.name = 'AppError';
    this.problems = list;
  }

  /** The first problem's code: what decides where the error is shown. */
  get code(): ErrorCode {
    return this.problems[0]?.code ?? 'INTERNAL';
  }
}

/**
 * Shorthand for an `AppError` with one problem.
 *
 * @param path field path inside the input, dot-separated (`lines.0.quantity`); empty for the whole input
 */
export function refuse(code: ErrorCode, message: string, path = '', details?: Record<string, unknown>): AppError {
  return new AppError({ code, message, path: path === '' ? [] : path.split('.'), ...(details ? { details } : {}) });
}

/** The one sentence for a record that is missing or that the caller may not see: both look the same. */
export function notFound(what: string, path = 'id'): AppError {
  return refuse('NOT_FOUND', `This ${what} does not exist or is not visible to you.`, path);
}
