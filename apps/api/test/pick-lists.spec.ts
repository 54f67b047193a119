import { newId } from '@throughline/platform/kernel';
import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const operation = (name: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { item { id version list label position archived } errors { code message path } } }`;
const CREATE = operation('createPickListItem');
const RENAME = operation('renamePickListItem');
const ARCHIVE = operation('archivePickListItem');
const RESTORE = operation('restorePickListItem');
const ORDER = 'mutation ($input: OrderPickListItemsInput!) { orderPickListItems(input: $input) { list errors { code message path } } }';
const ITEMS = 'query ($filter: PickListItemFilter) { pickListItems(filter: $filter, first: 200) { nodes { id version list label position archived } totalCount } }';

interface Item { id: string; version: number; list: string; label: string; position: number; archived: boolean }

describe('pick lists', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let manager: ApiClient;
  let hr: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    manager = await signInAs(api, agency.users.SALES_MANAGER.email);
    hr = await signInAs(api, agency.users.HR.email);
    elsewhere = await signInAs(api, other.users.SALES_MANAGER.email);
  });
  afterAll(() => setUp?.close());

  const items = async (list: string, filter: object = {}): Promise<Item[]> =>
    (await manager.ask<{ pickListItems: { nodes: Item[] } }>(ITEMS, { filter: { list: { eq: list }, ...filter } })).pickListItems.nodes;
  const add = async (label: string, list = 'LEAD_SOURCE'): Promise<Item> =>
    (await manager.ask<{ createPickListItem: { item: Item } }>(CREATE, { input: { list, label } })).createPickListItem.item;
  const refusals = async (document: string, input: object): Promise<string[]> => codesOf(await manager.send(document, { input }));

  it('hold choices from the start, and say who may change them', async () => {
    expect((await items('DEAL_LOSS_REASON')).map(({ label }) => label)).toEqual(['Price', 'Chose a competitor', 'No budget', 'No need any more', 'Wrong time', 'No answer']);
    const lists = async (who: ApiClient): Promise<[string, boolean][]> =>
      (await who.ask<{ pickLists: { key: string; mayUpdate: boolean }[] }>('{ pickLists { key label usedFor mayUpdate } }')).pickLists.map(({ key, mayUpdate }) => [key, mayUpdate]);
    expect(await lists(manager)).toEqual(expect.arrayContaining([['INDUSTRY', true], ['LEAD_SOURCE', true], ['DEAL_LOSS_REASON', true]]));
    expect(await lists(hr)).toEqual(expect.arrayContaining([['LEAD_SOURCE', false]]));
  });

  it('get new choices, each name once', async () => {
    const { createPickListItem: { item } } = await expectFourCallers<{ createPickListItem: { item: Item } }>({
      api, operation: CREATE, variables: { input: { list: 'LEAD_SOURCE', label: ' Trade  fair ' } }, right: manager, wrongPerson: hr, wrongOrganization: elsewhere, separately: agency.id,
    });
    expect(item).toMatchObject({ version: 1, list: 'LEAD_SOURCE', label: 'Trade fair', position: 9, archived: false });
    expect(await refusals(CREATE, { list: 'LEAD_SOURCE', label: 'TRADE FAIR' })).toEqual(['DUPLICATE']);
    expect(await refusals(CREATE, { list: 'INDUSTRY', label: 'Trade fair' })).toEqual([]);
    expect(await refusals(CREATE, { list: 'LEAD_SOURCE', label: ' ' })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(CREATE, { list: 'NOTHING', label: 'X' })).toEqual(['NOT_FOUND']);
  });

  it('rename choices; records keep what they hold', async () => {
    const { id } = await add('Newspaper');
    const leadId = newId();
    await owner.query("INSERT INTO lead (id, organization_id, display_name, dedupe_key, currency, source) VALUES ($1, $2, 'L', 'L', 'USD', 'Newspaper')", [leadId, agency.id]);
    const { renamePickListItem: { item } } = await expectFourCallers<{ renamePickListItem: { item: Item } }>({
      api, operation: RENAME, variables: { input: { id, version: 1, label: 'Print' } }, right: manager, wrongPerson: hr, wrongOrganization: elsewhere,
    });
    expect(item).toMatchObject({ version: 2, label: 'Print' });
    expect((await owner.query('SELECT source FROM lead WHERE id = $1', [leadId])).rows).toEqual([{ source: 'Newspaper' }]);
    expect(await refusals(RENAME, { id, version: 1, label: 'Late' })).toEqual(['CONFLICT']);
    expect(await refusals(RENAME, { id, version: 2, label: 'referral' })).toEqual(['DUPLICATE']);
    expect(await refusals(RENAME, { id, version: 2, label: 'PRINT' })).toEqual([]);
  });

  it('archive choices and offer them again', async () => {
    const { id } = await add('Fax');
    await expectFourCallers({ api, operation: ARCHIVE, variables: { input: { id, version: 1 } }, right: manager, wrongPerson: hr, wrongOrganization: elsewhere });
    expect((await items('LEAD_SOURCE', { archived: { eq: false } })).map((item) => item.id)).not.toContain(id);
    expect(await refusals(ARCHIVE, { id, version: 2 })).toEqual(['ILLEGAL_TRANSITION']);
    expect(await refusals(CREATE, { list: 'LEAD_SOURCE', label: 'Fax' })).toEqual(['DUPLICATE']);
    await expectFourCallers({ api, operation: RESTORE, variables: { input: { id, version: 2 } }, right: manager, wrongPerson: hr, wrongOrganization: elsewhere });
    expect((await items('LEAD_SOURCE', { archived: { eq: false } })).map((item) => item.id)).toContain(id);
    const { rows } = await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['pickList.created', 'pickList.archived', 'pickList.restored']);
  });

  it('are put in order', async () => {
    const before = await items('DEAL_LOSS_REASON');
    const [first, second, ...rest] = before.map(({ id }) => id);
    await expectFourCallers({ api, operation: ORDER, variables: { input: { list: 'DEAL_LOSS_REASON', ids: [rest[0], first] } }, right: manager, wrongPerson: hr, wrongOrganization: elsewhere });
    const after = await items('DEAL_LOSS_REASON');
    expect(after.map(({ id, position }) => [id, position])).toEqual([rest[0], first, second, ...rest.slice(1)].map((id, index) => [id, index + 1]));
    expect(await refusals(ORDER, { list: 'DEAL_LOSS_REASON', ids: [first, first] })).toEqual(['VALIDATION_FAILED']);
  });

  it('are read in one statement, by staff only', async () => {
    const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    await hr.ask(ITEMS, {});
    connections.mockClear();
    await hr.ask(ITEMS, {});
    expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    connections.mockRestore();
    const client = await signInAs(api, (await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer() })).email);
    expect(codesOf(await client.send(ITEMS, {}))).toEqual(['FORBIDDEN']);
    expect(codesOf(await client.send('{ pickLists { key } }'))).toEqual(['FORBIDDEN']);
  });
});
