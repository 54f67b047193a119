import type { DescribedChange } from '@throughline/identity/audit';

/** Subjects that are people: nothing they are said to be is repeated in a stream that everybody reads. */
const PEOPLE: ReadonlySet<string> = new Set(['contact']);

/** Choices of a fixed set; a word in capitals may as well be somebody's name. */
const CHOICES: ReadonlySet<string> = new Set(['status', 'overrideStatus', 'priority', 'kind', 'lifeCycle', 'temperature', 'timeline', 'source', 'step', 'visibility', 'health']);

const BEGINNING = /\.(created|opened)$/;

/** Words are left to the record's own history: they may say anything of anybody, and stay in the record. */
const TOLD: ReadonlySet<DescribedChange['kind']> = new Set(['NUMBER', 'MONEY', 'BOOLEAN', 'DATE', 'DATE_TIME', 'RECORD']);

/**
 * What of the changed values the stream repeats, of what the reader may see already (`describeEvents`): numbers, amounts, dates, states
 * and names of records, never text that somebody wrote and nothing of what is known of a person.
 */
export function repeatedChanges({ kind: event, subject }: { kind: string; subject: string }, changes: readonly DescribedChange[]): DescribedChange[] {
  if (PEOPLE.has(subject) || BEGINNING.test(event)) return [];
  return changes.filter(({ kind, field }) => TOLD.has(kind) || (kind === 'CHOICE' && CHOICES.has(field)));
}

/** Names of the fields that changed; of something new that it came is all there is to say. */
export function changedFields({ kind }: { kind: string }, changes: readonly DescribedChange[]): string[] {
  return BEGINNING.test(kind) ? [] : changes.map(({ label }) => label);
}
