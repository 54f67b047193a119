import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../observability/index.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { logFailure } from '../errors/report.js';
import { normalize } from '../errors/normalize.js';
import { publicError } from '../errors/public-error.js';

/** Apollo's `formatError`: knows no request, so the plugin below adds its id. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  return publicError(normalize(error).problems[0], '', formatted);
}

/** Logs what failed on our side and names the request in every error. */
export function errorPlugin(logger: Logger): ApolloServerPlugin<GraphqlContext> {
  return {
    requestDidStart: ({ contextValue }) => Promise.resolve({
      didEncounterErrors: ({ errors }) => {
        for (const error of errors) logFailure(normalize(error), contextValue.request.id, logger);
        return Promise.resolve();
      },
      willSendResponse: ({ response }) => {
        if (response.body.kind === 'single' && response.body.singleResult.errors) {
          response.body.singleResult.errors = response.body.singleResult.errors.map((error) =>
            ({ ...error, extensions: { ...error.extensions, requestId: contextValue.request.id } }));
        }
        return Promise.resolve();
      },
    }),
  };
}
