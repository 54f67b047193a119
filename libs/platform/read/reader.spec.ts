import { createTestDatabase, testActor, type TestDatabase } from '../../testing/index.js';
import { type Actor, newId } from '../kernel/index.js';
import { type SelectedField, select, type Selection } from './selection.js';
import { createGadgetTables, GadgetRows } from './testing/gadgets.database.js';
import { gadgetRead } from './testing/gadgets.read.js';
import { openReading, type Reading } from './testing/reading.js';

describe('Reader', () => {
  let database: TestDatabase;
  let rows: GadgetRows;
  let reading: Reading;
  let organizationId: string;
  let actor: Actor;

  beforeAll(async () => {
    database = await createTestDatabase();
    await createGadgetTables(database.ownerUrl);
    rows = await GadgetRows.open(database.ownerUrl);
    reading = openReading(database.appUrl);
    organizationId = await rows.organization('Ours');
    actor = testActor({ organizationId, grants: ['gadget.read', 'maker.read'] });
  });
  afterAll(async () => {
    await reading.close();
    await rows.close();
    await database.drop();
  });

  it('writes every kind of value as its scalar does', async () => {
    const maker = await rows.insert('maker', organizationId, { name: 'Acme "Ltd"\n', country: 'DE' });
    const id = await rows.insert('gadget', organizationId, {
      name: 'Ünïcode \\ "quoted" \u{1f600}', remark: null, status: 'ACTIVE', rank: -3, units: '9007199254740993', weight: 0.1, active: false, due_on: '2026-02-28',
      seen_at: '2026-03-01T10:00:00.1239+02:00', created_at: '2026-01-01T00:00:00Z', facts: { b: [1, null, 'x'], a: { deep: true } }, tags: ['a', 'b,"c"'], reasons: JSON.stringify([{ text: 'one', points: 2, secret: 1 }, { text: 'two' }]),
      price_minor: '-5', maker_id: maker,
    });
    await rows.insert('gadget_part', organizationId, { gadget_id: id, position: 2, title: 'two', maker_id: maker });
    await rows.insert('gadget_part', organizationId, { gadget_id: id, position: 1, title: 'one' });
    await rows.insert('gadget_helper', organizationId, { gadget_id: id, maker_id: maker });
    const selection = select('id', 'version', 'createdAt', 'name', 'note', 'status', 'rank', 'units', 'weight', 'active', 'dueOn', 'seenAt', 'facts', 'tags', 'price.amountMinor',
      'price.currency', 'reasons.text', 'reasons.points', 'loudName', 'label', 'hiddenFields', 'maker.name', 'maker.parent.name', 'parts.title', 'parts.maker.country', 'helpers.name', '__typename');
    expect(await reading.reader.one(actor, gadgetRead, id, selection)).toEqual({
      id, version: 1, createdAt: '2026-01-01T00:00:00.000Z', name: 'Ünïcode \\ "quoted" \u{1f600}', note: null, status: 'ACTIVE', rank: -3, units: '9007199254740993', weight: 0.1, active: false,
      dueOn: '2026-02-28', seenAt: '2026-03-01T08:00:00.123Z', facts: { a: { deep: true }, b: [1, null, 'x'] }, tags: ['a', 'b,"c"'], price: { amountMinor: '-5', currency: 'USD' },
      reasons: [{ text: 'one', points: 2 }, { text: 'two', points: null }], loudName: 'ÜNÏCODE \\ "QUOTED" \u{1f600}', label: 'Ünïcode \\ "quoted" \u{1f600}/-3', hiddenFields: [],
      maker: { name: 'Acme "Ltd"\n', parent: null }, parts: [{ title: 'one', maker: null }, { title: 'two', maker: { country: 'DE' } }], helpers: [{ name: 'Acme "Ltd"\n' }], __typename: 'Gadget',
      $columns: { name: 'Ünïcode \\ "quoted" \u{1f600}', rank: -3 },
    });
  });

  it('answers a page with everything a connection has, in one statement', async () => {
    const before = reading.sent.length;
    const page = await reading.reader.connection(actor, gadgetRead, { first: 1 }, select('nodes.id', 'edges.cursor', 'edges.node.maker.name', 'pageInfo.hasNextPage', 'pageInfo.endCursor', 'totalCount'));
    expect(reading.sent.length - before).toBe(1);
    expect(page).toEqual({
      nodes: [{ id: expect.any(String) as string }], edges: [{ cursor: expect.any(String) as string, node: { maker: { name: 'Acme "Ltd"\n' } } }],
      pageInfo: { hasNextPage: false, endCursor: page.edges[0]?.cursor }, totalCount: 1,
    });
  });

  it('puts aliased fields where no other field can meet them', async () => {
    const alias = (key: string, name: string, selection: Selection | null = null): SelectedField => ({ key, name, args: {}, selection });
    const { nodes } = await reading.reader.connection(actor, gadgetRead, { first: 1 }, {
      fields: [alias('nodes', 'nodes', { fields: [alias('status', 'name'), alias('name', 'status'), alias('rank', 'rank'), alias('m', 'maker', { fields: [alias('id', 'name')] })] })],
    });
    expect(nodes).toEqual([{ 'status:name': expect.any(String) as string, 'name:status': 'ACTIVE', rank: -3, 'm:maker': { 'id:name': 'Acme "Ltd"\n' } }]);
  });

  it('computes in TypeScript wherever the record stands, with its own arguments', async () => {
    const maker = await rows.insert('maker', organizationId, { name: 'Deep' });
    const id = await rows.insert('gadget', organizationId, { name: 'deep', rank: 4, maker_id: maker });
    const label = select('label');
    const selection: Selection = { fields: [
      { key: 'maker', name: 'maker', args: {}, selection: { fields: [
        { key: 'a', name: 'gadgets', args: { first: 1 }, selection: { fields: [{ key: 'nodes', name: 'nodes', args: {}, selection: label }, { key: 'edges', name: 'edges', args: {}, selection: select('node.label') }] } },
      ] } },
      { key: 'again', name: 'label', args: {}, selection: null },
    ] };
    const record = await reading.reader.one(actor, gadgetRead, id, selection) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    expect(record['again:label']).toBe('deep/4');
    expect(record['maker']?.['a:gadgets']).toMatchObject({ nodes: [{ label: 'deep/4' }], edges: [{ node: { label: 'deep/4' } }] });
    expect(await reading.reader.one(actor, gadgetRead, await rows.insert('gadget', organizationId, { name: 'x' }), { fields: [selection.fields[0]!] })).toEqual({ maker: null });
  });

  it('reads several things from one snapshot in one statement', async () => {
    const before = reading.sent.length;
    const answers = await reading.reader.query(actor, [
      { shape: 'connection', model: gadgetRead, args: { filter: { name: { eq: 'deep' } } }, selection: select('totalCount') },
      { shape: 'one', model: gadgetRead, id: newId(), selection: select('id') },
    ]);
    expect(answers).toEqual([{ totalCount: 1 }, null]);
    expect(reading.sent.length - before).toBe(1);
  });

  it('names what it has no field for', async () => {
    await expect(reading.reader.one(actor, gadgetRead, newId(), select('nothing'))).rejects.toThrow('Gadget has no field nothing.');
    await expect(reading.reader.connection(actor, gadgetRead, {}, select('rows.id'))).rejects.toThrow('A list of Gadget has no field rows.');
  });
});
