import type { SubjectDefinition } from './subject.js';

/** What a grant may ask of the record itself, beside its scope (ACL-02). All that are given must hold. */
export interface RecordConditions {
  /** Its state is one of these. */
  states?: readonly string[];
  /** Its amount in minor units (decimal text) of the organization's currency is at least, at most this. */
  amountAtLeast?: string;
  amountAtMost?: string;
}

/**
 * A rule's conditions as CASL keeps them; `record-conditions.ts` judges loaded records by them, `ability-sql.ts` rows. `missing`
 * says what happens where the record does not tell: without it the rule does not match, with it (denials, masks) it does.
 */
export interface RuleConditions {
  departmentId?: { $in: string[] };
  teamId?: { $in: string[] };
  ownerId?: { $in: string[] };
  customerId?: { $in: string[] };
  assigneeIds?: { $in: string[] };
  sharedWithClient?: true;
  /** It follows some record (`Follows`). */
  followed?: true;
  state?: { $in: readonly string[]; missing: boolean };
  amountMinor?: { $gte?: string; $lte?: string; missing: boolean; currency?: string };
}

/**
 * @param takes whether the rule takes something away: then a fact that is missing counts as met
 * @param currency what amounts in conditions are in
 * @returns null when the conditions cannot be met by any record of the subject
 */
export function recordConditions(subject: SubjectDefinition, conditions: RecordConditions | undefined, takes: boolean, currency?: string): Pick<RuleConditions, 'state' | 'amountMinor'> | null {
  const { states, amountAtLeast, amountAtMost } = conditions ?? {};
  const compiled: Pick<RuleConditions, 'state' | 'amountMinor'> = {};
  if (states) {
    if (!subject.columns.state) return takes ? compiled : null;
    compiled.state = { $in: states, missing: takes };
  }
  if (amountAtLeast !== undefined || amountAtMost !== undefined) {
    if (!subject.columns.amountMinor) return takes ? compiled : null;
    compiled.amountMinor = {
      ...(amountAtLeast === undefined ? {} : { $gte: amountAtLeast }), ...(amountAtMost === undefined ? {} : { $lte: amountAtMost }), missing: takes,
      ...(currency !== undefined && subject.columns.currency ? { currency } : {}),
    };
  }
  return compiled;
}

type Test = (record: Record<string, unknown>) => boolean;

/** CASL's conditions matcher: our few kinds of conditions, judged exactly as `abilitySql` does in the database. */
export function matchRecord(conditions: RuleConditions): (record: object) => boolean {
  const tests = Object.entries(conditions).map(([key, value]) => testOf(key, value as RuleConditions[keyof RuleConditions]));
  return (record) => tests.every((test) => test(record as Record<string, unknown>));
}

function testOf(key: string, condition: RuleConditions[keyof RuleConditions]): Test {
  if (key === 'followed') return (record) => record['follows'] !== null && record['follows'] !== undefined;
  if (condition === true) return (record) => record[key] === true;
  if (key === 'amountMinor') return amountTest(condition as NonNullable<RuleConditions['amountMinor']>);
  const { $in, missing = false } = condition as { $in: readonly unknown[]; missing?: boolean };
  if (key === 'assigneeIds') return (record) => Array.isArray(record[key]) && record[key].some((id) => $in.includes(id));
  return (record) => (record[key] === null || record[key] === undefined ? missing : $in.includes(record[key]));
}

function amountTest({ $gte, $lte, missing, currency }: NonNullable<RuleConditions['amountMinor']>): Test {
  const [least, most] = [$gte === undefined ? null : BigInt($gte), $lte === undefined ? null : BigInt($lte)];
  return ({ amountMinor, currency: own }) => {
    if (amountMinor === null || amountMinor === undefined || (currency !== undefined && own !== currency)) return missing;
    const amount = BigInt(amountMinor as string);
    return (least === null || amount >= least) && (most === null || amount <= most);
  };
}
