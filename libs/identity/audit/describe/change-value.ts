import { modelNamed, type ReadModel } from '@throughline/platform/read';
import { isId } from '@throughline/platform/kernel';
import { enumText } from './words.js';

/** How a screen shows a changed value. */
export const ChangeValueKind = {
  TEXT: 'TEXT', NUMBER: 'NUMBER', MONEY: 'MONEY', BOOLEAN: 'BOOLEAN', DATE: 'DATE', DATE_TIME: 'DATE_TIME', CHOICE: 'CHOICE', RECORD: 'RECORD', OTHER: 'OTHER',
} as const;
export type ChangeValueKind = (typeof ChangeValueKind)[keyof typeof ChangeValueKind];

/** Ids that are not called after what they name. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  owner: 'User', manager: 'User', assignee: 'User', user: 'User', member: 'User', actor: 'User', decidedBy: 'User', validatedBy: 'User', reviewer: 'User', createdBy: 'User',
  stage: 'PipelineStage', category: 'ServiceCategory', parentProject: 'Project', convertedCustomer: 'Customer', convertedContact: 'Contact', convertedDeal: 'Deal',
};

/**
 * The model of the records that a field's ids name: `ownerId` people, `departmentId` departments, `parentId` records of the same kind.
 *
 * @param own the model of the record that changed
 */
export function modelOfReference(name: string, own: ReadModel | null): ReadModel | null {
  const base = /^(.+?)Ids?$/.exec(name)?.[1] ?? (name in NAMED_OTHERWISE ? name : null);
  if (base === null) return null;
  if (base === 'parent') return own;
  return modelNamed(NAMED_OTHERWISE[base] ?? base.charAt(0).toUpperCase() + base.slice(1));
}

/** The ids in a value: one, or a list of them. */
export function idsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(isId);
}

/** What kind of value a change shows, by the field's name and what it holds. */
export function kindOfValue(name: string, before: unknown, after: unknown): ChangeValueKind {
  const values = [before, after].filter((value) => value !== null && value !== undefined);
  const every = (test: (value: unknown) => boolean): boolean => values.length > 0 && values.every(test);
  const matching = (pattern: RegExp) => (value: unknown): boolean => typeof value === 'string' && pattern.test(value);
  if (every((value) => typeof value === 'boolean')) return 'BOOLEAN';
  if (/Minor$/.test(name) && every(matchingNumber)) return 'MONEY';
  if (/Ids?$/.test(name) && every((value) => idsIn(value).length > 0 || (Array.isArray(value) && value.length === 0))) return 'RECORD';
  if (every((value) => typeof value === 'number')) return 'NUMBER';
  if (every(matching(/^\d{4}-\d\d-\d\d$/))) return 'DATE';
  if (every(matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d/))) return 'DATE_TIME';
  if (every(matching(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/)) && !NOT_CHOICES.has(name)) return 'CHOICE';
  if (every((value) => typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')))) return 'TEXT';
  return 'OTHER';
}

/** Capital letters that are a name and no choice. */
const NOT_CHOICES: ReadonlySet<string> = new Set(['name', 'title', 'currency', 'number', 'key', 'sku', 'note', 'reason', 'company']);
const matchingNumber = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));

/**
 * A value as people read it. Dates stay as they are stored, for the screen to show in its own zone; null stays null.
 *
 * @param names of records by id; one that is missing is not the caller's to know
 * @param currency of amounts, ISO 4217; null where none is known
 */
export function textOfValue(kind: ChangeValueKind, value: unknown, names: ReadonlyMap<string, string>, currency: string | null = null): string | null {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'BOOLEAN':
      return value === true ? 'Yes' : 'No';
    case 'MONEY':
      return minorUnits(BigInt(value as string | number), currency);
    case 'CHOICE':
      return enumText(value as string);
    case 'RECORD':
      return idsIn(value).map((id) => names.get(id) ?? HIDDEN_RECORD).join(', ') || null;
    case 'NUMBER':
    case 'DATE':
    case 'DATE_TIME':
      return String(value as string | number);
    case 'TEXT':
      return Array.isArray(value) ? value.join(', ') : (value as string);
    case 'OTHER':
      return JSON.stringify(value);
  }
}

/** For a record that the reader may not see, or that is gone. */
export const HIDDEN_RECORD = '(not visible)';

/** `1,234.50 EUR`: with as many decimals as the currency has. */
function minorUnits(amount: bigint, currency: string | null): string {
  const decimals = currency === null ? 2 : new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const [whole, part] = decimals === 0 ? [digits, ''] : [digits.slice(0, -decimals), `.${digits.slice(-decimals)}`];
  return `${amount < 0n ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part}${currency === null ? '' : ` ${currency}`}`;
}
