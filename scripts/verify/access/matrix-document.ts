import { scopesOf, verdictOn } from './oracle.js';
import type { Plan } from './cells.js';
import { expectedOn } from './cells.js';
import type { BuiltInRoleKey } from '../../../libs/identity/access/built-in-roles.js';
import { type Archivable, type Relation, relationsOf } from './relations.js';

const WORDS: Partial<Record<Relation, string>> = { own: 'own', abroad: 'own in another department', assigned: 'assigned', department: 'department', other: 'any' };

/**
 * The expected matrix for people to read: under each subject one line an operation, and who may do it on which records. "any" is
 * every record of the organization; the other organization's and missing ones are for nobody.
 *
 * @param roles every built-in role, and whether it is one of clients
 * @param archivable subjects whose records can be archived: asked for archived ones too
 */
export function matrixDocument(plans: readonly Plan[], publicOperations: readonly string[], roles: readonly { roleKey: BuiltInRoleKey; client: boolean }[], archivable: Archivable): string {
  const sections = new Map<string, string[]>();
  for (const plan of plans) {
    const title = plan.subject?.name ?? (typeof plan.operation.access === 'string' ? 'everybody signed in' : `without a record: ${plan.operation.access.subject}`);
    const line = `| \`${plan.operation.name}\` | ${plan.permission ?? ''} | ${holders(plan, roles, archivable)} |`;
    sections.set(title, [...(sections.get(title) ?? []), line]);
  }
  const archived = [...archivable.keys()].sort().join(', ');
  const body = [...sections].sort(([a], [b]) => a.localeCompare(b)).map(([title, lines]) => `## ${title}\n\n| operation | permission | who, on which records |\n| --- | --- | --- |\n${lines.sort().join('\n')}\n`);
  return `# Who may do what

Made by \`npm run verify:access -- --update\` from the default grants and what every operation declares; \`npm run verify:access\` runs it over the
wire, and \`npm test\` compares. "own": the caller's, of clients their customer's and shared; "assigned": what they work on; "department": of their
department, whosever; "any": every record of the organization. Records of another organization, and missing ones, are NOT_FOUND for everybody.
Archived records (of ${archived}) are asked for as well: being archived opens them to nobody, and hides them from nobody who may see any.

${body.join('\n')}
## open to strangers

${publicOperations.map((name) => `\`${name}\``).sort().join(', ')}
`;
}

function holders(plan: Plan, roles: readonly { roleKey: BuiltInRoleKey; client: boolean }[], archivable: Archivable): string {
  const groups = new Map<string, string[]>();
  for (const { roleKey, client } of roles) {
    const reach = reachOf(plan, roleKey, client, archivable);
    if (reach) groups.set(reach, [...(groups.get(reach) ?? []), roleKey]);
  }
  if (groups.size === 0) return 'nobody';
  return [...groups].map(([reach, keys]) => `**${reach}**: ${keys.length === roles.length ? 'everybody' : keys.join(', ')}`).join('; ');
}

function reachOf(plan: Plan, roleKey: BuiltInRoleKey, client: boolean, archivable: Archivable): string | null {
  const scopes = scopesOf(roleKey);
  if (plan.subject === null) return plan.permission === null || scopes.has(plan.permission) ? 'yes' : null;
  const caller = { roleKey, role: roleKey, client };
  const reached = relationsOf(plan.subject, client, archivable).filter((relation) =>
    (plan.list ? verdictOn(scopes, `${plan.subject!.name}.read`, plan.subject!.name, relation) : expectedOn(plan, caller, scopes, relation)) === 'ALLOWED');
  if (reached.includes('other')) return 'any';
  // What is the department's is theirs too; what is theirs anywhere is theirs here.
  const told = reached.filter((relation) => !(relation === 'own' && (reached.includes('department') || reached.includes('abroad'))));
  return told.length > 0 ? told.map((relation) => WORDS[relation] ?? relation).join(' and ') : null;
}
