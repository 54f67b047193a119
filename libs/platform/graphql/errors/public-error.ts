import type { GraphQLFormattedError } from 'graphql';
import type { Problem } from '../../kernel/index.js';

/**
 * A problem as an entry of the answer's `errors`: closed code, request id, and where known the place in the input.
 *
 * @param at what graphql-js knows of the place in document and answer
 */
export function publicError(problem: Problem, requestId: string, at: Pick<GraphQLFormattedError, 'path' | 'locations'> = {}): GraphQLFormattedError {
  return {
    message: problem.message,
    ...(at.locations ? { locations: at.locations } : {}),
    ...(at.path ? { path: at.path } : {}),
    extensions: {
      code: problem.code,
      requestId,
      ...(problem.path.length > 0 ? { inputPath: problem.path } : {}),
      ...(problem.details ? { details: problem.details } : {}),
      ...(problem.code === 'RATE_LIMITED' && typeof problem.details?.['retryAfter'] === 'number' ? { retryAfter: problem.details['retryAfter'] } : {}),
    },
  };
}
