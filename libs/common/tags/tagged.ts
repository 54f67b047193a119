import type { SubjectDefinition } from '@throughline/platform/access';

/** Records that carry tags, as a list of their names. */
export interface Tagged {
  readonly subject: SubjectDefinition;
  /** The `text[]` column: `tags`. */
  readonly column: string;
  /** Its field, as events name it. */
  readonly field: string;
  /** What people call such records: `leads`. */
  readonly label: string;
}

const declared: Tagged[] = [];

/**
 * Declares that records of a subject carry tags; beside the subject, in its `*.policy.ts`. Whoever may update a record tags it, by
 * the record's own update. The table has the trigger `app.know_tags`, so that a name that is used for the first time is known.
 */
export function defineTagged(subject: SubjectDefinition, label: string, { column = 'tags', field = 'tags' }: { column?: string; field?: string } = {}): void {
  if (declared.some((other) => other.subject === subject)) throw new Error(`Tags of ${subject.name} are declared twice.`);
  declared.push(Object.freeze({ subject, column, field, label }));
}

export const taggedRecords = (): readonly Tagged[] => declared;
