import { declaredSubjects, definePermissions, defineSubject } from '@throughline/platform/access';

/** What one can be reminded of, where the loaded features have it. */
const REMEMBERED = ['task', 'project', 'milestone', 'ticket', 'lead', 'deal', 'quote', 'customer', 'contact', 'handOff', 'channel', 'message', 'user', 'file'] as const;

export const rememberedSubjects = (): string[] => {
  const known = new Set(declaredSubjects().map(({ name }) => name));
  return REMEMBERED.filter((name) => known.has(name));
};

/** Belongs to its person alone, and is seen with the record it is about. */
export const reminderSubject = defineSubject({
  name: 'reminder', table: 'reminder', label: 'reminder', personal: true,
  columns: { ownerId: 'user_id' },
  follows: { subjectColumn: 'subject', idColumn: 'record_id', subjects: rememberedSubjects },
  shows: { subjectColumn: 'subject', idColumn: 'record_id' },
});

export const reminderPermissions = definePermissions('reminder', {
  read: 'See one\'s own reminders',
  keep: 'Set, change and remove one\'s own reminders',
});
