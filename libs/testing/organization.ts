import { newId } from '@throughline/platform/kernel';
import { Client } from 'pg';
import type { BuiltInRoleKey } from '../identity/access/built-in-roles.js';
import { ensureBuiltInRoles } from '../identity/access/role-setup.js';
import { PasswordHasher } from '../identity/auth/password-hasher.js';
import type { DepartmentKind } from '../identity/departments/department.entity.js';
import { enrolTestAuthenticator } from './second-factor.js';
import type { TestDatabase } from './database.js';

/** The password of everybody that `seedOrganization` makes. */
export const TEST_PASSWORD = 'a password of the tests';

/** The department tree: key, kind, key of the department above. */
const DEPARTMENTS = {
  sales: ['Sales', 'SALES', null], support: ['Support', 'SUPPORT', null], delivery: ['Delivery', 'DELIVERY', null],
  web: ['Web', 'DELIVERY', 'delivery'], seo: ['SEO', 'DELIVERY', 'delivery'], qa: ['QA', 'QA', null], marketing: ['Marketing', 'MARKETING', null],
  clientServices: ['Client Services', 'CLIENT_SERVICES', null], hr: ['HR', 'HR', null], accounting: ['Accounting', 'ACCOUNTING', null],
  administration: ['Administration', 'ADMINISTRATION', null],
} as const satisfies Record<string, readonly [string, DepartmentKind, string | null]>;
export type TestDepartment = keyof typeof DEPARTMENTS;

/** Where the person of each staff role works. */
const PLACES: Partial<Record<BuiltInRoleKey, TestDepartment>> = {
  SUPERADMIN: 'administration', ADMIN: 'administration', SALES_CLOSER: 'sales', SALES_AGENT: 'sales', SALES_MANAGER: 'sales',
  SUPPORT_AGENT: 'support', SUPPORT_MANAGER: 'support', TEAM_MEMBER: 'web', TEAM_LEAD: 'web', DEPARTMENT_MANAGER: 'web',
  PROJECT_MANAGER: 'delivery', QA_REVIEWER: 'qa', ACCOUNT_MANAGER: 'clientServices', MARKETING: 'marketing', HR: 'hr',
  ACCOUNTANT: 'accounting', ANALYST: 'administration',
};
export type StaffRole = Exclude<BuiltInRoleKey, 'CLIENT_OWNER' | 'CLIENT_MEMBER'>;

export interface TestUser {
  id: string;
  email: string;
  name: string;
  departmentId: string | null;
}

/** A person to add; staff unless there is a customer. */
export interface NewTestUser {
  name: string;
  roles: readonly BuiltInRoleKey[];
  departmentIds?: readonly string[];
  customerId?: string;
}

/** An organization with its departments, the built-in roles, and one person for each role of staff. */
export interface TestOrganization {
  id: string;
  slug: string;
  departments: Record<TestDepartment, string>;
  roles: Record<BuiltInRoleKey, string>;
  /** One for each staff role; `TEST_PASSWORD` lets them in. */
  users: Record<StaffRole, TestUser>;
  /** Adds somebody else. A client's customer must exist. */
  addUser(user: NewTestUser): Promise<TestUser>;
  /** Adds a bare customer, for people of tier CLIENT to belong to. @returns its id */
  addCustomer(name?: string): Promise<string>;
}

let sharedHash: Promise<string> | null = null;

/**
 * Makes an organization directly in the database, as its owner: about 50 ms.
 *
 * @param name tells two organizations of one test apart
 */
export async function seedOrganization(database: Pick<TestDatabase, 'ownerUrl'>, name = 'Agency'): Promise<TestOrganization> {
  const id = newId();
  const slug = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id.slice(-8)}`;
  const departments = Object.fromEntries(Object.keys(DEPARTMENTS).map((key) => [key, newId()])) as Record<TestDepartment, string>;
  const withClient = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } finally {
      await client.end();
    }
  };
  return withClient(async (client) => {
    await client.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [id, name, slug]);
    await insertDepartments(client, id, departments);
    const roles = await ensureBuiltInRoles({ query: async (sql, parameters) => (await client.query(sql, parameters)).rows }, id);
    const insert = async (to: Client, user: NewTestUser): Promise<TestUser> => insertUser(to, { id, slug, roles }, user);
    const users = {} as Record<StaffRole, TestUser>;
    for (const [role, place] of Object.entries(PLACES) as [StaffRole, TestDepartment][]) {
      users[role] = await insert(client, { name: role.toLowerCase().replaceAll('_', ' '), roles: [role], departmentIds: [departments[place]] });
    }
    return {
      id, slug, departments, roles, users,
      addUser: (user) => withClient((later) => insert(later, user)),
      addCustomer: (customer = 'Bakery') => withClient((later) => insertCustomer(later, id, customer)),
    };
  });
}

async function insertDepartments(client: Client, organizationId: string, ids: Record<TestDepartment, string>): Promise<void> {
  for (const [key, [name, kind, parent]] of Object.entries(DEPARTMENTS)) {
    await client.query('INSERT INTO department (id, organization_id, name, kind, parent_id) VALUES ($1, $2, $3, $4, $5)', [
      ids[key as TestDepartment], organizationId, name, kind, parent ? ids[parent] : null,
    ]);
  }
}

async function insertCustomer(client: Client, organizationId: string, name: string): Promise<string> {
  const id = newId();
  await client.query('INSERT INTO customer (id, organization_id, name, name_key, currency) VALUES ($1, $2, $3, $4, \'USD\')', [id, organizationId, name, name.toLowerCase()]);
  return id;
}

async function insertUser(
  client: Client,
  organization: { id: string; slug: string; roles: Record<BuiltInRoleKey, string> },
  { name, roles, departmentIds = [], customerId }: NewTestUser,
): Promise<TestUser> {
  sharedHash ??= new PasswordHasher({ environment: 'test' }).hash(TEST_PASSWORD);
  const id = newId();
  const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@${organization.slug}.test`;
  const administers = roles.some((role) => role === 'SUPERADMIN' || role === 'ADMIN');
  const tier = customerId ? 'CLIENT' : administers ? 'ADMIN' : 'EMPLOYEE';
  await client.query(
    `INSERT INTO user_account (id, organization_id, email, name, tier, status, customer_id) VALUES ($1, $2, $3, $4, $5, 'ACTIVE', $6)`,
    [id, organization.id, email, name, tier, customerId ?? null],
  );
  await client.query('INSERT INTO user_credential (user_id, organization_id, password_hash) VALUES ($1, $2, $3)', [id, organization.id, await sharedHash]);
  if (tier === 'ADMIN') await enrolTestAuthenticator(client, organization.id, id);
  for (const role of roles) {
    await client.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), organization.id, id, organization.roles[role]]);
  }
  for (const departmentId of departmentIds) {
    await client.query('INSERT INTO user_department (organization_id, user_id, department_id) VALUES ($1, $2, $3)', [organization.id, id, departmentId]);
  }
  return { id, email, name, departmentId: departmentIds[0] ?? null };
}
