import { type BuildSchemaOptions } from '@nestjs/graphql';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { DateTimeScalar } from './scalars/index.js';

/** How classes become GraphQL types; the same in the running API and in the schema command. */
export const buildSchemaOptions: BuildSchemaOptions = {
  numberScalarMode: 'integer',
  scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  noDuplicatedFields: true,
};

/** Resolvers return their record only: a payload without `errors` has none. */
export function fillPayloadErrors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const { errors } = type.getFields();
    if (errors && String(errors.type) === '[UserError!]!') {
      errors.resolve = (payload: { errors?: unknown }) => payload.errors ?? [];
    }
  }
  return schema;
}
