import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import { definePermissions, defineSubject } from '@throughline/platform/access';

/** A hand-off belongs to whom it is given. */
export const handOffSubject = defineSubject({
  name: 'handOff',
  table: 'hand_off',
  label: 'hand-off',
  columns: { departmentId: 'to_department_id', ownerId: 'to_user_id' },
  shows: { subjectColumn: 'subject', idColumn: 'record_id' },
});

export const handOffPermissions = definePermissions('handOff', {
  read: 'See who has the ball, since when and what comes next',
  offer: 'Hand records one can see to another department or person, and take that back',
  answer: 'Accept or return what was handed over, and tick its checklist',
});

const handed = new Set<string>();

/** Declares that records of a subject can be handed over by hand; features call it beside their policy. */
export function defineHandedOver(subject: string): void {
  handed.add(subject);
}

export const canBeHandedOver = (subject: string): boolean => handed.has(subject);
export const handedOverSubjects = (): string[] => [...handed].sort();

// What waits for somebody who leaves, or for a department that is archived, waits for the successor.
defineHeldRecords(heldBySubject({ kind: 'HAND_OFFS', label: 'hand-offs to answer', subject: handOffSubject, open: "r.status = 'OFFERED'" }));
