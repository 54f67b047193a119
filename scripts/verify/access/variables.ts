import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Operation } from './operations.js';

/** Well formed and never the one in force: whoever may change the record is told CONFLICT, and nothing changes. */
export const STALE_VERSION = 1_000_000;

const SCALARS: Record<string, unknown> = {
  String: 'probe', Int: 1, Float: 1, Boolean: true, Date: '2027-03-01', DateTime: '2027-03-01T09:00:00.000Z', BigInt: '1', JSON: {},
};

/** What identifiers are called in inputs, and the values that stand for them. */
export type Known = (name: string) => unknown;

/**
 * The least that an operation demands: required arguments and fields only, made of their types, and the field that names the record;
 * `known` supplies ids and what only a person could choose.
 */
export function variablesOf(operation: Operation, known: Known, extra: Record<string, unknown> = {}, record: string | null = null): Record<string, unknown> {
  const made = Object.fromEntries(operation.field.args.flatMap(({ name, type, defaultValue }) => {
    if (!isNonNullType(type) || defaultValue !== undefined) return [];
    return [[name, valueOf(name, type, known, record)]];
  }));
  const { input, ...others } = extra as { input?: object };
  return { ...made, ...others, ...(input || made['input'] ? { input: { ...(made['input'] as object), ...input } } : {}) };
}

function valueOf(name: string, type: GraphQLInputType, known: Known, record: string | null): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  const given = known(name);
  if (isListType(inner)) return given === undefined ? [] : [given];
  if (name === 'version') return STALE_VERSION;
  if (given !== undefined) return given;
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    return Object.fromEntries(Object.values(inner.getFields()).flatMap((field) =>
      (isNonNullType(field.type) && field.defaultValue === undefined) || field.name === record ? [[field.name, valueOf(field.name, field.type, known, record)]] : []));
  }
  if (inner.name === 'ID') throw new Error(`No probe is known for "${name}".`);
  return SCALARS[inner.name] ?? 'probe';
}
