import { newId } from '../kernel/index.js';
import { maySearch } from './rules.js';
import { select } from './selection.js';
import { gadgetRead, makerRead, partRead } from './testing/gadgets.read.js';
import { openReading } from './testing/reading.js';
import { openReadSuite, type ReadSuite, refusalOf } from './testing/suite.js';

describe('what a reader may see', () => {
  let suite: ReadSuite;
  const department = newId();
  const other = newId();
  const me = newId();
  let maker: string;
  let foreignMaker: string;
  let mine: string;
  let ofDepartment: string;
  let elsewhere: string;
  let theirs: string;

  beforeAll(async () => {
    suite = await openReadSuite();
    const { rows, ours } = suite;
    maker = await rows.insert('maker', ours, { name: 'Near', country: 'DE', department_id: department });
    foreignMaker = await rows.insert('maker', ours, { name: 'Far', country: 'FR', department_id: other });
    mine = await rows.insert('gadget', ours, { name: 'mine', remark: 'secret of mine', rank: 1, price_minor: 100, owner_id: me, department_id: other, maker_id: maker });
    ofDepartment = await rows.insert('gadget', ours, { name: 'department', remark: 'secret of department', rank: 2, price_minor: 200, department_id: department, maker_id: foreignMaker });
    elsewhere = await rows.insert('gadget', ours, { name: 'elsewhere', rank: 3, department_id: other, maker_id: maker });
    for (const gadget of [mine, ofDepartment, elsewhere]) {
      await rows.insert('gadget_part', ours, { gadget_id: gadget, position: 1, title: 'part', maker_id: maker });
      await rows.insert('gadget_helper', ours, { gadget_id: gadget, maker_id: maker });
      await rows.insert('gadget_helper', ours, { gadget_id: gadget, maker_id: foreignMaker });
    }
    theirs = await rows.insert('gadget', suite.theirs, { name: 'theirs', owner_id: me, department_id: department });
  });
  afterAll(() => suite.close());

  const names = async (actor: ReturnType<ReadSuite['actor']>, reader = suite.reading.reader) =>
    (await reader.connection(actor, gadgetRead, { sort: [{ field: 'rank' }] }, select('nodes.name', 'totalCount'))).nodes.map(({ name }) => name);

  it('shows the rows of the rules and no others, in lists and one by one', async () => {
    const own = suite.actor(['gadget.read:OWN'], { userId: me });
    const scoped = suite.actor(['gadget.read:DEPARTMENT'], { departmentIds: [department] });
    expect(await names(own)).toEqual(['mine']);
    expect(await names(scoped)).toEqual(['department']);
    expect(await names(suite.actor(['gadget.read']))).toEqual(['mine', 'department', 'elsewhere']);
    expect(await names(suite.actor([]))).toEqual([]);
    expect(await suite.reading.reader.one(own, gadgetRead, mine, select('name'))).toEqual({ name: 'mine' });
    for (const id of [ofDepartment, theirs, newId(), 'no id']) expect(await suite.reading.reader.one(own, gadgetRead, id, select('name'))).toBeNull();
    expect(await refusalOf(suite.reading.reader.existing(own, gadgetRead, ofDepartment, select('name')))).toEqual({
      code: 'NOT_FOUND', path: 'id', message: 'This gadget does not exist or is not visible to you.',
    });
  });

  it('counts what it shows', async () => {
    const scoped = suite.actor(['gadget.read:DEPARTMENT'], { departmentIds: [other] });
    expect(await suite.reading.reader.connection(scoped, gadgetRead, { first: 1 }, select('totalCount', 'pageInfo.hasNextPage'))).toEqual({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await suite.reading.reader.connection(scoped, gadgetRead, { first: 1 }, select('totalCount', 'pageInfo.__typename'))).toEqual({ totalCount: 2, pageInfo: { __typename: 'PageInfo' } });
  });

  it('names the organization itself, whatever row-level security does', async () => {
    const unbound = openReading(suite.database.ownerUrl);
    const everybody = suite.actor(['gadget.read', 'maker.read']);
    await suite.rows.insert('gadget_helper', suite.theirs, { gadget_id: mine, maker_id: await suite.rows.insert('maker', suite.theirs, { name: 'theirs' }) });
    await suite.rows.insert('gadget_part', suite.theirs, { gadget_id: mine, position: 2, title: 'theirs' });
    try {
      expect(await names(everybody, unbound.reader)).toEqual(['mine', 'department', 'elsewhere']);
      expect(await unbound.reader.one(everybody, gadgetRead, theirs, select('name'))).toBeNull();
      expect(await unbound.reader.one(everybody, gadgetRead, mine, select('parts.title', 'helpers.name'))).toEqual({ parts: [{ title: 'part' }], helpers: [{ name: 'Far' }, { name: 'Near' }] });
    } finally {
      await unbound.close();
    }
  });

  it('asks the rules of every record it comes to', async () => {
    const actor = suite.actor(['gadget.read', 'maker.read:DEPARTMENT'], { departmentIds: [department] });
    const read = (id: string) => suite.reading.reader.one(actor, gadgetRead, id, select('maker.name', 'maker.gadgets.nodes.name', 'parts.maker.name', 'helpers.name'));
    expect(await read(ofDepartment)).toEqual({ maker: null, parts: [{ maker: { name: 'Near' } }], helpers: [{ name: 'Near' }] });
    expect(await read(elsewhere)).toEqual({
      maker: { name: 'Near', gadgets: { nodes: expect.arrayContaining([{ name: 'mine' }, { name: 'elsewhere' }]) as unknown } }, parts: [{ maker: { name: 'Near' } }], helpers: [{ name: 'Near' }],
    });
    const nobody = suite.actor(['gadget.read']);
    expect(await suite.reading.reader.one(nobody, gadgetRead, mine, select('maker.name', 'parts.maker.name', 'helpers.name'))).toEqual({ maker: null, parts: [{ maker: null }], helpers: [] });
  });

  it('does not read records without rules except with their parent', async () => {
    await expect(suite.reading.reader.connection(suite.actor(['gadget.read']), partRead, {}, select('nodes.title'))).rejects.toThrow('GadgetPart has no subject');
  });

  describe('fields that rules hide', () => {
    const hiding = (fields: string[], scope: 'ORGANIZATION' | 'DEPARTMENT' = 'ORGANIZATION') =>
      suite.actor(['gadget.read', 'maker.read', { permission: 'gadget.read', scope, effect: 'DENY', fields }], { departmentIds: [department] });

    it('are null and named', async () => {
      const read = (id: string) => suite.reading.reader.one(hiding(['price', 'maker', 'parts'], 'DEPARTMENT'), gadgetRead, id, select('name', 'price.amountMinor', 'maker.name', 'parts.title', 'hiddenFields'));
      expect(await read(ofDepartment)).toEqual({ name: 'department', price: null, maker: null, parts: null, hiddenFields: ['price', 'maker', 'parts'] });
      expect(await read(mine)).toEqual({ name: 'mine', price: { amountMinor: '100' }, maker: { name: 'Near' }, parts: [{ title: 'part' }], hiddenFields: [] });
    });

    it('are hidden from what is computed of them', async () => {
      const read = (id: string) => suite.reading.reader.one(hiding(['name', 'label'], 'DEPARTMENT'), gadgetRead, id, select('label', 'loudName'));
      expect(await read(mine)).toMatchObject({ label: 'mine/1', loudName: 'MINE' });
      expect(await read(ofDepartment)).toMatchObject({ label: null });
      const onlyName = await suite.reading.reader.one(hiding(['name'], 'DEPARTMENT'), gadgetRead, ofDepartment, select('label', 'loudName', 'hiddenFields'));
      expect(onlyName).toMatchObject({ label: 'null/2', loudName: null, hiddenFields: expect.arrayContaining(['name', 'loudName']) as unknown });
    });

    it('are all but those of a grant that lists its fields', async () => {
      const actor = suite.actor([{ permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'ALLOW', fields: ['name'] }, 'gadget.read:OWN'], { userId: me });
      const read = (id: string) => suite.reading.reader.one(actor, gadgetRead, id, select('id', 'version', 'name', 'rank'));
      expect(await read(mine)).toEqual({ id: mine, version: 1, name: 'mine', rank: 1 });
      expect(await read(elsewhere)).toEqual({ id: elsewhere, version: 1, name: 'elsewhere', rank: null });
    });

    it.each([
      ['sorted by', { sort: [{ field: 'PRICE_MINOR' }] }, 'priceMinor'],
      ['filtered by', { filter: { priceMinor: { gt: 1n } } }, 'priceMinor'],
      ['filtered by inside a group', { filter: { or: [{ not: { priceMinor: { isNull: true } } }] } }, 'priceMinor'],
      ['searched by', { search: 'secret' }, 'note'],
      ['sorted by an expression', { sort: [{ field: 'loudName' }] }, 'loudName'],
      ['filtered by their links', { filter: { workerId: { isNull: false } } }, 'workerId'],
      ['filtered by an expression', { filter: { loudName: { eq: 'X' } } }, 'loudName'],
    ])('cannot be %s', async (_, args, path) => {
      const actor = hiding(['price', 'note', 'name', 'workers'], 'DEPARTMENT');
      expect(await refusalOf(suite.reading.reader.connection(actor, gadgetRead, args, select('nodes.id')))).toMatchObject({ code: 'FORBIDDEN', path: path === 'note' ? 'name' : path });
      expect((await suite.reading.reader.connection(suite.actor(['gadget.read']), gadgetRead, args, select('nodes.id'))).nodes).toBeDefined();
    });

    it('takes the search away from whoever a rule hides a searched field from, on whatever rows', () => {
      expect(maySearch(suite.actor(['gadget.read']), gadgetRead)).toBe(true);
      expect(maySearch(hiding(['note']), gadgetRead)).toBe(false);
      expect(maySearch(hiding(['name'], 'DEPARTMENT'), gadgetRead)).toBe(false);
      expect(maySearch(hiding(['price']), gadgetRead)).toBe(true);
      expect(maySearch(suite.actor(['maker.read']), gadgetRead)).toBe(false);
      expect(maySearch(suite.actor(['gadget.read', 'maker.read']), makerRead)).toBe(false);
    });

    it('cannot be asked for through a parent either', async () => {
      const selection = { fields: [{ key: 'gadgets', name: 'gadgets', args: { filter: { note: { contains: 'secret' } } }, selection: select('totalCount') }] };
      expect(await refusalOf(suite.reading.reader.one(hiding(['note']), makerRead, maker, selection))).toMatchObject({ code: 'FORBIDDEN', path: 'note' });
    });

    it('do not decide the order either when nobody asked for one', async () => {
      const page = await suite.reading.reader.connection(hiding(['createdAt']), gadgetRead, { sort: [] }, select('nodes.id'));
      expect(page.nodes.map(({ id }) => id)).toEqual([mine, ofDepartment, elsewhere].sort());
    });
  });
});
