import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { GraphQLSchema } from 'graphql';
import { PUBLIC, type Permission, REQUIRES } from '../../access/index.js';
import { type Actor, type AppError, refuse, switchedOff } from '../../kernel/index.js';

/** What a root field declares: open to strangers, to everybody signed in, or to holders of a permission. */
export type RootFieldAccess = 'PUBLIC' | 'SIGNED_IN' | Permission;
export type RootType = 'Query' | 'Mutation' | 'Subscription';

/** @nestjs/graphql keeps these under names it does not export. */
const TYPE_KEY = 'graphql:resolver_type';
const NAME_KEY = 'graphql:resolver_name';
const ROOT_TYPES: readonly RootType[] = ['Query', 'Mutation', 'Subscription'];

/** What a handler declares by `@Requires`, `@SignedIn` or `@Public`; undefined when it declares nothing. */
export function declaredAccess(handler: object): RootFieldAccess | undefined {
  if (Reflect.getMetadata(PUBLIC, handler) === true) return 'PUBLIC';
  return Reflect.getMetadata(REQUIRES, handler) as RootFieldAccess | undefined;
}

/** `Query`, `Mutation` or `Subscription` for a method that answers a root field. */
export const rootTypeOf = (handler: object): RootType | undefined => ROOT_TYPES.find((root) => root === Reflect.getMetadata(TYPE_KEY, handler));

/** Why an actor may not use something declared so; null when they may. Undeclared is refused. */
export function refusal(actor: Actor, access: RootFieldAccess | undefined): AppError | null {
  if (access === 'PUBLIC') return null;
  if (actor.tier === 'PUBLIC') return actor.refused ?? refuse('UNAUTHENTICATED', 'Sign in first.');
  if (access === 'SIGNED_IN') return null;
  if (access && (actor.ability.can(access.action, access.subject) || switchedOff('guard'))) return null;
  const name = access ? `: it needs the permission "${access.name}"` : '';
  return refuse('FORBIDDEN', `You may not do this${name}.`);
}

/** What every root field of the schema declares, by type and name. */
@Injectable()
export class RootFields {
  private readonly access = new Map<string, RootFieldAccess>();

  constructor(private readonly modules: ModulesContainer) {}

  /**
   * Collects the declarations and compares them with the schema (deny by default).
   *
   * @throws Error naming every root field that declares nothing
   */
  check(schema: GraphQLSchema): void {
    this.collect();
    const missing = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name ?? ''}.${field}`).filter((name) => !this.access.has(name)));
    if (missing.length > 0) {
      throw new Error(`These root fields declare neither @Requires(...), @SignedIn() nor @Public(): ${missing.join(', ')}`);
    }
  }

  /** Why an actor may not use a root field; null when they may. For whoever answers without calling the resolver. */
  refusal(actor: Actor, type: RootType, field: string): AppError | null {
    return refusal(actor, this.access.get(`${type}.${field}`));
  }

  /** What a root field declares; undefined when there is none of that name. */
  declared(type: RootType, field: string): RootFieldAccess | undefined {
    return this.access.get(`${type}.${field}`);
  }

  /** Every root field with what it declares, `Query.leads`; complete once the server has started. For matrices of who may do what. */
  declarations(): ReadonlyMap<string, RootFieldAccess> {
    return this.access;
  }

  private collect(): void {
    for (const module of this.modules.values()) {
      for (const { metatype } of module.providers.values()) {
        if (typeof metatype === 'function') this.collectClass(metatype);
      }
    }
  }

  private collectClass({ prototype }: { prototype?: unknown }): void {
    if (typeof prototype !== 'object' || prototype === null) return;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof handler !== 'function') continue;
      const type = rootTypeOf(handler);
      const access = declaredAccess(handler);
      if (!type || !access) continue;
      const field = (Reflect.getMetadata(NAME_KEY, handler) as string | undefined) ?? name;
      this.access.set(`${type}.${field}`, access);
    }
  }
}
