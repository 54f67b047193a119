import { subjectByName } from '@throughline/platform/access';
import { isId, refuse } from '@throughline/platform/kernel';
import { modelOfSubject } from '@throughline/platform/read';

/** A record by subject and id. */
export interface PresenceRecord {
  subject: string;
  recordId: string;
}

/** What a subscription asks about. */
export interface PresenceScope {
  userIds: readonly string[];
  record: PresenceRecord | null;
}

/** People of one question: a screen of them, or everybody of a channel. */
export const MAX_PEOPLE = 200;

/** What the board calls a record. */
export const recordNameOf = ({ subject, recordId }: PresenceRecord): string => `${subject}:${recordId}`;

/** @throws AppError VALIDATION_FAILED for an id that is none, an unknown subject, half a record, too many people */
export function scopeOf(userIds: readonly string[] | null | undefined, subject: string | null | undefined, recordId: string | null | undefined): PresenceScope {
  const people = [...new Set(userIds ?? [])];
  if (people.length > MAX_PEOPLE) throw refuse('VALIDATION_FAILED', `Ask about ${MAX_PEOPLE} people at most.`, 'userIds');
  const wrong = people.findIndex((id) => !isId(id));
  if (wrong >= 0) throw refuse('VALIDATION_FAILED', 'A person\'s id is a UUID.', `userIds.${wrong}`);
  return { userIds: people.map((id) => id.toLowerCase()), record: recordOf(subject, recordId) };
}

/**
 * @returns null when no record is named
 * @throws AppError VALIDATION_FAILED
 */
export function recordOf(subject: string | null | undefined, recordId: string | null | undefined): PresenceRecord | null {
  if ((subject ?? null) === null && (recordId ?? null) === null) return null;
  if (typeof subject !== 'string' || !modelOfSubject(subject)) throw refuse('VALIDATION_FAILED', 'There are no such records. Name a kind of record such as "project".', 'subject');
  if (!isId(recordId)) throw refuse('VALIDATION_FAILED', 'A record id is a UUID.', 'recordId');
  return { subject: subjectByName(subject).name, recordId: recordId.toLowerCase() };
}
