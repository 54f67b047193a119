import type { Type } from '@nestjs/common';
import { Float, GraphQLISODateTime, ID, Int, LazyMetadataStorage, TypeMetadataStorage } from '@nestjs/graphql';
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
 * The fields of a model's object type, in the order of its decorators (base classes first). Read once: decorators are
 * complete when the program has been loaded.
 */
export function objectFields(model: ReadModel): ReadonlyMap<string, ObjectField> {
  const found = known.get(model);
  if (found) return found;
  const fields = new Map<string, ObjectField>();
  for (const type of ancestry(model.object())) addFields(type, fields);
  known.set(model, fields);
  return fields;
}

function addFields(type: Type<unknown>, fields: Map<string, ObjectField>): void {
  LazyMetadataStorage.load([type], { skipFieldLazyMetadata: true });
  const metadata = TypeMetadataStorage.getObjectTypeMetadataByTarget(type);
  if (!metadata) return;
  TypeMetadataStorage.compileClassMetadata([metadata]);
  for (const { schemaName, typeFn, options } of metadata.properties ?? []) {
    fields.set(schemaName, { kind: kindOf(typeFn()), list: options.isArray === true, nullable: options.nullable === true });
  }
}

function ancestry(type: Type<unknown>): Type<unknown>[] {
  const parent = Object.getPrototypeOf(type) as Type<unknown>;
  return typeof parent === 'function' && parent !== Function.prototype ? [...ancestry(parent), type] : [type];
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
