import { ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/index.js';
import { factsOf } from '../../http/index.js';
import type { Logger } from '../../observability/index.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { normalize, statusOf } from '../errors/normalize.js';
import { reportErrors } from '../errors/report.js';
import { LIMITS } from '../guard/limits.js';
import type { OperationGate } from '../guard/operation-gate.js';
import { invalid, parseBody, tooMuch } from '../guard/operation-message.js';
import { httpRequest } from './http-request.js';

const PATH = '/graphql';
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const RESPONSE_TYPE = 'application/graphql-response+json';

/** What the endpoint needs beside Apollo. */
export interface EndpointParts {
  apollo: ApolloServer<GraphqlContext>;
  gate: OperationGate;
  config: Config;
  logger: Logger;
}

/**
 * POST /graphql: the guard, then Apollo. Registered in a scope of its own, because here a body is bytes until the
 * guard has read it, and every refusal has the shape of a GraphQL answer.
 */
export function registerEndpoint(fastify: FastifyInstance, parts: EndpointParts): void {
  fastify.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMITS.bodyBytes }, (_request, body, parsed) => parsed(null, body));
    scope.setErrorHandler((error, request, reply) => refuseRequest(error, request, reply, parts));
    scope.route({ method: 'POST', url: PATH, bodyLimit: LIMITS.bodyBytes, handler: (request, reply) => answer(request, reply, parts) });
    scope.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: PATH,
      handler: async (request, reply) => {
        void reply.code(405).header('allow', 'POST').type('application/json; charset=utf-8');
        return JSON.stringify({ errors: reportErrors([invalid('Send operations by POST.')], factsOf(request.raw, parts.config).id, parts.logger) });
      },
    });
    done();
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, { apollo, gate, config }: EndpointParts): Promise<string> {
  const facts = factsOf(request.raw, config);
  gate.countAddress(facts.address);
  const { headers } = request;
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) throw invalid('Send operations as application/json in UTF-8.');
  if (!Buffer.isBuffer(request.body)) throw invalid('The request has no body.');
  const key = headers['idempotency-key'];
  const { message, context } = await gate.admit(parseBody(request.body), {
    request: httpRequest(request, reply, facts, config),
    authorization: headers.authorization,
    idempotencyKey: Array.isArray(key) ? key.join(',') : key,
  });
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: headersForApollo(request), search: '', body: message },
    context: () => Promise.resolve(context),
  });
  // A plugin failed: Apollo has written why, this names the request.
  if ((result.status ?? 200) >= 500) throw new Error('The executor failed; the line before says why.');
  for (const [name, value] of result.headers) void reply.header(name, value);
  void reply.code(result.status ?? 200);
  if (result.body.kind === 'complete') return result.body.string;
  throw new Error('Answers in parts are not supported.');
}

/** Apollo reads these only; copying all of them would be work for nothing. */
function headersForApollo({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  map.set('content-type', 'application/json');
  if (headers.accept) map.set('accept', headers.accept);
  return map;
}

function refuseRequest(error: unknown, request: FastifyRequest, reply: FastifyReply, { config, logger }: EndpointParts): void {
  const { id } = factsOf(request.raw, config);
  const cause = tooLarge(error) ? tooMuch(`A request may have ${LIMITS.bodyBytes} bytes at most.`, { limit: 'bodyBytes', maximum: LIMITS.bodyBytes }) : error;
  const [{ code, details }] = normalize(cause).problems;
  if (code === 'RATE_LIMITED') void reply.header('retry-after', String(details?.['retryAfter'] ?? 1));
  const wanted = request.headers.accept?.includes(RESPONSE_TYPE) ? RESPONSE_TYPE : 'application/json';
  void reply.code(tooLarge(error) ? 413 : statusOf(code)).type(`${wanted}; charset=utf-8`)
    .send(JSON.stringify({ errors: reportErrors([cause], id, logger) }));
}

const tooLarge = (error: unknown): boolean => (error as { code?: unknown }).code === 'FST_ERR_CTP_BODY_TOO_LARGE';

