import { EFFECTS, type GrantConditions, type HoursWindow, minutesOf, parseNetwork, type Permission, permissionCatalogue, SCOPES, type Scope, type SubjectDefinition, subjectByName } from '@throughline/platform/access';
import { refuse } from '@throughline/platform/kernel';
import { fieldsOfModel, modelOfSubject } from '@throughline/platform/read';
import type { GrantLine } from '../rights.js';

/** A line as somebody enters it. */
export interface GrantLineEntry {
  permission: string;
  scope: Scope;
  effect?: GrantLine['effect'] | null | undefined;
  fields?: readonly string[] | null | undefined;
  conditions?: { [Key in keyof GrantConditions]?: GrantConditions[Key] | null | undefined } | null | undefined;
}

/** What a scope measures by; without it the scope reaches no record of the subject. */
const MEASURES: Record<Exclude<Scope, 'ORGANIZATION'>, (subject: SubjectDefinition) => unknown> = {
  OWN: ({ columns }) => columns.ownerId,
  ASSIGNED: ({ columns, assignees }) => assignees ?? columns.ownerId,
  TEAM: ({ columns }) => columns.teamId,
  DEPARTMENT: ({ columns }) => columns.departmentId,
  CUSTOMER: ({ columns }) => columns.customerId,
};

/** Scopes that reach something of a subject, for people of a customer or for all others. */
export function scopesOf(subject: SubjectDefinition, clients: boolean): Scope[] {
  return SCOPES.filter((scope) => (scope === 'CUSTOMER') === clients && (scope === 'ORGANIZATION' || Boolean(MEASURES[scope](subject))));
}

/** Fields of a subject that a rule can hide: those that may be null in its type. */
export function hideableFields(subject: string): string[] {
  const model = modelOfSubject(subject);
  return model ? fieldsOfModel(model).filter(({ nullable }) => nullable).map(({ name }) => name) : [];
}

/** The states that records of a subject can have, as its lists filter by them; none where it has no state. */
export function statesOf({ name, columns: { state } }: SubjectDefinition): string[] {
  if (!state) return [];
  const field = state.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.keys(modelOfSubject(name)?.filters[field]?.values?.object() ?? {});
}

/**
 * A line as it is stored: checked against what permission and subject can have.
 *
 * @param clients whether it is for people of a customer
 * @param path of the line in the input
 * @throws AppError VALIDATION_FAILED with the path of what makes no sense
 */
export function grantLine(entry: GrantLineEntry, clients: boolean, path: string): GrantLine {
  const at = (name: string): string => (path ? `${path}.${name}` : name);
  const permission = permissionCatalogue().find(({ name }) => name === entry.permission);
  if (!permission) throw refuse('VALIDATION_FAILED', `There is no permission named "${entry.permission}".`, at('permission'));
  const subject = subjectByName(permission.subject);
  const scopes = scopesOf(subject, clients);
  if (!scopes.includes(entry.scope)) throw refuse('VALIDATION_FAILED', `"${permission.name}" can have the scope ${scopes.join(' or ') || 'of nobody here'}.`, at('scope'));
  const effect = EFFECTS.find((known) => known === (entry.effect ?? 'ALLOW')) ?? 'ALLOW';
  const fields = entry.fields ? [...new Set(entry.fields)].sort() : [];
  checkFields(permission, subject, effect, fields, at('fields'));
  const conditions = conditionsOf(entry.conditions ?? {}, subject, at('conditions'));
  return {
    permission: permission.name, scope: entry.scope, effect, ...(fields.length > 0 ? { fields } : {}), ...(Object.keys(conditions).length > 0 ? { conditions } : {}),
  };
}

