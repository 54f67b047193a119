import type { Mutant } from './mutation-check.js';
import type { Findings } from './verify.js';

/** What was found wrong, one line a kind of mistake; empty when all is as it should be. */
export function mistakes({ scope, cells, effects, hearings, routes, fields, strangers, documented, logged, letters }: Findings): string[] {
  const wrong = new Map<string, { who: string[]; detail: string }>();
  const note = (key: string, who: string, detail = ''): void => {
    const entry = wrong.get(key) ?? { who: [], detail };
    wrong.set(key, { ...entry, who: [...entry.who, who] });
  };
  for (const { operation, expected, told, canary, role, relation, detail } of cells) {
    if (expected !== told) note(`${operation}: expected ${expected}, told ${told}`, `${role}/${relation}`, detail);
    if (canary) note(`${operation}: shows what may not be seen`, `${role}/${relation}`);
  }
  for (const { role, relation, kinds } of effects) note(`refused, yet ${kinds.join(', ')} happened`, `${role}/${relation}`);
  for (const { role, subject, relation, expected, heard } of hearings) if (expected !== heard) note(`recordChanges of ${subject}: ${heard ? 'told of what may not be seen' : 'not told'}`, `${role}/${relation}`);
  for (const { route, role, whose, expected, told, canary } of routes) {
    if (expected !== told) note(`${route}: expected ${expected}, told ${told}`, `${role}/${whose}`);
    if (canary) note(`${route}: shows what may not be seen`, `${role}/${whose}`);
  }
  for (const { question, role, told } of fields) if (told !== 'FORBIDDEN') note(`${question}: ${told}`, role);
  for (const { operation, told, canary } of strangers) {
    if (told !== 'AS DECLARED') note(`${operation} as nobody: ${told}`, 'NOBODY');
    if (canary) note(`${operation} as nobody: shows what may not be seen`, 'NOBODY');
  }
  return [
    ...[...wrong].map(([key, { who, detail }]) => `${key} (${who.length}: ${who.slice(0, 4).join(' ')}${detail ? `; ${detail}` : ''})`),
    ...scope.uncovered.map((what) => `not covered: ${what}`),
    ...(documented ? [] : ['docs/access-matrix.md is not what the grants say: npm run verify:access -- --update']),
    ...logged.map((what) => `in the log: ${what}…`),
    ...letters.wrong.map((what) => `in a mail: ${what}`),
  ];
}

/** The figures, one a line. */
export function figures({ scope, cells, effects, hearings, routes, fields, strangers, letters, logged }: Findings): string[] {
  const leaks = cells.filter(({ expected, told, canary }) => canary || (expected !== 'ALLOWED' && told === 'ALLOWED')).length + effects.length
    + hearings.filter(({ expected, heard }) => heard && !expected).length + routes.filter(({ expected, told, canary }) => canary || (expected !== 'ALLOWED' && told === 'ALLOWED')).length
    + fields.filter(({ told }) => told !== 'FORBIDDEN').length + strangers.filter(({ told, canary }) => canary || told === 'ALLOWED').length + letters.wrong.length + logged.length;
  return [
    `operations: ${scope.operations.length}`,
    `cells: ${cells.length + hearings.length + routes.length + fields.length + strangers.length}`,
    `mails opened: ${letters.opened}`,
    `leaks: ${leaks} (required 0)`,
    `operations not covered: ${scope.uncovered.length} (required 0)`,
  ];
}

/** What the mutation check found wrong. */
export const survivors = (mutants: readonly Mutant[]): string[] => mutants.filter(({ flipped }) => flipped === 0).map(({ name, tried }) => `switched off and nothing changed: ${name} (${tried} cells tried)`);
