import { newId } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { BUILT_IN_ROLES } from './built-in-roles.js';
import { readRightsFacts } from './rights.repository.js';
import { ensureBuiltInRoles, type SqlRunner } from './role-setup.js';

describe('access in the database', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  let agency: TestOrganization;
  let sql: SqlRunner;

  beforeAll(async () => {
    database = await createTestDatabase();
    [owner, app] = [new Client({ connectionString: database.ownerUrl }), new Client({ connectionString: database.appUrl })];
    for (const client of [owner, app]) await client.connect();
    agency = await seedOrganization(database);
    sql = { query: async (text, parameters) => (await owner.query(text, parameters)).rows };
  });
  afterAll(async () => {
    for (const client of [owner, app]) await client?.end();
    await database?.drop();
  });

  let names = 0;
  const version = async (): Promise<number> => Number((await owner.query<{ v: string }>('SELECT access_version AS v FROM organization WHERE id = $1', [agency.id])).rows[0]!.v);
  const role = async (tiers = '{EMPLOYEE}', parent: string | null = null): Promise<string> => {
    const id = newId();
    await owner.query('INSERT INTO role (id, organization_id, key, name, tiers, parent_id) VALUES ($1, $2, $3, $3, $4, $5)', [id, agency.id, `ROLE ${++names}`, tiers, parent]);
    return id;
  };
  const grant = (roleId: string, permission: string, scope: string): Promise<unknown> =>
    owner.query('INSERT INTO role_grant (id, organization_id, role_id, permission, scope) VALUES ($1, $2, $3, $4, $5)', [newId(), agency.id, roleId, permission, scope]);
  const give = (userId: string, roleId: string, departmentId: string | null = null): Promise<unknown> =>
    owner.query('INSERT INTO user_role (id, organization_id, user_id, role_id, department_id) VALUES ($1, $2, $3, $4, $5)', [newId(), agency.id, userId, roleId, departmentId]);
  const person = async (): Promise<string> => (await agency.addUser({ name: `Person ${++names}`, roles: [] })).id;

  describe('what rights follow from', () => {
    it('is a role with everything it inherits, where it is bound', async () => {
      const grandparent = await role();
      const parent = await role('{EMPLOYEE}', grandparent);
      const child = await role('{EMPLOYEE}', parent);
      await grant(grandparent, 'lead.read', 'ORGANIZATION');
      await grant(child, 'lead.update', 'OWN');
      const ana = await person();
      await give(ana, child, agency.departments.delivery);
      const facts = await readRightsFacts(sql, agency.id, ana);
      const boundTo = agency.departments.delivery;
      expect(facts?.grants).toEqual([
        { permission: 'lead.read', scope: 'ORGANIZATION', effect: 'ALLOW', boundTo },
        { permission: 'lead.update', scope: 'OWN', effect: 'ALLOW', boundTo },
      ]);
      const { delivery, web, seo } = agency.departments;
      expect(facts?.subtrees).toEqual({ [delivery]: [delivery, web, seo].sort() });
      expect(facts?.departmentIds).toEqual([]);
    });

    it('are departments by membership and by managing, with all below, and teams by membership and by leading', async () => {
      const ana = await person();
      const [hr, { delivery, web, seo }] = [agency.departments.hr, agency.departments];
      await owner.query('INSERT INTO user_department (organization_id, user_id, department_id) VALUES ($1, $2, $3)', [agency.id, ana, hr]);
      await owner.query('UPDATE department SET manager_id = $2 WHERE id = $1', [delivery, ana]);
      const [led, joined] = [newId(), newId()];
      await owner.query("INSERT INTO team (id, organization_id, name, department_id, lead_id) VALUES ($1, $2, 'Led', $3, $4)", [led, agency.id, web, ana]);
      await owner.query("INSERT INTO team (id, organization_id, name, department_id) VALUES ($1, $2, 'Joined', $3)", [joined, agency.id, web]);
      await owner.query('INSERT INTO team_member (organization_id, team_id, user_id) VALUES ($1, $2, $3)', [agency.id, joined, ana]);
      const facts = await readRightsFacts(sql, agency.id, ana);
      expect(facts?.departmentIds).toEqual([hr, delivery, web, seo].sort());
      expect(facts?.teamIds).toEqual([led, joined].sort());
    });

    it('are not roles of another tier than the person\'s', async () => {
      const user = await agency.addUser({ name: `Person ${++names}`, roles: ['ADMIN'] });
      expect((await readRightsFacts(sql, agency.id, user.id))?.grants).not.toEqual([]);
      await owner.query("UPDATE user_account SET tier = 'EMPLOYEE' WHERE id = $1", [user.id]);
      expect((await readRightsFacts(sql, agency.id, user.id))?.grants).toEqual([]);
    });

    it('ends even when somebody forces a ring of roles into the tables', async () => {
      const [one, two, ana] = [await role(), await role(), await person()];
      await give(ana, one);
      await grant(two, 'lead.read', 'OWN');
      await owner.query('ALTER TABLE role DISABLE TRIGGER tr_role_ring');
      await owner.query('UPDATE role SET parent_id = CASE id WHEN $1 THEN $2::uuid ELSE $1 END WHERE id IN ($1, $2)', [one, two]);
      await owner.query('ALTER TABLE role ENABLE TRIGGER tr_role_ring');
      expect((await readRightsFacts(sql, agency.id, ana))?.grants).toHaveLength(1);
      await owner.query('UPDATE role SET parent_id = NULL WHERE id IN ($1, $2)', [one, two]);
    });
  });

  describe('refuses', () => {
    it('rings of roles and of departments', async () => {
      const top = await role();
      const below = await role('{EMPLOYEE}', await role('{EMPLOYEE}', top));
      await expect(owner.query('UPDATE role SET parent_id = $2 WHERE id = $1', [top, below])).rejects.toThrow('cannot inherit from itself');
      await expect(owner.query('UPDATE role SET parent_id = id WHERE id = $1', [top])).rejects.toThrow('cannot inherit from itself');
      const { delivery, web } = agency.departments;
      await expect(owner.query('UPDATE department SET parent_id = $2 WHERE id = $1', [delivery, web])).rejects.toThrow('cannot lie below itself');
    });

    it('a ring that two transactions make together', async () => {
      const [one, two] = [await role(), await role()];
      const other = new Client({ connectionString: database.ownerUrl });
      await other.connect();
      await owner.query('BEGIN');
      await owner.query('UPDATE role SET parent_id = $2 WHERE id = $1', [one, two]);
      const second = other.query('UPDATE role SET parent_id = $2 WHERE id = $1', [two, one]).then(() => 'made', (error: Error) => error.message);
      await owner.query('COMMIT');
      expect(await second).toContain('cannot inherit from itself');
      await other.end();
    });

    it.each(['OWN', 'ASSIGNED', 'TEAM', 'DEPARTMENT', 'ORGANIZATION'])('%s grants for roles of clients', async (scope) => {
      const clients = await role('{CLIENT}');
      await expect(grant(clients, 'project.read', scope)).rejects.toThrow('CUSTOMER grants only');
      await grant(clients, 'project.read', 'CUSTOMER');
    });

    it('CUSTOMER grants for other roles', async () => {
      await expect(grant(await role(), 'project.read', 'CUSTOMER')).rejects.toThrow('CUSTOMER grants only');
    });

    it('roles for clients and staff alike, changing sides, and inheriting across', async () => {
      await expect(role('{CLIENT,EMPLOYEE}')).rejects.toThrow('ck_role_tiers');
      await expect(role('{}')).rejects.toThrow('ck_role_tiers');
      await expect(role('{CLIENT}', agency.roles.ADMIN)).rejects.toThrow('do not inherit from each other');
      const staff = await role();
      await expect(owner.query("UPDATE role SET tiers = '{CLIENT}' WHERE id = $1", [staff])).rejects.toThrow('cannot become one of staff');
    });

    it('giving somebody a role of another tier', async () => {
      await expect(give(await person(), agency.roles.CLIENT_OWNER)).rejects.toThrow('not for people of this tier');
      await expect(give(await person(), agency.roles.ADMIN)).rejects.toThrow('not for people of this tier');
    });
  });

  describe('access_version', () => {
    it('moves with every change of somebody\'s rights, once a statement, and with nothing else', async () => {
      const [roleId, ana, team, department] = [await role(), await person(), newId(), newId()];
      const moves: [string, number, () => Promise<unknown>][] = [
        ['role', 1, () => role()],
        ['role renamed', 1, () => owner.query("UPDATE role SET name = 'Renamed' WHERE id = $1", [roleId])],
        ['role_grant', 1, () => grant(roleId, 'lead.read', 'OWN')],
        ['role_grant taken', 1, () => owner.query('DELETE FROM role_grant WHERE role_id = $1', [roleId])],
        ['role_grant, many', 1, () => owner.query("INSERT INTO role_grant (id, organization_id, role_id, permission, scope) SELECT gen_random_uuid(), $1, $2, 'lead.' || a, 'OWN' FROM unnest('{read,update,create}'::text[]) a", [agency.id, roleId])],
        ['role_grant, none', 0, () => owner.query("DELETE FROM role_grant WHERE role_id = $1 AND permission = 'nothing.here'", [roleId])],
        ['user_role', 1, () => give(ana, roleId)],
        ['user_role taken', 1, () => owner.query('DELETE FROM user_role WHERE user_id = $1', [ana])],
        ['user_department', 1, () => owner.query('INSERT INTO user_department (organization_id, user_id, department_id) VALUES ($1, $2, $3)', [agency.id, ana, agency.departments.web])],
        ['team', 1, () => owner.query("INSERT INTO team (id, organization_id, name, department_id) VALUES ($1, $2, 'T', $3)", [team, agency.id, agency.departments.web])],
        ['team lead', 1, () => owner.query('UPDATE team SET lead_id = $2 WHERE id = $1', [team, ana])],
        ['team renamed', 0, () => owner.query("UPDATE team SET name = 'U' WHERE id = $1", [team])],
        ['team_member', 1, () => owner.query('INSERT INTO team_member (organization_id, team_id, user_id) VALUES ($1, $2, $3)', [agency.id, team, ana])],
        ['new top department', 0, () => owner.query("INSERT INTO department (id, organization_id, name, kind) VALUES ($1, $2, 'D', 'QA')", [department, agency.id])],
        ['department moved', 1, () => owner.query('UPDATE department SET parent_id = $2 WHERE id = $1', [department, agency.departments.web])],
        ['department managed', 1, () => owner.query('UPDATE department SET manager_id = $2 WHERE id = $1', [department, ana])],
        ['department renamed', 0, () => owner.query("UPDATE department SET name = 'E' WHERE id = $1", [department])],
        ['new department below', 1, () => owner.query("INSERT INTO department (id, organization_id, name, kind, parent_id) VALUES ($1, $2, 'F', 'QA', $3)", [newId(), agency.id, department])],
        ['user status', 1, () => owner.query("UPDATE user_account SET status = 'INACTIVE' WHERE id = $1", [ana])],
        ['user tier', 1, () => owner.query("UPDATE user_account SET tier = 'SERVICE' WHERE id = $1", [ana])],
        ['user renamed', 0, () => owner.query("UPDATE user_account SET name = 'A', last_sign_in_at = now() WHERE id = $1", [ana])],
      ];
      const seen: [string, number][] = [];
      for (const [what, , change] of moves) {
        const before = await version();
        await change();
        seen.push([what, (await version()) - before]);
      }
      expect(seen).toEqual(moves.map(([what, by]) => [what, by]));
    });

    it('cannot be set by the application', async () => {
      await app.query('BEGIN');
      await app.query('SELECT app.enter($1, NULL, NULL, NULL)', [agency.id]);
      await expect(app.query('UPDATE organization SET access_version = 1')).rejects.toThrow('permission denied');
      await app.query('ROLLBACK');
    });
  });

  describe('app.enter', () => {
    const session = async (userId: string, more = ''): Promise<string> => {
      const id = newId();
      await owner.query(`INSERT INTO session (id, organization_id, user_id, expires_at, ends_at) VALUES ($1, $2, $3, now() + interval '1 day', now() + interval '2 days')`, [id, agency.id, userId]);
      if (more) await owner.query(`UPDATE session SET ${more} WHERE id = $1`, [id]);
      return id;
    };
    const enter = async (organizationId: string | null, userId: string | null, sessionId: string | null): Promise<unknown> => {
      await app.query('BEGIN');
      const { rows } = await app.query('SELECT session_active AS active, access_version::int AS version, current_setting($$app.organization_id$$) AS organization FROM app.enter($1, $2, $3, $4)', [organizationId, userId, sessionId, 'request']);
      await app.query('COMMIT');
      return rows;
    };

    it('tells whether the session lives and which rights are in force', async () => {
      const ana = await person();
      const alive = { active: true, version: await version(), organization: agency.id };
      expect(await enter(agency.id, ana, await session(ana))).toEqual([alive]);
      expect(await enter(agency.id, null, null)).toEqual([alive]);
      const dead = { ...alive, active: false };
      const ben = await person();
      expect(await enter(agency.id, ana, await session(ben))).toEqual([dead]);
      expect(await enter(agency.id, null, await session(ana))).toEqual([dead]);
      expect(await enter(agency.id, ana, newId())).toEqual([dead]);
      expect(await enter(agency.id, ana, await session(ana, 'expires_at = now()'))).toEqual([dead]);
      expect(await enter(agency.id, ana, await session(ana, "revoked_at = now(), revoked_reason = 'SIGNED_OUT'"))).toEqual([dead]);
    });

    it('lets nobody in to an organization that is suspended or does not exist', async () => {
      const suspended = await seedOrganization(database, 'Suspended');
      await owner.query("UPDATE organization SET status = 'SUSPENDED' WHERE id = $1", [suspended.id]);
      expect(await enter(suspended.id, null, null)).toMatchObject([{ active: false }]);
      expect(await enter(newId(), null, null)).toEqual([]);
      expect(await enter(null, null, null)).toEqual([]);
    });
  });

  describe('built-in roles', () => {
    it('are set up once; a repeat restores nothing that an organization took away, but for the superadmin', async () => {
      const count = async (key: string): Promise<number> =>
        (await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM role_grant g JOIN role r ON r.id = g.role_id WHERE r.organization_id = $1 AND r.key = $2', [agency.id, key])).rows[0]!.n;
      expect(await ensureBuiltInRoles(sql, agency.id)).toEqual(agency.roles);
      expect(Object.keys(agency.roles)).toEqual(Object.keys(BUILT_IN_ROLES));
      const [agent, superadmin, before] = [await count('SALES_AGENT'), await count('SUPERADMIN'), await version()];
      await ensureBuiltInRoles(sql, agency.id);
      expect(await version()).toBe(before);
      await owner.query("DELETE FROM role_grant WHERE organization_id = $1 AND permission = 'deal.win'", [agency.id]);
      await ensureBuiltInRoles(sql, agency.id);
      expect([await count('SALES_AGENT'), await count('SUPERADMIN')]).toEqual([agent - 1, superadmin]);
    });

    it('hide from clients what must be hidden in organizations that are older than the rule, once', async () => {
      const old = await seedOrganization(database, 'Old');
      const client = old.roles.CLIENT_MEMBER;
      const hidden = async (): Promise<number> => (await owner.query("SELECT 1 FROM role_grant WHERE role_id = $1 AND effect = 'DENY'", [client])).rowCount ?? 0;
      const before = await hidden();
      await owner.query("UPDATE role SET defaults_applied = ARRAY(SELECT d FROM unnest(defaults_applied) d WHERE d NOT LIKE '%#%') WHERE id = $1", [client]);
      await owner.query("DELETE FROM role_grant WHERE role_id = $1 AND effect = 'DENY'", [client]);
      await ensureBuiltInRoles(sql, old.id);
      expect([before, await hidden()]).toEqual([3, 3]);
      await owner.query("DELETE FROM role_grant WHERE role_id = $1 AND effect = 'DENY'", [client]);
      await ensureBuiltInRoles(sql, old.id);
      expect(await hidden()).toBe(0);
    });

    it('come back when they were removed, and get what new permissions bring', async () => {
      const fresh = await seedOrganization(database, 'Fresh');
      await owner.query("UPDATE role SET defaults_applied = array_remove(defaults_applied, 'deal.win') WHERE organization_id = $1 AND key = 'SALES_AGENT'", [fresh.id]);
      await owner.query("DELETE FROM role_grant WHERE permission = 'deal.win' AND role_id = $1", [fresh.roles.SALES_AGENT]);
      await ensureBuiltInRoles(sql, fresh.id);
      const { rows } = await owner.query("SELECT scope FROM role_grant WHERE permission = 'deal.win' AND role_id = $1", [fresh.roles.SALES_AGENT]);
      expect(rows).toEqual([{ scope: 'OWN' }]);
    });
  });
});
