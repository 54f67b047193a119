import { GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import { newId, type Actor } from '../../kernel/index.js';
import type { RequestFacts } from '../../http/index.js';
import type { Logger } from '../../observability/index.js';
import type { GraphqlRequest } from '../context/graphql-context.js';
import { tooMuch } from '../guard/operation-message.js';
import { normalize } from '../errors/normalize.js';
import { publicError } from '../errors/public-error.js';
import { reportErrors } from '../errors/report.js';
import { LIMITS } from '../guard/limits.js';
import type { OperationGate } from '../guard/operation-gate.js';

/** What the protocol knows of one socket. */
export interface SocketExtra {
  facts: RequestFacts;
  cookies: GraphqlRequest['cookies'];
  authorization: string | undefined;
  /** Set by `connection_init`. */
  actor: Actor | null;
  /** Tells the endpoint that the sender is known now. */
  onActor(actor: Actor): void;
}

export interface ProtocolParts {
  schema: GraphQLSchema;
  gate: OperationGate;
  logger: Logger;
}

/** Clients that cannot send headers with an upgrade put them here. */
type Init = Record<'authorization' | 'Authorization', unknown>;

/** graphql-transport-ws with our guard, our errors and the sender checked at `connection_init`. */
export function createProtocol({ schema, gate, logger }: ProtocolParts): Server<SocketExtra> {
  const publish = (errors: readonly unknown[], requestId: string): GraphQLFormattedError[] => reportErrors(errors, requestId, logger);

  const prepare = async (extra: SocketExtra, active: number, payload: SubscribePayload): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const request = socketRequest(extra);
    try {
      if (active > LIMITS.subscriptions) throw tooMuch(`A connection may have ${LIMITS.subscriptions} subscriptions.`, { limit: 'subscriptions', maximum: LIMITS.subscriptions });
      if (!extra.actor) throw new Error('A subscription came before its sender was known.');
      const { message, operation, context } = await gate.admit(payload, { request, authorization: undefined, idempotencyKey: undefined, actor: extra.actor });
      return {
        schema, document: operation.document, operationName: message.operationName, variableValues: message.variables, contextValue: context,
      };
    } catch (error) {
      return publish([error], request.id).map(({ message, extensions }) => new GraphQLError(message, { extensions }));
    }
  };

  return makeServer<Init, SocketExtra>({
    connectionInitWaitTimeout: LIMITS.initSeconds * 1000,
    onConnect: async ({ connectionParams, extra }) => {
      const given = connectionParams?.authorization ?? connectionParams?.Authorization;
      const actor = await gate.authenticate({
        request: socketRequest(extra),
        authorization: typeof given === 'string' ? given : extra.authorization,
      });
      if (actor.refused) throw actor.refused;
      if (actor.tier === 'PUBLIC') return false;
      extra.actor = actor;
      extra.onActor(actor);
      return true;
    },
    onSubscribe: ({ extra, subscriptions }, _id, payload) => prepare(extra, Object.keys(subscriptions).length, payload),
    onNext: (_context, _id, _payload, { contextValue }, result): ExecutionResult | undefined => {
      if (!result.errors) return undefined;
      const { request } = contextValue as { request: GraphqlRequest };
      return { ...result, errors: publish(result.errors, request.id) as unknown as readonly GraphQLError[] };
    },
    // Refusals of `prepare` are ready to be shown; what breaks a running subscription is not.
    onError: (_context, _id, _payload, errors) => errors.map((error) => error.extensions['requestId'] === undefined
      ? (publish([error], newId())[0] ?? publicError(normalize(error).problems[0], ''))
      : error.toJSON()),
  });
}

function socketRequest({ facts, cookies }: SocketExtra): GraphqlRequest {
  const noAnswer = (): never => {
    throw new Error('A WebSocket has no answer that could carry a cookie.');
  };
  return {
    id: newId(), transport: 'websocket', address: facts.address, userAgent: facts.userAgent, cookies, setCookie: noAnswer, clearCookie: noAnswer,
  };
}
