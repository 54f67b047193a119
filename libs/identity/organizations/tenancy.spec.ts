import { newId } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';

/** Row-level security alone, with every filter of the application off (ACL-07). */
describe('tenancy', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  let here: TestOrganization;
  let there: TestOrganization;
  /** Tables with a tenant that the application may read. */
  let tables: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    [owner, app] = [new Client({ connectionString: database.ownerUrl }), new Client({ connectionString: database.appUrl })];
    for (const client of [owner, app]) await client.connect();
    [here, there] = [await seedOrganization(database, 'Here'), await seedOrganization(database, 'There')];
    for (const { id, users } of [here, there]) {
      await owner.query("INSERT INTO session (id, organization_id, user_id, expires_at, ends_at) VALUES ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')", [newId(), id, users.ADMIN.id]);
      await owner.query("INSERT INTO refresh_token (id, organization_id, session_id, token_hash) SELECT gen_random_uuid(), organization_id, id, sha256(id::text::bytea) FROM session WHERE organization_id = $1", [id]);
      await owner.query("SELECT set_config('app.organization_id', $1, false)", [id]);
      await owner.query(`SELECT app.record_events('[{"kind":"user.seeded","subject":"user","subject_id":"${users.ADMIN.id}","related":[],"actor_tier":"SYSTEM","changes":{}}]')`);
    }
    const { rows } = await owner.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND has_column_privilege('throughline_app', c.oid, a.attnum, 'SELECT') ORDER BY 1`);
    tables = rows.map(({ name }) => name);
  });
  afterAll(async () => {
    for (const client of [owner, app]) await client?.end();
    await database?.drop();
  });

  /** Runs in a transaction of the application that has entered an organization, or none. */
  const as = async <T>(organization: string | null, work: () => Promise<T>): Promise<T> => {
    await app.query('BEGIN');
    try {
      if (organization) await app.query('SELECT app.enter($1, NULL, NULL, NULL)', [organization]);
      return await work();
    } finally {
      await app.query('ROLLBACK');
    }
  };
  const rowsBy = async (condition: string, parameters: unknown[] = []): Promise<Record<string, number>> => {
    const counts = tables.map((table) => `(SELECT count(organization_id)::int FROM ${table} WHERE ${condition}) AS ${table}`);
    return (await app.query<Record<string, number>>(`SELECT ${counts.join(', ')}`, parameters)).rows[0]!;
  };
  const nothing = (): Record<string, number> => Object.fromEntries(tables.map((table) => [table, 0]));

  it('shows 0 rows of another organization', async () => {
    expect(await as(here.id, () => rowsBy('organization_id <> $1', [here.id]))).toEqual(nothing());
    expect(await as(here.id, async () => (await app.query('SELECT id FROM organization')).rows)).toEqual([{ id: here.id }]);
    // The counts mean something only where there is something to see.
    const own = await as(there.id, () => rowsBy('true'));
    for (const table of ['department', 'event', 'refresh_token', 'role', 'role_grant', 'session', 'user_account', 'user_credential', 'user_department', 'user_role']) expect(own[table]).toBeGreaterThan(0);
  });

  it('shows nothing at all to a transaction that has entered no organization', async () => {
    expect(await as(null, () => rowsBy('true'))).toEqual(nothing());
    expect(await as(null, async () => (await app.query('SELECT id FROM organization')).rows)).toEqual([]);
  });

  it('changes and removes nothing of another organization', async () => {
    const updatable = await owner.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace AND (
        SELECT bool_and(has_table_privilege('throughline_app', c.oid, privilege)) FROM unnest('{SELECT,UPDATE,DELETE}'::text[]) privilege) ORDER BY 1`, [tables]);
    expect(updatable.rows.length).toBeGreaterThan(5);
    for (const { name } of updatable.rows) {
      const changed = await as(here.id, async () => (await app.query(`UPDATE ${name} SET organization_id = organization_id WHERE organization_id = $1`, [there.id])).rowCount);
      const removed = await as(here.id, async () => (await app.query(`DELETE FROM ${name} WHERE organization_id = $1`, [there.id])).rowCount);
      expect({ name, changed, removed }).toEqual({ name, changed: 0, removed: 0 });
    }
  });

  it('writes nothing into another organization, and links nothing across', async () => {
    const insert = (organization: string, parent: string | null): Promise<unknown> =>
      app.query("INSERT INTO department (id, organization_id, name, kind, parent_id) VALUES ($1, $2, 'Smuggled', 'QA', $3)", [newId(), organization, parent]);
    await expect(as(here.id, () => insert(there.id, null))).rejects.toThrow('row-level security');
    await expect(as(here.id, () => app.query('UPDATE department SET organization_id = $1', [there.id]))).rejects.toThrow(/row-level security|foreign key/);
    await expect(as(here.id, () => insert(here.id, there.departments.web))).rejects.toThrow('foreign key');
  });

  it('keeps password hashes from the application, but for the look-up at sign-in', async () => {
    await expect(as(here.id, () => app.query('SELECT password_hash FROM user_credential'))).rejects.toThrow('permission denied');
    await expect(as(here.id, () => app.query('SELECT * FROM user_credential'))).rejects.toThrow('permission denied');
    const { rows } = await app.query('SELECT * FROM app.find_sign_in($1)', [there.users.ADMIN.email]);
    expect(rows).toEqual([{ organization_id: there.id, user_id: there.users.ADMIN.id, password_hash: expect.stringMatching(/^\$2b\$/) }]);
  });

  it('has functions with the owner\'s rights only where they are fenced in', async () => {
    const { rows } = await owner.query<{ name: string; fixed: boolean; open: boolean }>(`
      SELECT p.proname AS name, EXISTS (SELECT 1 FROM unnest(p.proconfig) setting WHERE setting ~ '^search_path=.*pg_temp$') AS fixed,
        has_function_privilege('public', p.oid, 'EXECUTE') AND p.prorettype <> 'trigger'::regtype AS open
      FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef ORDER BY 1`);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter(({ fixed, open }) => !fixed || open)).toEqual([]);
  });

  it('gives the application\'s role no way around', async () => {
    const { rows } = await owner.query('SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = $1', ['throughline_app']);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  });
});
