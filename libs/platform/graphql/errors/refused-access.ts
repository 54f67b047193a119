import type { GqlContextType } from '@nestjs/graphql';
import type { ArgumentsHost } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import type { RefusedAccess } from '../../access/index.js';
import { type Actor, isId, type Problem } from '../../kernel/index.js';
import type { GraphqlContext } from '../context/graphql-context.js';

/** A missing record may be a hidden one: whoever keeps the log of refusals can tell. */
const REFUSALS: ReadonlySet<string> = new Set(['FORBIDDEN', 'NOT_FOUND']);

/**
 * What the log of refusals should know of a failed operation.
 *
 * @returns null when it was not refused for want of rights, or nobody is signed in
 */
export function refusedAccess(problem: Problem, host: ArgumentsHost): { actor: Actor; refused: RefusedAccess } | null {
  if (!REFUSALS.has(problem.code)) return null;
  const { actor, operation, args } = host.getType<GqlContextType>() === 'graphql' ? ofOperation(host) : ofRoute(host);
  if (!actor?.userId) return null;
  return { actor, refused: { operation, code: problem.code, permission: permissionIn(problem.message), recordId: recordIn(args, problem.path) } };
}

interface Asked { actor: Actor | undefined; operation: string; args: Record<string, unknown> }

function ofOperation(host: ArgumentsHost): Asked {
  const [, args, context, info] = host.getArgs<[unknown, Record<string, unknown>, GraphqlContext, GraphQLResolveInfo]>();
  return { actor: context.actor, operation: `${info.parentType.name}.${info.fieldName}`, args };
}

function ofRoute(host: ArgumentsHost): Asked {
  const request = host.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
  return { actor: request.actor, operation: `${request.method} ${request.routeOptions.url ?? ''}`, args: (request.params ?? {}) as Record<string, unknown> };
}

/** Our refusals name the permission in quotes (authorize, root-fields); nothing else decides by this text. */
function permissionIn(message: string): string | null {
  return /the permission "([A-Za-z]+\.[A-Za-z]+)"/.exec(message)?.[1] ?? null;
}

/** The record that the problem points at, else the one the operation is about. */
function recordIn(args: Record<string, unknown>, path: readonly string[]): string | null {
  const input = (typeof args['input'] === 'object' && args['input'] !== null ? args['input'] : {}) as Record<string, unknown>;
  const candidates = [at(input, path), at(args, path), input['id'], args['id']];
  return candidates.find((candidate): candidate is string => isId(candidate)) ?? null;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined), value);
}
