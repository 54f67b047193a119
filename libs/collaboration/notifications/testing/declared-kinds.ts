import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HAND_OFF_STATUSES } from '@throughline/identity/hand-offs';

const LIBS = join(import.meta.dirname, '../../..');
/** The table of rules itself declares nothing. */
const NOT_HERE = [join('collaboration', 'notifications', 'rules')];
const KIND = /['"`]([a-z][A-Za-z]*\.[a-z][A-Za-z_]*)['"`]/g;

/** Kinds that a feature puts together: where, by which words, and what comes of it. The words must stand there. */
const COMPOSED: readonly { file: string; words: readonly string[]; kinds: readonly string[] }[] = [
  { file: 'identity/hand-offs/hand-off.service.ts', words: ['`handOff.${status.toLowerCase()}`'], kinds: HAND_OFF_STATUSES.map((status) => `handOff.${status.toLowerCase()}`) },
  {
    file: 'delivery/projects/project-status.service.ts', words: ['`project.${PAST[move]}`'],
    kinds: ['submitted', 'withdrawn', 'approved', 'returned', 'rejected', 'revised', 'held', 'resumed', 'delivered', 'reopened', 'maintained', 'closed', 'updatesAllowed', 'cancelled', 'restored'].map((past) => `project.${past}`),
  },
  { file: 'delivery/tasks/task-request.service.ts', words: ['`taskRequest.${status.toLowerCase()}`', "'APPROVED' : 'REJECTED'"], kinds: ['taskRequest.approved', 'taskRequest.rejected'] },
  {
    file: 'identity/departments/held-records.ts', words: ['`${subject.name}.transferred`'],
    kinds: ['lead', 'deal', 'customer', 'ticket', 'project', 'milestone', 'quote'].map((subject) => `${subject}.transferred`),
  },
  { file: 'collaboration/reminders/due/due.service.ts', words: ['`${subject}.${signal}`'], kinds: ['task.dueSoon', 'task.overdue', 'milestone.dueSoon', 'milestone.overdue'] },
];

/** Every event kind that some feature's source declares. @throws Error when a composed one is not composed there any more */
export function declaredKinds(): Set<string> {
  const kinds = new Set<string>();
  for (const path of readdirSync(LIBS, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.spec.ts') || path.includes('migrations') || path.includes('testing') || NOT_HERE.some((folder) => path.startsWith(folder))) continue;
    for (const [, kind] of readFileSync(join(LIBS, path), 'utf8').matchAll(KIND)) kinds.add(kind!);
  }
  for (const { file, words, kinds: made } of COMPOSED) {
    const source = readFileSync(join(LIBS, file), 'utf8');
    const missing = words.filter((word) => !source.includes(word)).concat(file.includes('project-status') ? made.map((kind) => kind.split('.')[1]!).filter((past) => !source.includes(`'${past}'`)) : []);
    if (missing.length > 0) throw new Error(`${file} does not say ${missing.join(', ')} any more.`);
    for (const kind of made) kinds.add(kind);
  }
  return kinds;
}
