import { execFile } from 'node:child_process';
import { createDecipheriv, scryptSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { newId } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';

const ROOT = resolve(import.meta.dirname, '../../../..');

describe('npm run organization', () => {
  let database: TestDatabase;
  let owner: Client;
  let folder: string;
  let agency: TestOrganization;
  let rival: TestOrganization;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    [agency, rival] = [await seedOrganization(database), await seedOrganization(database, 'Rival')];
    for (const { id, users, departments } of [agency, rival]) {
      await owner.query('UPDATE department SET manager_id = $2 WHERE id = $1', [departments.web, users.TEAM_LEAD.id]);
      await owner.query("INSERT INTO team (id, organization_id, name, department_id, lead_id) VALUES ($1, $2, 'Team', $3, $4)", [newId(), id, departments.web, users.TEAM_LEAD.id]);
      await owner.query("INSERT INTO due_work (id, organization_id, kind, payload, due_at) VALUES ($1, $2, 'some.work', '{}', now())", [newId(), id]);
      await owner.query("INSERT INTO session (id, organization_id, user_id, expires_at, ends_at) VALUES ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')", [newId(), id, users.HR.id]);
    }
    await owner.query('CREATE SCHEMA IF NOT EXISTS bullmq; CREATE TABLE bullmq.waiting (data text NOT NULL)');
    for (const { id } of [agency, rival]) await owner.query('INSERT INTO bullmq.waiting VALUES ($1)', [JSON.stringify({ id: newId(), organizationId: id })]);
    await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer('Bakery Canary') });
  });
  afterAll(async () => {
    await owner?.end();
    await database?.drop();
    if (folder) await rm(folder, { recursive: true });
  });

  const command = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> => new Promise((done) => {
    execFile(process.execPath, ['--import', './scripts/lib/typescript.mjs', 'scripts/organization.ts', ...args], { cwd: ROOT, env: { ...process.env, ...env, DATABASE_URL: database.ownerUrl } },
      (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }));
  });
  const status = async (slug: string): Promise<unknown> => (await owner.query<{ status: string }>('SELECT status FROM organization WHERE slug = $1', [slug])).rows[0]?.status;
  const rowsOf = async (id: string): Promise<Record<string, number>> => {
    const { rows: tables } = await owner.query<{ name: string }>("SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')");
    const counts = tables.map(({ name }) => `(SELECT count(*)::int FROM ${name} WHERE organization_id = $1) AS ${name}`);
    const { rows: [row] } = await owner.query<Record<string, number>>(`SELECT ${counts.join(', ')}`, [id]);
    return Object.fromEntries(Object.entries(row!).filter(([, count]) => count > 0));
  };

  it('creates an organization with roles and settings', async () => {
    expect(await command(['create', 'north-star', '--name', 'North Star', '--currency', 'EUR', '--time-zone', 'Europe/Madrid'])).toMatchObject({ code: 0, said: expect.stringContaining('north-star: created') as string });
    const { rows } = await owner.query('SELECT o.name, o.currency, o.time_zone, s.version, (SELECT count(*)::int FROM role r WHERE r.organization_id = o.id) > 10 AS roles FROM organization o JOIN organization_settings s ON s.id = o.id WHERE slug = $1', ['north-star']);
    expect(rows).toEqual([{ name: 'North Star', currency: 'EUR', time_zone: 'Europe/Madrid', version: 1, roles: true }]);
    expect(await command(['create', 'north-star', '--name', 'Again'])).toMatchObject({ code: 1 });
  });

  it('suspends and resumes, which sessions notice at once', async () => {
    const alive = async (): Promise<unknown> => (await owner.query('SELECT session_active FROM session s, app.enter(s.organization_id, s.user_id, s.id, NULL) WHERE s.organization_id = $1', [agency.id])).rows;
    expect(await alive()).toEqual([{ session_active: true }]);
    expect(await command(['suspend', agency.slug])).toMatchObject({ code: 0 });
    expect([await status(agency.slug), await alive()]).toEqual(['SUSPENDED', [{ session_active: false }]]);
    expect(await command(['suspend', agency.slug])).toMatchObject({ code: 1, said: expect.stringContaining('already') as string });
    expect(await command(['resume', agency.slug])).toMatchObject({ code: 0 });
    expect([await status(agency.slug), await alive()]).toEqual(['ACTIVE', [{ session_active: true }]]);
    const { rows } = await owner.query("SELECT kind FROM event WHERE organization_id = $1 AND subject = 'organization' ORDER BY id", [agency.id]);
    expect(rows).toEqual([{ kind: 'organization.suspended' }, { kind: 'organization.resumed' }]);
  });

  it('takes a superadmin\'s lost authenticator away, ends their sessions and writes that down', async () => {
    const { id, email } = agency.users.SUPERADMIN;
    await owner.query("INSERT INTO session (id, organization_id, user_id, expires_at, ends_at) VALUES ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')", [newId(), agency.id, id]);
    const left = async (): Promise<unknown> => (await owner.query(
      'SELECT (SELECT count(*)::int FROM second_factor WHERE user_id = $1) AS factors, (SELECT count(*)::int FROM session WHERE user_id = $1 AND revoked_at IS NULL) AS sessions, (SELECT count(*)::int FROM second_factor WHERE organization_id = $2 AND user_id <> $1) AS others', [id, agency.id])).rows[0];
    expect(await left()).toEqual({ factors: 1, sessions: 1, others: 1 });
    expect(await command(['reset-second-factor', email.toUpperCase()])).toMatchObject({ code: 0, said: expect.stringContaining('1 sessions ended') as string });
    expect(await left()).toEqual({ factors: 0, sessions: 0, others: 1 });
    const { rows } = await owner.query("SELECT e.actor_tier, d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1 AND e.kind = 'user.secondFactorReset'", [id]);
    expect(rows).toEqual([{ actor_tier: 'SYSTEM', changes: { by: { before: null, after: 'OPERATOR' }, sessionsEnded: { before: null, after: 1 } } }]);
    expect(await command(['reset-second-factor', email])).toMatchObject({ code: 1, said: expect.stringContaining('no authenticator') as string });
    expect(await command(['reset-second-factor', 'nobody@nowhere.example'])).toMatchObject({ code: 1, said: 'Nobody has the address nobody@nowhere.example.\n' });
  });

  it('limits how many people an organization may have', async () => {
    const limit = async (): Promise<unknown> => (await owner.query<{ limit: number | null }>('SELECT user_limit AS "limit" FROM organization WHERE id = $1', [rival.id])).rows[0]?.limit;
    expect(await command(['limits', rival.slug, '--users', '50'])).toEqual({ code: 0, said: `${rival.slug}: 50 people\n` });
    expect(await limit()).toBe(50);
    expect(await command(['limits', rival.slug, '--users', '0'])).toMatchObject({ code: 1, said: expect.stringContaining('--users 50') as string });
    expect(await command(['limits', rival.slug, '--users', 'none'])).toMatchObject({ code: 0 });
    expect(await limit()).toBeNull();
    const { rows } = await owner.query("SELECT kind FROM event WHERE organization_id = $1 AND subject = 'organization' ORDER BY id", [rival.id]);
    expect(rows).toEqual([{ kind: 'organization.limited' }, { kind: 'organization.limited' }]);
  });

  it('limits the room of its files', async () => {
    const limit = async (): Promise<unknown> => (await owner.query<{ limit: string | null }>('SELECT limit_bytes AS "limit" FROM file_policy WHERE organization_id = $1', [rival.id])).rows[0]?.limit;
    expect(await command(['limits', rival.slug, '--files', '200'])).toEqual({ code: 0, said: `${rival.slug}: 200 GB of files\n` });
    expect(await limit()).toBe(String(200 * 1024 ** 3));
    expect(await command(['limits', rival.slug, '--files', 'many'])).toMatchObject({ code: 1, said: expect.stringContaining('--files 200') as string });
    expect(await command(['limits', rival.slug, '--files', 'none'])).toMatchObject({ code: 0 });
    expect(await limit()).toBeNull();
  });

  it('tells what an organization takes up and nothing of its business', async () => {
    const { code, said } = await command(['usage', agency.slug]);
    expect({ code, counted: /user_account: 18 rows/.test(said), leaks: /Canary|Clara|@/.test(said) }).toEqual({ code: 0, counted: true, leaks: false });
    expect(await command(['usage', 'nobody'])).toMatchObject({ code: 1, said: 'There is no organization "nobody".\n' });
  });

  it('exports one organization without secrets into a file of one\'s own', async () => {
    const file = join(folder, 'plain.gz');
    expect(await command(['export', agency.slug, '--to', file])).toMatchObject({ code: 0 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = gunzipSync(await readFile(file)).toString();
    const tables = new Set(text.trim().split('\n').map((line) => (JSON.parse(line) as { table: string }).table));
    expect(['organization', 'user_account', 'customer', 'role_grant'].every((table) => tables.has(table))).toBe(true);
    expect(['user_credential', 'session', 'due_work'].some((table) => tables.has(table))).toBe(false);
    expect([text.includes('Bakery Canary'), text.includes('$2b$'), text.includes(rival.id)]).toEqual([true, false, false]);
    expect(await command(['export', agency.slug, '--to', file])).toMatchObject({ code: 1 });
    const sealed = join(folder, 'sealed');
    expect(await command(['export', agency.slug, '--to', sealed], { EXPORT_PASSPHRASE: 'a long passphrase' })).toMatchObject({ code: 0 });
    const bytes = await readFile(sealed);
    const decipher = createDecipheriv('aes-256-gcm', scryptSync('a long passphrase', bytes.subarray(0, 16), 32), bytes.subarray(16, 28));
    decipher.setAuthTag(bytes.subarray(-16));
    expect(gunzipSync(Buffer.concat([decipher.update(bytes.subarray(28, -16)), decipher.final()])).toString()).toContain('Bakery Canary');
  });

  it('deletes only a suspended one whose name is typed, all of it and nothing else', async () => {
    expect(await command(['delete', agency.slug, '--name', 'Agency'])).toMatchObject({ code: 1, said: expect.stringContaining('Suspend it first') as string });
    await command(['suspend', agency.slug]);
    expect(await command(['delete', agency.slug, '--name', 'agency'])).toMatchObject({ code: 1, said: expect.stringContaining('not right') as string });
    const [before, others] = [await rowsOf(agency.id), await rowsOf(rival.id)];
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['department', 'team', 'user_account', 'customer', 'due_work', 'event', 'session', 'organization_settings']));
    const files = join(folder, 'files');
    for (const id of [agency.id, rival.id]) {
      await mkdir(join(files, id, 'ab'), { recursive: true });
      await writeFile(join(files, id, 'ab', 'piece'), 'x');
    }
    expect(await command(['delete', agency.slug, '--name', 'Agency'], { FILES_DIR: files })).toMatchObject({ code: 0, said: expect.stringMatching(/removed, [\s\S]*: 1 pieces of files removed/) as string });
    expect(await readdir(files)).toEqual([rival.id]);
    expect(await rowsOf(agency.id)).toEqual({});
    expect((await owner.query<{ data: string }>('SELECT data FROM bullmq.waiting')).rows.map(({ data }) => (JSON.parse(data) as { organizationId: string }).organizationId)).toEqual([rival.id]);
    expect(await status(agency.slug)).toBeUndefined();
    expect(await rowsOf(rival.id)).toEqual(others);
  });
});
