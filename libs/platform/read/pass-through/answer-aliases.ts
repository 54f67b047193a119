import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { answerKey } from '../loaded.js';

/**
 * Makes graphql-js find aliased fields in the engine's answers, where they lie under `alias:field`; everything else is
 * resolved as before. Unaliased fields pay one comparison.
 */
export function answerAliases(schema: GraphQLSchema): void {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.has(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) => {
        const { key } = info.path;
        if (key !== info.fieldName) {
          const place = answerKey(String(key), info.fieldName);
          if (Object.hasOwn(source as object, place)) return (source as Record<string, unknown>)[place];
        }
        return resolve(source, args, context, info) as unknown;
      };
    }
  }
}
