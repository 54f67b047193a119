import type { GraphQLResolveInfo } from 'graphql';

/**
 * What the read engine loaded for a field, inside a `@ResolveField` method: `return loaded(customer, info)`.
 *
 * @param parent the record as the engine answered it
 */
export function loaded<T>(parent: object, info: GraphQLResolveInfo): T {
  return (parent as Record<string, unknown>)[answerKey(String(info.path.key), info.fieldName)] as T;
}

/** Where an answer of the engine holds a field: two aliases of one field must not share a place, nor one meet another field's name. */
export function answerKey(key: string, name: string): string {
  return key === name ? name : `${key}:${name}`;
}
