import { Float, GraphQLISODateTime, ID, Int } from '@nestjs/graphql';
import { getFieldsAndDecoratorForType } from '@nestjs/graphql/dist/schema-builder/utils/get-fields-and-decorator.util.js';
import { GraphQLScalarType } from 'graphql';
import type { ReadModel, ValueKind } from './model.js';

/** What GraphQL says about a field of an object type. */
export interface ObjectField {
  /** null: an object type, which the read model has to explain. */
  readonly kind: ValueKind | null;
  readonly list: boolean;
  readonly nullable: boolean;
}

const known = new WeakMap<ReadModel, ReadonlyMap<string, ObjectField>>();

const SCALARS: Readonly<Record<string, ValueKind>> = {
  ID: 'TEXT', String: 'TEXT', Int: 'INTEGER', Float: 'FLOAT', Boolean: 'BOOLEAN', DateTime: 'DATE_TIME', Date: 'DATE', BigInt: 'BIG_INT', JSON: 'JSON',
};

/**
 * The fields of a model's object type, base classes first. Read once: decorators are complete when the program has been
 * loaded. Fields that resolvers of other folders add are known from `extendRead`.
 */
export function objectFields(model: ReadModel): ReadonlyMap<string, ObjectField> {
  const found = known.get(model);
  if (found) return found;
  // The function that PartialType and its sisters stand on; @nestjs/graphql does not export it by name.
  const { fields } = getFieldsAndDecoratorForType(model.object());
  const described = new Map(fields.map(({ schemaName, typeFn, options }) =>
    [schemaName, { kind: kindOf(typeFn()), list: options.isArray === true, nullable: options.nullable === true }]));
  known.set(model, described);
  return described;
}

function kindOf(type: unknown): ValueKind | null {
  if (type === ID || type === String) return 'TEXT';
  if (type === Int) return 'INTEGER';
  if (type === Float || type === Number) return 'FLOAT';
  if (type === Boolean) return 'BOOLEAN';
  if (type === Date || type === GraphQLISODateTime) return 'DATE_TIME';
  if (type instanceof GraphQLScalarType) return SCALARS[type.name] ?? 'JSON';
  // Registered enums are plain objects; everything that is a class is another object type.
  return typeof type === 'function' ? null : 'TEXT';
}
