import { Client } from 'pg';
import { testActor } from '../../../testing/index.js';
import { type Actor, newId } from '../../kernel/index.js';
import type { Logger } from '../../observability/index.js';
import { select } from '../selection.js';
import { gadgetRead } from '../testing/gadgets.read.js';
import { openReading, type Reading } from '../testing/reading.js';
import { openReadSuite, type ReadSuite, refusalOf } from '../testing/suite.js';
import { ReadConnections } from './read-connections.js';

describe('reading as somebody', () => {
  let suite: ReadSuite;
  let gadget: string;
  const open: Reading[] = [];

  beforeAll(async () => {
    suite = await openReadSuite();
    gadget = await suite.rows.insert('gadget', suite.ours, { name: 'thing', owner_id: newId() });
  });
  afterAll(async () => {
    await Promise.all(open.map((reading) => reading.close()));
    await suite.close();
  });

  const reading = (...options: Parameters<typeof openReading> extends [string, ...infer Rest] ? Rest : never): Reading => {
    const made = openReading(suite.database.appUrl, ...options);
    open.push(made);
    return made;
  };
  const read = (actor: Actor, from = suite.reading) => from.reader.one(actor, gadgetRead, gadget, select('name'));

  it('refuses whose session has ended', async () => {
    const actor = suite.actor(['gadget.read']);
    expect(await refusalOf(read({ ...actor, sessionId: newId() }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusalOf(read({ ...actor, organizationId: newId() }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await read(actor)).toEqual({ name: 'thing' });
  });

  it('throws away what was read with outdated rights and reads again with those of now', async () => {
    const [{ version } = { version: '' }] = await suite.rows.query<{ version: string }>('SELECT access_version::text AS version FROM organization WHERE id = $1', [suite.ours]);
    const reloads: Actor[] = [];
    const { ability } = suite.actor(['gadget.read:OWN']);
    const authenticator = { reloadAbility: (actor: Actor) => (reloads.push(actor), Promise.resolve(Object.assign(actor, { ability, accessVersion: version }))) };
    const own = reading(authenticator);
    const outdated = { ...suite.actor(['gadget.read']), accessVersion: '-1' };
    expect(await read(outdated, own)).toBeNull();
    expect(reloads).toEqual([outdated]);
    expect(await read(outdated, own)).toBeNull();
    expect(reloads).toHaveLength(1);
  });

  it('gives up when rights change every time, and when nobody can renew them', async () => {
    const never = { reloadAbility: (actor: Actor) => Promise.resolve(actor) };
    const outdated = { ...suite.actor(['gadget.read']), accessVersion: '-1' };
    expect(await refusalOf(read(outdated, reading(never)))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(read(outdated))).toMatchObject({ code: 'CONFLICT' });
  });

  it('leaves no trace of one caller to the next on the same connection', async () => {
    const one = reading(undefined, 1);
    expect(await read(suite.actor(['gadget.read']), one)).toEqual({ name: 'thing' });
    expect(await read(testActor({ organizationId: suite.theirs, grants: ['gadget.read'] }), one)).toBeNull();
    const actors = Array.from({ length: 30 }, (_, index) => (index % 2 ? suite.actor(['gadget.read']) : testActor({ organizationId: suite.theirs, grants: ['gadget.read'] })));
    expect(await Promise.all(actors.map((actor) => read(actor, one)))).toEqual(actors.map((actor) => (actor.organizationId === suite.ours ? { name: 'thing' } : null)));
  });
});

describe('ReadConnections', () => {
  let suite: ReadSuite;
  let connections: ReadConnections;
  const told: unknown[][] = [];

  beforeAll(async () => {
    suite = await openReadSuite();
    connections = new ReadConnections({ databaseUrls: { owner: '', app: suite.database.appUrl, relay: '' }, databasePoolSize: 1, slowQueryMs: 100 }, { warn: (...line: unknown[]) => void told.push(line) } as unknown as Logger);
  });
  afterAll(async () => {
    await connections.onApplicationShutdown();
    await suite.close();
  });

  const run = (text: string, name = text, values: string[] = []) => connections.run([{ name, text, values }]);

  it('holds settings of a transaction from one statement to the next, and no longer', async () => {
    expect(await connections.run([
      { name: 'set', text: `SELECT set_config('app.organization_id', $1, true)`, values: [suite.ours] },
      { name: 'ask', text: 'SELECT app.organization_id()::text, pg_current_xact_id_if_assigned()::text', values: [] },
    ])).toEqual([[suite.ours], [suite.ours, null]]);
    expect(await run('SELECT app.organization_id()::text', 'ask again')).toEqual([[null]]);
  });

  it('answers null for a statement without rows', async () => {
    expect(await run('SELECT 1 WHERE false')).toEqual([null]);
  });

  it('cannot write', async () => {
    await expect(run(`INSERT INTO gadget (id, organization_id, name) VALUES (gen_random_uuid(), gen_random_uuid(), 'x')`, 'insert')).rejects.toMatchObject({ code: '25006' });
  });

  it('goes on after a failure, with the same names', async () => {
    await expect(run('SELECT 1 / $1::int', 'divide', ['0'])).rejects.toMatchObject({ code: '22012' });
    expect(await run('SELECT 1 / $1::int', 'divide', ['1'])).toEqual([['1']]);
    await expect(run('SELECT nonsense', 'broken')).rejects.toMatchObject({ code: '42703' });
    expect(await run('SELECT 2', 'broken')).toEqual([['2']]);
    // The first was parsed before the second failed, the third was never looked at.
    const batch = [{ name: 'a', text: 'SELECT 3', values: [] }, { name: 'b', text: 'SELECT nothing', values: [] }, { name: 'c', text: 'SELECT 4', values: [] }];
    await expect(connections.run(batch)).rejects.toMatchObject({ code: '42703' });
    expect(await connections.run([batch[0]!, { ...batch[1]!, text: 'SELECT 5' }, batch[2]!])).toEqual([['3'], ['5'], ['4']]);
  });

  it('prepares once, and keeps a bounded number prepared', async () => {
    for (let index = 0; index < 300; index++) expect(await run(`SELECT ${index}`, `n${index}`)).toEqual([[`${index}`]]);
    expect(await run('SELECT 0', 'n0')).toEqual([['0']]);
    const [row] = await run('SELECT count(*)::text, count(DISTINCT name)::text FROM pg_prepared_statements', 'count');
    expect(Number(row?.[0])).toBeLessThanOrEqual(256);
    expect(Number(row?.[0])).toBeGreaterThan(250);
  });

  it('plans what has no name each time, for its values', async () => {
    for (const name of ['a', 'b']) expect(await run('SELECT $1::text', '', [name])).toEqual([[name]]);
    await expect(run('SELECT 1 / $1::int', '', ['0'])).rejects.toMatchObject({ code: '22012' });
    expect(await run('SELECT $1::int + 1', '', ['1'])).toEqual([['2']]);
    expect(await run(`SELECT count(*)::text FROM pg_prepared_statements WHERE name = '' OR statement = 'SELECT $1::text'`, '')).toEqual([['0']]);
  });

  it('replaces a connection that the server has ended', async () => {
    const [[pid] = []] = await run('SELECT pg_backend_pid()::text', 'pid') as [string[]];
    const broken = run('SELECT pg_sleep(10)', 'sleep');
    const owner = new Client({ connectionString: suite.database.ownerUrl });
    await owner.connect();
    await Promise.all([expect(broken).rejects.toThrow(), owner.query('SELECT pg_terminate_backend($1, 5000)', [pid])]);
    await owner.end();
    const [[next] = []] = await run('SELECT pg_backend_pid()::text', 'pid') as [string[]];
    expect(next).not.toBe(pid);
  });

  it('tells of what is slow, without its values', async () => {
    told.splice(0);
    await run('SELECT 1', 'fast');
    expect(told).toEqual([]);
    await run('SELECT pg_sleep($1::float8)::text', 'slow', ['0.12']);
    expect(told).toEqual([[{ milliseconds: expect.any(Number) as number, statement: 'SELECT pg_sleep($1::float8)::text' }, 'slow read']]);
  });

  it('stops what takes too long', async () => {
    const [row] = await run('SHOW statement_timeout', 'timeout');
    expect(row).toEqual(['15s']);
  });
});
