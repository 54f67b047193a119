import 'reflect-metadata';
import type { ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { buildSchemaOptions } from '@throughline/platform/graphql';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { apiFeatures } from './app.module.js';

type Imports = NonNullable<ModuleMetadata['imports']>;

/** What marks a class or one of its methods as a resolver; @nestjs/graphql does not export the names. */
const CLASS_KEY = 'graphql:resolver_type';

/**
 * The product's schema, sorted, without starting anything: no database, no server.
 *
 * @throws Error when types and resolvers do not fit together
 */
export async function buildProductSchema(features: Imports = apiFeatures): Promise<GraphQLSchema> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const schema = await builder.get(GraphQLSchemaFactory).create(await resolversOf(features), buildSchemaOptions);
    return lexicographicSortSchema(schema);
  } finally {
    await builder.close();
  }
}

/** Every resolver class among the providers of modules and the modules they import. */
export async function resolversOf(features: Imports): Promise<Type[]> {
  const modules = new Set<object>();
  const resolvers = new Set<Type>();
  const visit = async (entry: Imports[number]): Promise<void> => {
    const imported = await entry;
    const forward = 'forwardRef' in imported ? (imported.forwardRef as () => Type)() : imported;
    const dynamic = 'module' in forward ? forward : { module: forward as Type };
    const metadata = (key: 'imports' | 'providers'): unknown[] =>
      [...((Reflect.getMetadata(key, dynamic.module) as unknown[] | undefined) ?? []), ...((dynamic as ModuleMetadata)[key] ?? [])];
    for (const provider of metadata('providers')) if (isResolver(provider)) resolvers.add(provider);
    if (modules.has(dynamic.module)) return;
    modules.add(dynamic.module);
    for (const next of metadata('imports')) await visit(next as Imports[number]);
  };
  for (const feature of features) await visit(feature);
  return [...resolvers];
}

function isResolver(provider: unknown): provider is Type {
  if (typeof provider !== 'function') return false;
  if (Reflect.hasMetadata(CLASS_KEY, provider)) return true;
  const prototype = provider.prototype as object;
  return Object.getOwnPropertyNames(prototype).some((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    return typeof method === 'function' && Reflect.hasMetadata(CLASS_KEY, method);
  });
}
