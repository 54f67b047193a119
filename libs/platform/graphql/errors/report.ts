import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../observability/index.js';
import { type Normalized, normalize } from './normalize.js';
import { publicError } from './public-error.js';

/** Errors as the answer shows them; our own failures are logged under the request's id. */
export function reportErrors(errors: readonly unknown[], requestId: string, logger: Logger): GraphQLFormattedError[] {
  return errors.flatMap((error) => {
    const normalized = normalize(error);
    logFailure(normalized, requestId, logger);
    const at = error as Pick<GraphQLFormattedError, 'path' | 'locations'>;
    return normalized.problems.map((problem) => publicError(problem, requestId, at));
  });
}

/** Writes a failure of ours to the log; refusals are the caller's. */
export function logFailure({ failure }: Normalized, requestId: string, logger: Logger): void {
  if (failure !== null) logger.error({ requestId, err: failure }, 'operation failed');
}
