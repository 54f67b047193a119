import { Client } from 'pg';
import { newId } from '../kernel/index.js';
import { select } from './selection.js';
import { gadgetRead } from './testing/gadgets.read.js';
import { openReadSuite, type ReadSuite, refusalOf } from './testing/suite.js';

describe('search', () => {
  let suite: ReadSuite;
  let actor: ReturnType<ReadSuite['actor']>;
  const department = newId();

  beforeAll(async () => {
    suite = await openReadSuite();
    actor = suite.actor(['gadget.read']);
    const { rows, ours, theirs } = suite;
    await rows.insert('gadget', ours, { name: 'Crème brûlée', remark: '100% sweet_stuff', department_id: department });
    await rows.insert('gadget', ours, { name: 'Cream', remark: '1000 sweets \\ more' });
    await rows.insert('gadget', theirs, { name: 'Cream of theirs', remark: 'sweet' });
    await rows.query(`INSERT INTO gadget (id, organization_id, name, created_at)
      SELECT gen_random_uuid(), $1, 'Common thing ' || g, '2020-01-01' FROM generate_series(1, 2500) g`, [ours]);
    await rows.query('ANALYZE gadget');
  });
  afterAll(() => suite.close());

  const found = async (search: string | null, args: object = {}, who = actor) =>
    suite.reading.reader.connection(who, gadgetRead, { search, sort: [{ field: 'name' }], first: 3, ...args }, select('nodes.name', 'totalCount'));
  const names = async (search: string, args: object = {}, who = actor): Promise<unknown[]> => (await found(search, args, who)).nodes.map(({ name }) => name);

  it('finds every word in any case, without accents, anywhere in its fields', async () => {
    expect(await names('CREME')).toEqual(['Crème brûlée']);
    expect(await names('sweet  brû')).toEqual(['Crème brûlée']);
    expect(await names('swe')).toEqual(['Cream', 'Crème brûlée']);
    expect(await names('cream nothing')).toEqual([]);
  });

  it('takes signs of patterns for what they are', async () => {
    expect(await names('0% t_')).toEqual(['Crème brûlée']);
    expect(await names('\\')).toEqual(['Cream']);
    expect(await names("' OR true --")).toEqual([]);
    expect(await names("x'), (SELECT 1)")).toEqual([]);
  });

  it('looks nowhere without a word', async () => {
    expect((await found(null)).totalCount).toBe(2502);
    expect((await found('   ')).totalCount).toBe(2502);
  });

  it('finds what is too common for candidates all the same', async () => {
    expect(await found('common')).toEqual({ nodes: [{ name: 'Common thing 1' }, { name: 'Common thing 10' }, { name: 'Common thing 100' }], totalCount: 2500 });
    expect(await names('o')).toEqual(['Common thing 1', 'Common thing 10', 'Common thing 100']);
    expect((await found('common 77')).totalCount).toBe((await found('77')).totalCount);
  });

  it('stays within the organization and the rules', async () => {
    expect(await names('theirs')).toEqual([]);
    const scoped = suite.actor(['gadget.read:DEPARTMENT'], { departmentIds: [department] });
    expect(await names('sweet', {}, scoped)).toEqual(['Crème brûlée']);
    expect(await found('common', {}, scoped)).toEqual({ nodes: [], totalCount: 0 });
  });

  it('goes with filters, pages and the count in one statement, looking once', async () => {
    const before = suite.reading.sent.length;
    const first = await suite.reading.reader.connection(actor, gadgetRead, { search: 'common', filter: { name: { contains: 'THING 2' } }, sort: [{ field: 'name' }], first: 2 },
      select('nodes.name', 'pageInfo.endCursor', 'pageInfo.hasNextPage', 'totalCount'));
    expect(first).toMatchObject({ nodes: [{ name: 'Common thing 2' }, { name: 'Common thing 20' }], pageInfo: { hasNextPage: true }, totalCount: 612 });
    expect(suite.reading.sent.length - before).toBe(1);
    expect(suite.reading.sent.at(-1)?.text.match(/app\.search_gadget/g)).toHaveLength(1);
    expect(await names('common', { filter: { name: { contains: 'THING 2' } }, first: 1, after: first.pageInfo.endCursor })).toEqual(['Common thing 200']);
  });

  it('uses the index for contains on a searched field', async () => {
    expect(await suite.reading.reader.connection(actor, gadgetRead, { filter: { name: { contains: 'brûl' } } }, select('nodes.name'))).toEqual({ nodes: [{ name: 'Crème brûlée' }] });
    expect(suite.reading.sent.at(-1)?.text).toContain('app.search_gadget');
    // Accents count in a filter.
    expect(await suite.reading.reader.connection(actor, gadgetRead, { filter: { name: { contains: 'brul' } } }, select('nodes.name'))).toEqual({ nodes: [] });
  });

  it.each([['too long', 'x'.repeat(201)], ['of too many words', 'a b c d e f g h i j k'], ['with a null character', 'a\0']])('refuses what is %s', async (_, search) => {
    expect(await refusalOf(found(search))).toMatchObject({ code: 'VALIDATION_FAILED', path: 'search' });
  });

  it('has candidates of the running organization only, and none without one', async () => {
    const client = new Client({ connectionString: suite.database.appUrl });
    await client.connect();
    const candidates = async (): Promise<unknown> => (await client.query<{ ids: unknown }>(`SELECT cardinality(app.search_gadget('{%cream%}', 10)) AS ids`)).rows[0]?.ids;
    expect(await candidates()).toBe(0);
    await client.query(`SELECT set_config('app.organization_id', $1, false)`, [suite.theirs]);
    expect(await candidates()).toBe(1);
    await client.end();
  });
});
