import { createHash } from 'node:crypto';
import { type FieldNode, valueFromASTUntyped } from 'graphql';
import type { ActorRequest } from '../../kernel/index.js';
import type { InspectedOperation } from './inspected-operation.js';
import { invalid, type OperationMessage, tooMuch } from './operation-message.js';

const KEY = /^[A-Za-z0-9_.:-]{8,128}$/;

/**
 * What an `Idempotency-Key` stands for: one mutation field with these arguments (domain.md, "Concurrency and retries").
 *
 * @throws AppError VALIDATION_FAILED for a malformed key or a field that takes none, LIMIT_EXCEEDED for several fields
 */
export function idempotencyOf(key: string, operation: InspectedOperation, message: OperationMessage): NonNullable<ActorRequest['idempotency']> {
  if (!KEY.test(key)) throw invalid('An Idempotency-Key has 8 to 128 letters, digits or the signs _ . : -');
  if (operation.type !== 'mutation') throw invalid('Only mutations take an Idempotency-Key.');
  const [field, ...others] = operation.rootFields;
  if (!field || others.length > 0) {
    throw tooMuch('With an Idempotency-Key an operation may have one mutation field only.', { limit: 'idempotentFields', maximum: 1, found: operation.rootFields.length });
  }
  if (operation.aloneField !== undefined) throw invalid(`"${field.name.value}" takes no Idempotency-Key.`);
  return { key, operation: field.name.value, digest: digestOf(field, operation, message) };
}

function digestOf(field: FieldNode, operation: InspectedOperation, { variables }: OperationMessage): string {
  const defaults = Object.fromEntries((operation.node.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : []));
  const all = { ...defaults, ...variables };
  const values = (field.arguments ?? []).map(({ name, value }): [string, unknown] => [name.value, valueFromASTUntyped(value, all)]);
  return createHash('sha256').update(stableJson(Object.fromEntries(values))).digest('hex');
}

/** JSON whose text does not depend on the order of keys. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => stableJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableJson(item)}`).join(',')}}`;
}
