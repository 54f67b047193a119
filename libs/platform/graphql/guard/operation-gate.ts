import { Injectable } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import { Authenticator } from '../../access/index.js';
import { Config } from '../../config/index.js';
import { placeOf } from '../../http/index.js';
import { type Actor, refuse } from '../../kernel/index.js';
import type { GraphqlContext, GraphqlRequest } from '../context/graphql-context.js';
import { DocumentGuard } from './document-guard.js';
import { idempotencyOf } from './idempotency.js';
import type { KnownDocuments } from './known-documents.js';
import type { InspectedOperation } from './inspected-operation.js';
import { invalid, type OperationMessage, readMessage } from './operation-message.js';
import { RateLimiter } from './rate-limiter.js';

/** Who sends an operation, and by which way. */
export interface Sender {
  request: GraphqlRequest;
  authorization: string | undefined;
  idempotencyKey: string | undefined;
  /** Known already: the person of an open WebSocket. */
  actor?: Actor;
}

/** An operation that may be executed. */
export interface Admitted {
  message: OperationMessage;
  operation: InspectedOperation;
  context: GraphqlContext;
}

/**
 * The guard before the executor, one for HTTP and WebSocket: shape, limits, rate, sender. What comes out is within every limit
 * and carries its actor; what may be seen and done is for the root fields and records to say.
 */
@Injectable()
export class OperationGate {
  private documents: DocumentGuard | null = null;
  private readonly addresses: RateLimiter;
  private readonly actors: RateLimiter;
  private readonly before: ((admitted: Admitted) => Promise<void>)[] = [];

  constructor(
    private readonly config: Config,
    private readonly authenticator: Authenticator,
  ) {
    this.addresses = new RateLimiter(config.rateLimits.addressPerMinute);
    this.actors = new RateLimiter(config.rateLimits.actorPerMinute);
  }

  /**
   * Sets the schema that documents are measured against; once, when the server starts.
   *
   * @returns the documents that were let through, for Apollo
   */
  useSchema(schema: GraphQLSchema): KnownDocuments {
    this.documents = new DocumentGuard(schema, this.config.environment === 'production');
    return this.documents.known;
  }

  /**
   * Counts a request of an address before anything of it is read.
   *
   * @throws AppError RATE_LIMITED with `details.retryAfter` in seconds
   */
  countAddress(address: string | null): void {
    limitRate(this.addresses.take(placeOf(address)));
  }

  /**
   * Lets one operation through.
   *
   * @param body HTTP body or payload of a `subscribe` message, parsed from JSON
   * @throws AppError whose code says what is wrong; nothing of the message is kept then
   */
  async admit(body: unknown, sender: Sender): Promise<Admitted> {
    const message = readMessage(body);
    if (!this.documents) throw new Error('The gate has no schema yet.');
    const operation = this.documents.inspect(message);
    operation.checkVariables(message);
    checkTransport(operation, sender.request.transport);
    const actor = sender.actor ? await this.actorOfSocket(sender.actor, sender.request) : await this.authenticate(sender);
    limitRate(this.actors.take(actor.sessionId ?? actor.userId ?? `stranger ${placeOf(sender.request.address)}`));
    if (operation.readsSchema && this.config.environment === 'production' && actor.tier === 'PUBLIC') {
      throw refuse('FORBIDDEN', 'The schema can be read by people who are signed in only.');
    }
    if (sender.idempotencyKey !== undefined) {
      actor.request = { ...actor.request, idempotency: idempotencyOf(sender.idempotencyKey, operation, message) };
    }
    const admitted: Admitted = { message, operation, context: { actor, request: sender.request } };
    for (const look of this.before) await look(admitted);
    return admitted;
  }

  /** Adds what has to happen before an operation runs: writing down what is read while viewing as somebody else. What it throws refuses the operation. */
  beforeEveryOperation(look: (admitted: Admitted) => Promise<void>): void {
    this.before.push(look);
  }

  /** A socket may outlive the hours in which its person may work: what was judged when it opened is judged again. */
  private async actorOfSocket(actor: Actor, { id, address, userAgent }: GraphqlRequest): Promise<Actor> {
    const own: Actor = { ...actor, request: { id, address, userAgent } };
    return (own.validUntil ?? Infinity) <= Date.now() ? this.authenticator.reloadAbility(own) : own;
  }

  /** Who sends it. The actor is this request's own: the idempotency key and the request id go on it. */
  async authenticate({ request, authorization }: Pick<Sender, 'request' | 'authorization'>): Promise<Actor> {
    return this.authenticator.authenticate({
      cookies: request.cookies, authorization, address: request.address, userAgent: request.userAgent, requestId: request.id,
    });
  }
}


function checkTransport(operation: InspectedOperation, transport: GraphqlRequest['transport']): void {
  const subscribes = operation.type === 'subscription';
  if (subscribes && transport === 'http') throw invalid('Subscriptions run over WebSocket (graphql-transport-ws) only.');
  if (!subscribes && transport === 'websocket') throw invalid('Only subscriptions run over WebSocket. Send queries and mutations by HTTP.');
}

function limitRate(retryAfter: number): void {
  if (retryAfter > 0) throw refuse('RATE_LIMITED', `Too many requests. Try again in ${retryAfter} s.`, '', { retryAfter });
}
