import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { refuse } from '../../kernel/index.js';
import type { GraphqlContext } from '../context/graphql-context.js';
import { declaredAccess, refusal } from './root-fields.js';

/**
 * The global guard: a root field or route runs only as far as its declaration allows. What a caller may do to the one
 * record it names is checked again on the loaded record.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  /** @throws AppError UNAUTHENTICATED or FORBIDDEN */
  canActivate(context: ExecutionContext): boolean {
    const access = declaredAccess(context.getHandler());
    if (access === 'PUBLIC') return true;
    // Routes outside GraphQL carry no actor yet; until they do, only public ones run.
    if (context.getType<GqlContextType>() !== 'graphql') throw refuse('UNAUTHENTICATED', 'Sign in first.');
    const { actor } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    const refused = refusal(actor, access);
    if (refused) throw refused;
    return true;
  }
}
