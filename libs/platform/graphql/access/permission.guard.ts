import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { Authenticator, refuseReadOnly, WHILE_VIEWING, WITHOUT_ACTOR, writtenFields } from '../../access/index.js';
import { Config } from '../../config/index.js';
import { factsOf } from '../../http/index.js';
import { type Actor, refuseViewing } from '../../kernel/index.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { declaredAccess, refusal, type RootFieldAccess, rootTypeOf } from './root-fields.js';

/**
 * The global guard: a root field or route runs only as far as its declaration allows. What a caller may do to the one
 * record it names is checked again on the loaded record.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly authenticator: Authenticator,
  ) {}

  /** @throws AppError UNAUTHENTICATED or FORBIDDEN */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handler = context.getHandler();
    const access = declaredAccess(handler);
    if (context.getType<GqlContextType>() !== 'graphql') return this.route(context, handler, access);
    const { actor } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    if (rootTypeOf(handler) !== 'Mutation') return this.check(actor, access);
    const { input } = GqlExecutionContext.create(context).getArgs<{ input?: unknown }>();
    return this.mayWrite(actor, handler, access, input);
  }

  /** Rules on fields: what no record could allow is refused here, the rest when the record is loaded (`authorize`). */
  private async mayWrite(actor: Actor, handler: object, access: RootFieldAccess | undefined, input: unknown): Promise<boolean> {
    refuseWhileViewing(actor, handler, access);
    await this.check(actor, access);
    if (typeof access !== 'object') return true;
    const fields = writtenFields(input);
    actor.request.writes = { permission: access.name, fields };
    refuseReadOnly(actor, access, fields);
    return true;
  }

  /** Routes get their actor here; GraphQL operations have had theirs since the gate. */
  private async route(context: ExecutionContext, handler: object, access: RootFieldAccess | undefined): Promise<boolean> {
    if (access === 'PUBLIC' && Reflect.getMetadata(WITHOUT_ACTOR, handler) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const { id, address, userAgent } = factsOf(request.raw, this.config);
    request.actor = await this.authenticator.authenticate({
      cookies: request.cookies, authorization: request.headers.authorization, address, userAgent, requestId: id,
    });
    if (!READING.has(request.method)) refuseWhileViewing(request.actor, handler, access);
    return this.check(request.actor, access);
  }

  private check(actor: Actor, access: RootFieldAccess | undefined): boolean | Promise<boolean> {
    const refused = refusal(actor, access);
    if (!refused) return true;
    if (refused.code !== 'FORBIDDEN' || !access) throw refused;
    return this.checkAgain(actor, access);
  }

  /** A right that was given a moment ago must not be missing. */
  private async checkAgain(actor: Actor, access: RootFieldAccess): Promise<boolean> {
    const refused = refusal(await this.authenticator.reloadAbility(actor), access);
    if (refused) throw refused;
    return true;
  }
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What strangers may call has nothing to do with the view. @throws AppError FORBIDDEN */
function refuseWhileViewing(actor: Actor, handler: object, access: RootFieldAccess | undefined): void {
  if (!actor.viewing) return;
  if (access === 'PUBLIC' || Reflect.getMetadata(WHILE_VIEWING, handler) === true) actor.request.writesWhileViewing = true;
  else refuseViewing(actor);
}
