import { BUILT_IN_ROLES, type BuiltInRole, type BuiltInRoleKey } from './built-in-roles.js';
import { CLIENTS_ONLY, DEFAULT_GRANTS, defaultGrantsOf } from './default-grants.js';

const ROLES = Object.keys(BUILT_IN_ROLES) as BuiltInRoleKey[];
const parentOf = (role: BuiltInRoleKey): BuiltInRoleKey | undefined => (BUILT_IN_ROLES[role] as BuiltInRole).parent as BuiltInRoleKey | undefined;

/** Scopes of each permission, inherited ones included: `read DEPARTMENT+OWN`. */
function effective(role: BuiltInRoleKey): Map<string, Set<string>> {
  const parent = parentOf(role);
  const all = parent ? effective(parent) : new Map<string, Set<string>>();
  for (const { permission, scope } of defaultGrantsOf(role)) all.set(permission, (all.get(permission) ?? new Set()).add(scope));
  return all;
}

describe('default grants', () => {
  it.each(ROLES)('of %s', (role) => {
    const subjects = new Map<string, string[]>();
    for (const [permission, scopes] of effective(role)) {
      const [subject = '', action = ''] = permission.split('.');
      subjects.set(subject, [...(subjects.get(subject) ?? []), `${action} ${[...scopes].sort().join('+')}`]);
    }
    expect(`\n${[...subjects].map(([subject, actions]) => `${subject}: ${actions.join(', ')}`).join('\n')}\n`).toMatchSnapshot();
  });

  it('reach a customer\'s own records only, for clients and nobody else', () => {
    const wrong = ROLES.flatMap((role) => defaultGrantsOf(role)
      .filter(({ scope }) => (scope === 'CUSTOMER') !== (BUILT_IN_ROLES[role].tiers as readonly string[]).includes('CLIENT'))
      .map(({ permission, scope }) => `${role}: ${permission} ${scope}`));
    expect(wrong).toEqual([]);
  });

  it('let administrators do everything but decide for clients', () => {
    const everything = Object.keys(DEFAULT_GRANTS).filter((permission) => !CLIENTS_ONLY.has(permission));
    for (const role of ['SUPERADMIN', 'ADMIN'] as const) {
      expect(defaultGrantsOf(role)).toEqual(everything.map((permission) => ({ permission, scope: 'ORGANIZATION' })));
    }
  });

  it('let the analyst read, talk with colleagues and, but for what is theirs alone, nothing else', () => {
    const changes = defaultGrantsOf('ANALYST').filter(({ permission, scope }) => !permission.endsWith('.read') && scope !== 'OWN');
    expect(changes.map(({ permission }) => permission)).toEqual(['channel.create', 'channel.post', 'channel.update']);
  });

  it('let a parent come before those who inherit from it', () => {
    expect(ROLES.filter((role) => parentOf(role) && ROLES.indexOf(parentOf(role)!) > ROLES.indexOf(role))).toEqual([]);
  });

  /** Who does what in the nine stages (product.md), as the roles come. */
  const stages: [string, string, BuiltInRoleKey[]][] = [
    ['2', 'lead.qualify', ['ADMIN', 'SALES_CLOSER', 'SALES_MANAGER', 'SUPERADMIN']],
    ['3', 'lead.convert', ['ADMIN', 'SALES_AGENT', 'SALES_MANAGER', 'SUPERADMIN']],
    ['3', 'quote.send', ['ADMIN', 'SALES_AGENT', 'SALES_MANAGER', 'SUPERADMIN']],
    ['3', 'quote.decide', ['CLIENT_OWNER']],
    ['4', 'ticket.open', ['ADMIN', 'SALES_MANAGER', 'SUPERADMIN']],
    ['5', 'ticket.validate', ['ADMIN', 'SUPERADMIN', 'SUPPORT_MANAGER']],
    ['6', 'ticket.scope', ['ADMIN', 'SUPERADMIN', 'SUPPORT_AGENT', 'SUPPORT_MANAGER']],
    ['7', 'project.approve', ['ADMIN', 'DEPARTMENT_MANAGER', 'SUPERADMIN']],
    ['8', 'task.assign', ['ADMIN', 'DEPARTMENT_MANAGER', 'PROJECT_MANAGER', 'SUPERADMIN', 'TEAM_LEAD']],
    ['9', 'task.work', ['ADMIN', 'DEPARTMENT_MANAGER', 'SUPERADMIN', 'TEAM_LEAD', 'TEAM_MEMBER']],
    ['9', 'task.review', ['ADMIN', 'DEPARTMENT_MANAGER', 'PROJECT_MANAGER', 'QA_REVIEWER', 'SUPERADMIN', 'TEAM_LEAD']],
  ];
  it.each(stages)('at stage %s: %s', (_, permission, who) => {
    expect(ROLES.filter((role) => effective(role).has(permission)).sort()).toEqual(who);
  });
});
