import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Optional } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { RefusalLog } from '../../access/index.js';
import { Config } from '../../config/index.js';
import { factsOf } from '../../http/index.js';
import type { Problem } from '../../kernel/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { normalize, PAYLOAD_CODES, statusOf } from './normalize.js';
import { publicError } from './public-error.js';
import { refusedAccess } from './refused-access.js';

/**
 * Catches what root fields and routes throw. A mutation's fixable refusals become its payload's `errors`; everything
 * else goes on to the top of the answer. Routes answer in the same shape as GraphQL.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Optional() private readonly refusals?: RefusalLog,
  ) {}

  /** @returns for GraphQL: the payload, or the error itself, which graphql-js then treats as thrown */
  catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() !== 'graphql') return this.answer(exception, host);
    const { problems } = normalize(exception);
    this.note(problems[0], host);
    const info = host.getArgs<[unknown, unknown, unknown, GraphQLResolveInfo]>()[3];
    if (info.parentType === info.schema.getMutationType() && PAYLOAD_CODES.has(problems[0].code)) return { errors: problems };
    return exception instanceof Error ? exception : new Error(String(exception));
  }

  private note(problem: Problem, host: ArgumentsHost): void {
    const refusal = this.refusals && refusedAccess(problem, host);
    if (refusal) this.refusals?.note(refusal.actor, refusal.refused);
  }

  private answer(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { id } = factsOf(http.getRequest<FastifyRequest>().raw, this.config);
    const { problems, failure } = normalize(exception);
    this.note(problems[0], host);
    if (failure !== null) this.logger.error({ requestId: id, err: failure }, 'request failed');
    void reply.code(statusOf(problems[0].code)).send({ errors: problems.map((problem) => publicError(problem, id)) });
  }
}