function checkFields({ action, subject: name }: Permission, subject: SubjectDefinition, effect: GrantLine['effect'], fields: readonly string[], path: string): void {
  if (effect === 'MASK') {
    const maskable = Object.keys(subject.maskable ?? {});
    if (action !== 'read') throw refuse('VALIDATION_FAILED', 'Only what is read can be masked.', path);
    if (fields.length === 0 || !fields.every((field) => maskable.includes(field))) {
      throw refuse('VALIDATION_FAILED', maskable.length > 0 ? `Of a ${subject.label} these can be masked: ${maskable.join(', ')}.` : `Nothing of a ${subject.label} can be masked.`, path);
    }
    return;
  }
  const model = modelOfSubject(name);
  const known = action === 'read' ? hideableFields(name) : model ? fieldsOfModel(model).map(({ name: field }) => field) : [];
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown !== undefined) throw refuse('VALIDATION_FAILED', `"${unknown}" is no field of a ${subject.label} that rules can speak of. Possible: ${known.join(', ') || 'none'}.`, path);
}

function conditionsOf({ networks, hours, states, amountAtLeast, amountAtMost }: NonNullable<GrantLineEntry['conditions']>, subject: SubjectDefinition, path: string): GrantConditions {
  if (states && !subject.columns.state) throw refuse('VALIDATION_FAILED', `A ${subject.label} has no state.`, `${path}.states`);
  if ((amountAtLeast ?? amountAtMost) && !subject.columns.amountMinor) throw refuse('VALIDATION_FAILED', `A ${subject.label} has no amount.`, `${path}.${amountAtLeast ? 'amountAtLeast' : 'amountAtMost'}`);
  return {
    ...(networks ? { networks: networks.map((text, index) => network(text, `${path}.networks.${index}`)) } : {}),
    ...(hours ? { hours: hours.map((window, index) => windowOf(window, `${path}.hours.${index}`)) } : {}),
    ...(states ? { states: knownStates(filled(states, `${path}.states`), subject, `${path}.states`) } : {}),
    ...(amountAtLeast ? { amountAtLeast: minor(amountAtLeast, `${path}.amountAtLeast`) } : {}),
    ...(amountAtMost ? { amountAtMost: minor(amountAtMost, `${path}.amountAtMost`) } : {}),
  };
}

function network(text: string, path: string): string {
  const parsed = parseNetwork(text.trim());
  if (!parsed) throw refuse('VALIDATION_FAILED', `"${text}" is no network. Write it as 10.1.0.0/16 or 2001:db8::/32.`, path);
  return `${parsed.address}/${parsed.prefix}`;
}

function windowOf({ days, from, to }: HoursWindow, path: string): HoursWindow {
  if (days.length === 0 || !days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) throw refuse('VALIDATION_FAILED', 'Days are 1 (Monday) to 7 (Sunday).', `${path}.days`);
  for (const [name, time] of [['from', from], ['to', to]] as const) {
    if (minutesOf(time) === null) throw refuse('VALIDATION_FAILED', 'Write a time of day as 08:30.', `${path}.${name}`);
  }
  return { days: [...new Set(days)].sort(), from, to };
}

function filled(states: readonly string[], path: string): readonly string[] {
  if (states.length === 0) throw refuse('VALIDATION_FAILED', 'Name at least one state.', path);
  return states;
}

function knownStates(states: readonly string[], subject: SubjectDefinition, path: string): string[] {
  const known = statesOf(subject);
  const wanted = [...new Set(states.map((state) => state.trim().toUpperCase()))].sort();
  const unknown = wanted.find((state) => !known.includes(state));
  if (unknown !== undefined && known.length > 0) throw refuse('VALIDATION_FAILED', `A ${subject.label} is never ${unknown}. Its states: ${known.join(', ')}.`, `${path}.${states.findIndex((state) => state.trim().toUpperCase() === unknown)}`);
  return wanted;
}

function minor(amount: string, path: string): string {
  if (!/^\d{1,18}$/.test(amount)) throw refuse('VALIDATION_FAILED', 'An amount is a whole number of minor units (cents).', path);
  return BigInt(amount).toString();
}
