import { newId } from '@throughline/platform/kernel';
import { seedOrganization, TEST_PASSWORD, type TestOrganization, type TestUser, until } from '@throughline/testing';
import { ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import { Client } from 'pg';

const CREATE = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id version name email title tier status departments { name } roles { role { key } department { name } } } errors { code message path } } }';
const UPDATE = 'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { version name email departments { name } } errors { code message path details } } }';
const DEACTIVATE = 'mutation ($input: DeactivateUserInput!) { deactivateUser(input: $input) { user { status } errors { code message path } } }';
const SET_ROLES = 'mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { user { version roles { role { key } department { name } } } errors { code message path } } }';
const CREATE_DEPARTMENT = 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id version name kind parent { name } manager { name } } errors { code message path } } }';
const UPDATE_DEPARTMENT = 'mutation ($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { department { version name parent { name } } errors { code message path } } }';

type Answer<Field extends string, Value> = { [Key in Field]: Value };

describe('people, roles and departments', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let other: TestOrganization;
  let admin: ApiClient;
  let hr: ApiClient;
  let member: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency, other } = setUp);
    admin = await signInAs(api, agency.users.ADMIN.email);
    hr = await signInAs(api, agency.users.HR.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    elsewhere = await signInAs(api, other.users.ADMIN.email);
  });
  afterAll(() => setUp?.close());

  let people = 0;
  const someone = (role: 'TEAM_MEMBER' | 'ADMIN' = 'TEAM_MEMBER'): Promise<TestUser> => agency.addUser({ name: `Somebody ${++people}`, roles: [role], departmentIds: [agency.departments.web] });
  const unused = (): string => `new.person.${++people}@agency.test`;
  const eventsOf = async (id: string): Promise<string[]> => (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [id])).rows.map(({ kind }) => kind);

  describe('lists', () => {
    it('find people by department, role, tier, name and words', async () => {
      const find = async (filter: object | null, search?: string): Promise<string[]> => {
        const { users } = await admin.ask<{ users: { nodes: { name: string }[] } }>('query ($filter: UserFilter, $search: String) { users(filter: $filter, search: $search, first: 200) { nodes { name } } }', { filter, search });
        return users.nodes.map(({ name }) => name);
      };
      expect(await find({ departmentId: { eq: agency.departments.sales } })).toEqual(['sales agent', 'sales closer', 'sales manager']);
      expect(await find({ roleId: { eq: agency.roles.QA_REVIEWER } })).toEqual(['qa reviewer']);
      expect(await find({ tier: { eq: 'ADMIN' }, name: { contains: 'super' } })).toEqual(['superadmin']);
      expect(await find(null, 'MANAGER account')).toEqual(['account manager']);
    });

    it('show the tree of departments with their people', async () => {
      const { departments } = await member.ask<{ departments: { nodes: object[] } }>(
        `{ departments(filter: { name: { eq: "Delivery" } }) { nodes { name kind children { name parent { name } } members { name } } } }`,
      );
      expect(departments.nodes).toEqual([{
        name: 'Delivery', kind: 'DELIVERY', children: [{ name: 'SEO', parent: { name: 'Delivery' } }, { name: 'Web', parent: { name: 'Delivery' } }],
        members: [{ name: 'project manager' }],
      }]);
    });

    it('hold nobody of another organization', async () => {
      const { users } = await elsewhere.ask<{ users: { nodes: { id: string }[]; totalCount: number } }>('{ users(first: 200) { totalCount nodes { id } } }');
      expect(users.nodes.map(({ id }) => id).sort()).toEqual(Object.values(other.users).map(({ id }) => id).sort());
      expect(codesOf(await elsewhere.send('query ($id: ID!) { user(id: $id) { name } }', { id: agency.users.HR.id }))).toEqual(['NOT_FOUND']);
    });

    it('show clients their own colleagues only', async () => {
      const [bakery, butcher] = [await agency.addCustomer('Bakery'), await agency.addCustomer('Butcher')];
      const baker = await agency.addUser({ name: 'Berta Baker', roles: ['CLIENT_MEMBER'], customerId: bakery });
      await agency.addUser({ name: 'Bruno Butcher', roles: ['CLIENT_MEMBER'], customerId: butcher });
      const client = await signInAs(api, baker.email);
      expect(await client.ask('{ users { totalCount nodes { name roles { role { key } } } } }')).toEqual({ users: { totalCount: 1, nodes: [{ name: 'Berta Baker', roles: [{ role: null }] }] } });
      expect(codesOf(await client.send('{ departments { nodes { name } } }'))).toEqual(['FORBIDDEN']);
    });
  });

  describe('createUser', () => {
    it('is for those who may, in their own organization', async () => {
      const input = { name: ' Nina  New ', email: ` ${unused().toUpperCase()}`, title: 'Designer', tier: 'EMPLOYEE', password: TEST_PASSWORD, departmentIds: [agency.departments.web] };
      const { createUser } = await expectFourCallers<Answer<'createUser', { user: { id: string; email: string } }>>({
        // Somebody of another organization may create people there, but not with a department of ours.
        api, operation: CREATE, variables: { input }, right: hr, wrongPerson: member, wrongOrganization: elsewhere,
      });
      expect(createUser.user).toMatchObject({ version: 1, name: 'Nina New', email: input.email.trim().toLowerCase(), title: 'Designer', tier: 'EMPLOYEE', status: 'ACTIVE', departments: [{ name: 'Web' }], roles: [] });
      expect(await eventsOf(createUser.user.id)).toEqual(['user.created']);
      await signInAs(api, createUser.user.email);
    });

    it('leaves somebody without password outside', async () => {
      const email = unused();
      const { createUser } = await hr.ask<Answer<'createUser', { user: object }>>(CREATE, { input: { name: 'Ivo Invited', email, tier: 'EMPLOYEE' } });
      expect(createUser.user).toMatchObject({ status: 'INVITED' });
      await expect(signInAs(api, email)).rejects.toThrow('UNAUTHENTICATED');
    });

    it.each([
      ['a taken address', () => ({ email: other.users.HR.email }), 'DUPLICATE', ['email']],
      ['a broken address', () => ({ email: 'nobody@' }), 'VALIDATION_FAILED', ['email']],
      ['an empty name', () => ({ name: ' ' }), 'VALIDATION_FAILED', ['name']],
      ['a short password', () => ({ password: 'short' }), 'VALIDATION_FAILED', ['password']],
      ['a client without customer', () => ({ tier: 'CLIENT' }), 'VALIDATION_FAILED', ['customerId']],
      ['an unknown customer', () => ({ tier: 'CLIENT', customerId: newId() }), 'NOT_FOUND', ['customerId']],
      ['an unknown department', () => ({ departmentIds: [newId()] }), 'NOT_FOUND', ['departmentId']],
    ])('refuses %s', async (_, wrong, code, path) => {
      const answer = await hr.send<Answer<'createUser', { errors: object[] }>>(CREATE, { input: { name: 'Wanda Wrong', email: unused(), tier: 'EMPLOYEE', ...wrong() } });
      expect(answer.data?.createUser.errors).toEqual([expect.objectContaining({ code, path })]);
    });

    it('gives no rights that the creator does not hold', async () => {
      const input = { name: 'Hal Higher', email: unused(), tier: 'ADMIN' };
      expect(codesOf(await hr.send(CREATE, { input }))).toEqual(['FORBIDDEN']);
      const roles = [{ roleId: agency.roles.SALES_MANAGER }];
      expect(codesOf(await hr.send(CREATE, { input: { ...input, tier: 'EMPLOYEE', roles } }))).toEqual(['FORBIDDEN']);
      const { createUser } = await admin.ask<Answer<'createUser', { user: object }>>(CREATE, { input: { ...input, tier: 'EMPLOYEE', roles } });
      expect(createUser.user).toMatchObject({ roles: [{ role: { key: 'SALES_MANAGER' }, department: null }] });
    });
  });

  describe('updateUser', () => {
    it('is for those who may', async () => {
      const user = await someone();
      const { updateUser } = await expectFourCallers<Answer<'updateUser', { user: object }>>({
        api, operation: UPDATE, variables: { input: { id: user.id, version: 1, name: 'Uma Updated', departmentIds: [agency.departments.seo] } }, right: hr, wrongPerson: member, wrongOrganization: elsewhere,
      });
      expect(updateUser.user).toMatchObject({ version: 2, name: 'Uma Updated', departments: [{ name: 'SEO' }] });
      expect(await eventsOf(user.id)).toEqual(['user.updated']);
    });

    it('refuses a stale version and tells who was faster, but no secret', async () => {
      const user = await someone();
      await hr.ask(UPDATE, { input: { id: user.id, version: 1, name: 'First' } });
      const answer = await admin.send<Answer<'updateUser', { errors: { code: string; details: Record<string, unknown> }[] }>>(UPDATE, { input: { id: user.id, version: 1, name: 'Second' } });
      expect(answer.data?.updateUser.errors).toEqual([expect.objectContaining({ code: 'CONFLICT', details: expect.objectContaining({ currentVersion: 2, changedBy: 'hr' }) as object })]);
      expect(JSON.stringify(answer.data)).not.toContain('$2b$');
    });

    it('leaves administrators to administrators and the superadmin to nobody', async () => {
      const change = (id: string): object => ({ input: { id, version: 1, email: unused() } });
      expect(codesOf(await hr.send(UPDATE, change(agency.users.ADMIN.id)))).toEqual(['FORBIDDEN']);
      expect(codesOf(await admin.send(UPDATE, change(agency.users.SUPERADMIN.id)))).toEqual(['FORBIDDEN']);
    });

    it('lets nobody widen their own reach by departments', async () => {
      expect(codesOf(await hr.send(UPDATE, { input: { id: agency.users.HR.id, version: 1, departmentIds: [agency.departments.delivery] } }))).toEqual(['FORBIDDEN']);
    });
  });

  describe('deactivateUser', () => {
    it('is for those who may and ends sessions at once', async () => {
      const user = await someone();
      const session = await signInAs(api, user.email);
      await session.ask('{ viewer { id } }');
      await expectFourCallers({ api, operation: DEACTIVATE, variables: { input: { id: user.id, version: 1 } }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(codesOf(await session.send('{ viewer { id } }'))).toEqual(['UNAUTHENTICATED']);
      await expect(signInAs(api, user.email)).rejects.toThrow('UNAUTHENTICATED');
      expect(codesOf(await hr.send(DEACTIVATE, { input: { id: user.id, version: 2 } }))).toEqual(['ILLEGAL_TRANSITION']);
    });

    it('keeps the superadmin and the last administrator', async () => {
      expect(codesOf(await admin.send(DEACTIVATE, { input: { id: agency.users.SUPERADMIN.id, version: 1 } }))).toEqual(['FORBIDDEN']);
      const small = await seedOrganization(api.database, 'Small');
      await owner.query('UPDATE user_account SET status = $2 WHERE id = $1', [small.users.SUPERADMIN.id, 'INACTIVE']);
      const last = await signInAs(api, small.users.ADMIN.email);
      expect(codesOf(await last.send(DEACTIVATE, { input: { id: small.users.ADMIN.id, version: 1 } }))).toEqual(['PRECONDITION_FAILED']);
      expect(codesOf(await last.send(SET_ROLES, { input: { id: small.users.ADMIN.id, version: 1, roles: [] } }))).toEqual(['PRECONDITION_FAILED']);
    });

    it('leaves one administrator when the last two deactivate each other at the same moment', async () => {
      const small = await seedOrganization(api.database, 'Two');
      await owner.query('UPDATE user_account SET status = $2 WHERE id = $1', [small.users.SUPERADMIN.id, 'INACTIVE']);
      const second = await small.addUser({ name: 'Second Admin', roles: ['ADMIN'] });
      const [one, two] = [await signInAs(api, small.users.ADMIN.email), await signInAs(api, second.email)];
      // Ending sessions comes last: both have looked for other administrators when this lock lets them go.
      const holder = new Client({ connectionString: api.database.ownerUrl });
      await holder.connect();
      await holder.query('BEGIN; LOCK TABLE session IN SHARE MODE');
      const both = Promise.all([one.send(DEACTIVATE, { input: { id: second.id, version: 1 } }), two.send(DEACTIVATE, { input: { id: small.users.ADMIN.id, version: 1 } })]);
      try {
        await until('both to wait', async () => (await owner.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount === 2);
      } finally {
        await holder.end();
      }
      await both;
      const { rows } = await owner.query("SELECT count(*)::int AS active FROM user_account WHERE organization_id = $1 AND tier = 'ADMIN' AND status = 'ACTIVE'", [small.id]);
      expect(rows).toEqual([{ active: 1 }]);
    });
  });

  describe('setUserRoles', () => {
    it('is for those who may, and takes effect on the next request', async () => {
      const user = await someone();
      const session = await signInAs(api, user.email);
      const permissions = async (): Promise<string[]> => (await session.ask<{ viewer: { permissions: string[] } }>('{ viewer { permissions } }')).viewer.permissions;
      expect(await permissions()).not.toContain('deal.reopen');
      const roles = [{ roleId: agency.roles.SALES_MANAGER, departmentId: agency.departments.sales }];
      const { setUserRoles } = await expectFourCallers<Answer<'setUserRoles', { user: object }>>({
        api, operation: SET_ROLES, variables: { input: { id: user.id, version: 1, roles } }, right: admin, wrongPerson: hr, wrongOrganization: elsewhere,
      });
      expect(setUserRoles.user).toEqual({ version: 2, roles: [{ role: { key: 'SALES_MANAGER' }, department: { name: 'Sales' } }] });
      expect(await permissions()).toContain('deal.reopen');
      expect(await eventsOf(user.id)).toEqual(['user.signedIn', 'user.rolesChanged']);
    });

    it.each([
      ['the superadmin\'s role', () => agency.roles.SUPERADMIN, 'FORBIDDEN'],
      ['a role of clients', () => agency.roles.CLIENT_OWNER, 'VALIDATION_FAILED'],
      ['a role of administrators to staff', () => agency.roles.ADMIN, 'VALIDATION_FAILED'],
      ['another organization\'s role', () => other.roles.TEAM_LEAD, 'NOT_FOUND'],
    ])('does not give %s', async (_, role, code) => {
      const user = code === 'FORBIDDEN' ? await someone('ADMIN') : await someone();
      expect(codesOf(await admin.send(SET_ROLES, { input: { id: user.id, version: 1, roles: [{ roleId: role() }] } }))).toEqual([code]);
    });

    it('gives clients their roles, although nobody of the organization holds them', async () => {
      const client = await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer('Florist') });
      const { setUserRoles } = await admin.ask<Answer<'setUserRoles', { user: object }>>(SET_ROLES, { input: { id: client.id, version: 1, roles: [{ roleId: agency.roles.CLIENT_OWNER }] } });
      expect(setUserRoles.user).toMatchObject({ roles: [{ role: { key: 'CLIENT_OWNER' } }] });
    });

    it('lets nobody give what they do not hold everywhere', async () => {
      const giver = await agency.addUser({ name: 'Greta Giver', roles: [], departmentIds: [agency.departments.sales] });
      const roleId = newId();
      await owner.query("INSERT INTO role (id, organization_id, key, name, tiers) VALUES ($1, $2, 'GIVER', 'Giver', '{EMPLOYEE}')", [roleId, agency.id]);
      for (const [permission, scope] of [['user.read', 'ORGANIZATION'], ['user.assignRoles', 'ORGANIZATION'], ['role.read', 'ORGANIZATION'], ['department.update', 'DEPARTMENT']]) {
        await owner.query('INSERT INTO role_grant (id, organization_id, role_id, permission, scope) VALUES ($1, $2, $3, $4, $5)', [newId(), agency.id, roleId, permission, scope]);
      }
      await owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id) VALUES ($1, $2, $3, $4)', [newId(), agency.id, giver.id, roleId]);
      const session = await signInAs(api, giver.email);
      const give = async (permission: string): Promise<string[]> => {
        const given = newId();
        await owner.query("INSERT INTO role (id, organization_id, key, name, tiers) VALUES ($1, $2, $3, $3, '{EMPLOYEE}')", [given, agency.id, `ONLY ${permission}`]);
        await owner.query("INSERT INTO role_grant (id, organization_id, role_id, permission, scope) VALUES ($1, $2, $3, $4, 'OWN')", [newId(), agency.id, given, permission]);
        return codesOf(await session.send(SET_ROLES, { input: { id: (await someone()).id, version: 1, roles: [{ roleId: given }] } }));
      };
      expect(await give('role.read')).toEqual([]);
      expect(await give('department.update')).toEqual(['FORBIDDEN']);
      expect(await give('user.deactivate')).toEqual(['FORBIDDEN']);
    });
  });

  describe('departments', () => {
    it('are created by those who may', async () => {
      const input = { name: 'Video', kind: 'DELIVERY', parentId: agency.departments.delivery, managerId: agency.users.TEAM_LEAD.id };
      const { createDepartment } = await expectFourCallers<Answer<'createDepartment', { department: { id: string } }>>({ api, operation: CREATE_DEPARTMENT, variables: { input }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(createDepartment.department).toMatchObject({ version: 1, name: 'Video', kind: 'DELIVERY', parent: { name: 'Delivery' }, manager: { name: 'team lead' } });
      expect(await eventsOf(createDepartment.department.id)).toEqual(['department.created']);
      expect(codesOf(await hr.send(CREATE_DEPARTMENT, { input }))).toEqual(['DUPLICATE']);
    });

    it('are moved by those who may, and never below themselves', async () => {
      const { createDepartment: { department } } = await hr.ask<Answer<'createDepartment', { department: { id: string } }>>(CREATE_DEPARTMENT, { input: { name: 'Print', kind: 'DELIVERY' } });
      const move = { input: { id: department.id, version: 1, parentId: agency.departments.web } };
      const manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
      // The manager of Web changes Web and what is below it; Print is not, until it has been moved there.
      const { updateDepartment } = await expectFourCallers<Answer<'updateDepartment', { department: object }>>({ api, operation: UPDATE_DEPARTMENT, variables: move, right: hr, wrongPerson: manager, wrongOrganization: elsewhere });
      expect(updateDepartment.department).toEqual({ version: 2, name: 'Print', parent: { name: 'Web' } });
      await manager.ask(UPDATE_DEPARTMENT, { input: { id: department.id, version: 2, name: 'Print and paper' } });
      expect(codesOf(await manager.send(UPDATE_DEPARTMENT, { input: { id: department.id, version: 3, parentId: agency.departments.sales } }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await manager.send(UPDATE_DEPARTMENT, { input: { id: department.id, version: 3, parentId: null } }))).toEqual(['FORBIDDEN']);
      const ring = await hr.send<Answer<'updateDepartment', { errors: object[] }>>(UPDATE_DEPARTMENT, { input: { id: agency.departments.web, version: 1, parentId: department.id } });
      expect(ring.data?.updateDepartment.errors).toEqual([{ code: 'VALIDATION_FAILED', message: 'A department cannot lie below itself.', path: ['parentId'] }]);
    });
  });
});
