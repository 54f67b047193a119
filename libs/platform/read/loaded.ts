import type { GraphQLResolveInfo } from 'graphql';

/** Where a parsed record keeps the columns that TypeScript works on. */
export const COLUMNS = '$columns';

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

/**
 * The columns that `resolvedElsewhere(...)` asked for, inside a `@ResolveField` method.
 *
 * @returns column values by name, null where a rule hides them
 */
export function columnsOf(parent: object): Readonly<Record<string, unknown>> {
  return (parent as Record<string, Record<string, unknown> | undefined>)[COLUMNS] ?? {};
}
