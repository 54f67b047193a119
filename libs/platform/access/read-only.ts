import { type Actor, type AppAbility, type Problem, AppError, switchedOff } from '../kernel/index.js';
import type { AccessColumns } from '../database/index.js';
import type { Permission } from './permission.js';

/** Names in inputs that are no fields of the record. */
const NO_FIELDS = new Set(['id', 'version']);

/** What of a mutation's input rules on fields speak about. */
export function writtenFields(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).filter(([name, value]) => value !== undefined && !NO_FIELDS.has(name)).map(([name]) => name);
}

/**
 * Refuses every field of an input that rules make read-only for the actor: a grant that names fields allows writing these only, a
 * denial that names fields all but these (ACL-03). Rules speak of fields as they are read, so `ownerId` is judged as `owner` too,
 * `departmentIds` as `departments`, `amountMinor` as `amount`.
 *
 * @param access the loaded record's; without it only what no record could allow is refused
 * @throws AppError FORBIDDEN, one problem for each field, with its path
 */
export function refuseReadOnly(actor: Actor, permission: Permission, fields: readonly string[], access?: AccessColumns): void {
  const { ability } = actor;
  if (fields.length === 0 || !speaksOfFields(ability, permission) || switchedOff('writes')) return;
  const record = access ? { ...access, __subject: permission.subject } : permission.subject;
  const refused = fields.filter((field) => !mayWrite(ability, permission.action, record, field));
  if (refused.length === 0) return;
  throw new AppError(refused.map((field): Problem => ({ code: 'FORBIDDEN', message: `You may not change "${field}": for you it is read-only here.`, path: [field] })));
}

function speaksOfFields(ability: AppAbility, { action, subject }: Permission): boolean {
  // Not `rulesFor`: without a field it leaves out denials that name some.
  return ability.possibleRulesFor(action, subject).some((rule) => rule.fields);
}

function mayWrite(ability: AppAbility, action: string, record: string | Record<string, unknown>, field: string): boolean {
  const rules = namesOf(field).map((name) => ability.relevantRuleFor(action, record, name));
  return rules.some((rule) => rule && !rule.inverted) && !rules.some((rule) => rule?.inverted);
}

function namesOf(field: string): string[] {
  const stem = field.replace(/(Ids?|Minor)$/, '');
  return stem === field ? [field] : [field, stem, ...(field.endsWith('Ids') ? [`${stem}s`] : [])];
}
