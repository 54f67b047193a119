import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(process.cwd(), 'apps/web/src');

/** Forms that send a version and draw their own words for a stale save, with how they do it. */
const OWN_WAY: Readonly<Record<string, string>> = {
  'features/quotes/public-quote-screen.tsx': 'A client decides on what they see: the changed quote is shown anew, never overwritten.',
  'features/notifications/use-preferences.ts': 'Drawn by its cards, each a SettingsCard.',
  'features/organization/use-organization-form.ts': 'Drawn by its cards, each a SettingsCard.',
  'features/security-policy/use-policy-form.ts': 'Drawn by its cards, each a SettingsCard.',
};

/** Edits of values without a form of the kit, with what they do about a stale save. */
const WITHOUT_FORM: Readonly<Record<string, string>> = {
  'features/history/restore-dialog.tsx': 'Shows what each field holds now beside what it would hold, and marks what changed meanwhile.',
  'features/roles/save-bar.tsx': 'Shows both values of every cell with the same choice.',
  'features/notifications/contact-card.tsx': 'An address of one\'s own that is never shown again: there is nothing to compare.',
  'features/notifications/use-switches.ts': 'One\'s own switches: shown as they are now.',
  'features/departments/department-tree-screen.tsx': 'A department is dragged: the tree shows where it is now.',
  'features/reminders/move-reminder-dialog.tsx': 'One\'s own reminder, of which the time is chosen again.',
  'features/reminders/reminder-list.tsx': 'Done or not: a tick.',
};

function sources(folder: string): string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts')).map((file) => `${folder}/${file}`);
}

describe('whoever edits what somebody else changed meanwhile', () => {
  const files = [...sources('features'), ...sources('session')].map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));
  const versioned = files.filter(({ text }) => /\binput: \{[^;]*?\bversion\b/s.test(text));

  it('chooses between theirs and their own in every form', () => {
    const without = versioned.filter(({ text }) => /useMutationForm[<(]/.test(text) && (!/<(FormDialog|SettingsCard|FormProblem)\b/.test(text) || /<FormSummary\b/.test(text)));
    expect(without.map(({ file }) => file).sort()).toEqual(Object.keys(OWN_WAY).sort());
  });

  it('and in every value that is edited in its place', () => {
    const edits = versioned.filter(({ text }) => /\bUpdate\w+Document\b/.test(text) && /useMutationWithIdempotency\(Update|useMutationWithIdempotency\(SetRoleGrants|RestoreRecordFields/.test(text) && !/useFactSaver/.test(text));
    const others = files.filter(({ text }) => /useMutationWithIdempotency\((SetRoleGrants|RestoreRecordFields)/.test(text));
    expect([...new Set([...edits, ...others].map(({ file }) => file))].sort()).toEqual(Object.keys(WITHOUT_FORM).sort());
    const unforced = files.filter(({ text }) => /<Inline(Edit|Select)\b/.test(text) && /useFactSaver|useProjectSaver|useTicketSaver/.test(text)).flatMap(({ file, text }) =>
      [...text.matchAll(/onSave=\{\((?<parameters>[^)]*)\) => save\(/g)].filter(({ groups }) => !groups!['parameters']!.includes('force')).map(() => file));
    expect(unforced).toEqual([]);
  });
});
