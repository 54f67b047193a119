import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';

/** Which fields of a subject can be given an earlier value. */
export interface RestorableDefinition {
  readonly subject: string;
  /** What editing it takes. */
  readonly permission: Permission;
  /** Names as events record them; `BIGINT` for amounts, which events hold as text. */
  readonly fields: Readonly<Record<string, 'AS_IS' | 'BIGINT'>>;
}

/** Gives a record's fields earlier values through the feature's own update: its permission, validation, version and event. */
export interface RestoresRecord {
  /** @param values by field name, as the update takes them */
  restore(actor: Actor, id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export const RESTORES = 'throughline:restores';
const definitions = new Map<string, RestorableDefinition>();

/**
 * Declares what can be restored of a subject (AUD-03); the class that does it carries `@Restores(definition)`.
 *
 * @param permission the subject's permission to edit
 * @param fields names as they stand in the subject's events
 * @param amounts those of them that are bigint
 */
export function defineRestorable(permission: Permission, fields: readonly string[], amounts: readonly string[] = []): RestorableDefinition {
  if (definitions.has(permission.subject)) throw new Error(`What can be restored of ${permission.subject} is declared twice.`);
  const kinds = Object.fromEntries([...fields.map((name) => [name, 'AS_IS']), ...amounts.map((name) => [name, 'BIGINT'])]) as RestorableDefinition['fields'];
  const definition = Object.freeze({ subject: permission.subject, permission, fields: kinds });
  definitions.set(permission.subject, definition);
  return definition;
}

export const restorableCatalogue = (): readonly RestorableDefinition[] => [...definitions.values()];

/** Marks the provider that restores records of a subject. */
export const Restores = (definition: RestorableDefinition) =>
  (target: new (...dependencies: never[]) => RestoresRecord): void => void SetMetadata(RESTORES, definition.subject)(target);
