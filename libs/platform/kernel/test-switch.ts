/**
 * Turns single checks off, so that a test can prove that each of them is needed (issue 3, "Mutation check"). Armed only where
 * NODE_ENV is `test` and THROUGHLINE_TEST_OFF is set, to names separated by commas or to nothing; anywhere else the
 * switches do not exist.
 *
 * - `guard`: what root fields and routes require
 * - `record`: the permission on the loaded record
 * - `rows:<subject>`: which records of a subject are visible, in SQL and on loaded records
 * - `fields:<subject>`: hidden fields · `masks:<subject>`: masked fields · `writes`: read-only fields
 * - `conditions`: states and amounts in grants · `context`: networks and hours in grants
 * - `session`: that the session lives · `network`: networks of the security policy (identity/auth asks) · `viewing`: reading only while viewing as somebody
 */
export type TestSwitch =
  | 'guard' | 'record' | 'writes' | 'conditions' | 'context' | 'session' | 'network' | 'viewing'
  | `rows:${string}` | `fields:${string}` | `masks:${string}`;

const names = process.env['NODE_ENV'] === 'test' ? process.env['THROUGHLINE_TEST_OFF'] : undefined;
const off: Set<string> | null = names === undefined ? null : new Set(names.split(',').filter((name) => name !== ''));

/** Whether a check is switched off; false outside of armed tests. */
export const switchedOff = (name: TestSwitch): boolean => off !== null && off.has(name);

/** What is off, as a text: part of the key of whatever is kept from compiling rules. Empty when nothing is. */
export const switchesOff = (): string => (off === null || off.size === 0 ? '' : [...off].sort().join());

/**
 * Switches exactly these checks off in this process.
 *
 * @throws Error where switches are not armed
 */
export function switchOff(...wanted: TestSwitch[]): void {
  if (off === null) throw new Error('Checks can be switched off only with NODE_ENV=test and THROUGHLINE_TEST_OFF.');
  off.clear();
  for (const name of wanted) off.add(name);
}
