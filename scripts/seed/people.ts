import { ensureBuiltInRoles } from '@throughline/identity/access';
import { STAGES_OF_KIND } from '@throughline/identity/departments';
import { insertRow, type Work } from '@throughline/platform/database';
import { comparableName, newId } from '@throughline/platform/kernel';
import { fromBase32 } from '@throughline/identity/second-factor';
import type { Secrets } from '@throughline/platform/secrets';
import { type DepartmentKey, DEPARTMENTS } from '@throughline/product/new-organization';
import { AGENCY, CLIENTS, DEMO_TOTP_SECRET, STAFF } from './agency.js';

/** `Ada Lindqvist` of `lantern-oak.example` is `ada.lindqvist@lantern-oak.example`. */
export function emailOf(name: string, domain: string = AGENCY.slug): string {
  return `${comparableName(name).replace(/\s+/g, '.')}@${domain}.example`;
}

/** The department tree, the staff with their roles, and a team per delivery department. */
export async function seedPeople(work: Work, passwordHash: string): Promise<void> {
  const roles = await ensureBuiltInRoles(work, work.actor.organizationId);
  const ids = new Map<DepartmentKey, string>(Object.keys(DEPARTMENTS).map((key) => [key as DepartmentKey, newId()]));
  for (const [key, department] of Object.entries(DEPARTMENTS) as [DepartmentKey, (typeof DEPARTMENTS)[DepartmentKey]][]) {
    const id = ids.get(key)!;
    await insertRow(work, 'department', { id, name: department.name, kind: department.kind, stages: [...STAGES_OF_KIND[department.kind]], parentId: department.parent ? ids.get(department.parent) : null });
    record(work, 'department.created', 'department', id, { name: department.name }, id);
  }
  for (const { name, title, role, department } of STAFF) {
    const departmentId = ids.get(department)!;
    const userId = await addUser(work, { name, title, email: emailOf(name), tier: role === 'SUPERADMIN' || role === 'ADMIN' ? 'ADMIN' : 'EMPLOYEE', roleId: roles[role], passwordHash, departmentId });
    if (role.endsWith('_MANAGER') && role !== 'PROJECT_MANAGER' && role !== 'ACCOUNT_MANAGER') {
      await work.query('UPDATE department SET manager_id = $3 WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, departmentId, userId]);
    }
    if (role === 'TEAM_LEAD') await addTeam(work, departmentId, userId, DEPARTMENTS[department].name);
  }
}

/** Administrators need a code at every sign-in; `npm run totp` shows the demo's. */
export async function seedAuthenticators(work: Work, secrets: Secrets): Promise<void> {
  await work.execute(
    `INSERT INTO second_factor (user_id, organization_id, secret_sealed, enrolled_at)
     SELECT id, organization_id, $2, now() FROM user_account WHERE organization_id = $1 AND tier = 'ADMIN' ON CONFLICT (user_id) DO NOTHING`,
    [work.actor.organizationId, await secrets.seal(work, 'totp.secret', fromBase32(DEMO_TOTP_SECRET))],
  );
}

/** The people of the demo's clients; their customers must be there. */
export async function seedClientPeople(work: Work, passwordHash: string): Promise<void> {
  const roles = await ensureBuiltInRoles(work, work.actor.organizationId);
  for (const { company, people } of CLIENTS) {
    const [customer] = await work.query<{ id: string }>('SELECT id FROM customer WHERE organization_id = $1 AND name = $2', [work.actor.organizationId, company]);
    for (const { name, title, role } of people) {
      await addUser(work, { name, title, email: emailOf(name, comparableName(company).replace(/\s+/g, '-')), tier: 'CLIENT', roleId: roles[role], passwordHash, customerId: customer!.id });
    }
  }
}

interface NewUser {
  name: string;
  title: string;
  email: string;
  tier: string;
  roleId: string;
  passwordHash: string;
  departmentId?: string;
  customerId?: string;
}

async function addUser(work: Work, user: NewUser): Promise<string> {
  const id = newId();
  await insertRow(work, 'user_account', { id, email: user.email, name: user.name, title: user.title, tier: user.tier, status: 'ACTIVE', customerId: user.customerId ?? null });
  await insertRow(work, 'user_credential', { userId: id, passwordHash: user.passwordHash });
  await insertRow(work, 'user_role', { id: newId(), userId: id, roleId: user.roleId });
  if (user.departmentId) await insertRow(work, 'user_department', { userId: id, departmentId: user.departmentId });
  record(work, 'user.created', 'user', id, { name: user.name, title: user.title }, user.departmentId ?? null, user.customerId ?? null);
  return id;
}

async function addTeam(work: Work, departmentId: string, leadId: string, departmentName: string): Promise<void> {
  const id = newId();
  await insertRow(work, 'team', { id, name: `${departmentName} team`, departmentId, leadId });
  await work.query(
    `INSERT INTO team_member (organization_id, team_id, user_id) SELECT organization_id, $2, user_id FROM user_department WHERE organization_id = $1 AND department_id = $3`,
    [work.actor.organizationId, id, departmentId],
  );
}

function record(work: Work, kind: string, subject: string, subjectId: string, facts: Record<string, unknown>, departmentId: string | null, customerId: string | null = null): void {
  work.record({
    kind, subject, subjectId, access: { before: null, after: { departmentId, customerId } },
    changes: Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, { before: null, after: value }])),
  });
}
