import { PipelineService } from '@throughline/sales/deals';
import { testActor, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const TAG = 'tag { id version name colour category }';
const mutation = (name: string, type: string, selection: string): string => `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code message path } } }`;
const CREATE = mutation('createTag', 'CreateTagInput', TAG);
const UPDATE = mutation('updateTag', 'UpdateTagInput', TAG);
const MERGE = mutation('mergeTags', 'MergeTagsInput', TAG);
const DELETE = mutation('deleteTag', 'DeleteTagInput', 'id');
const LIST = 'query ($filter: TagFilter) { tags(first: 100, filter: $filter) { nodes { id version name colour category } } }';
const USES = '{ tagUses { tagId records by { label records } } }';
const HISTORY = 'query ($subject: String!, $id: ID!) { recordHistory(subject: $subject, id: $id) { version entries { id kind restorable changes { field before after } } } }';

interface TagShape { id: string; version: number; name: string; colour: string; category: string | null }
interface Uses { tagUses: { tagId: string; records: number; by: { label: string; records: number }[] }[] }
interface History { recordHistory: { version: number; entries: { id: string; kind: string; restorable: string[]; changes: object[] }[] } }

describe('tags', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let manager: ApiClient;
  let agent: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    for (const { id } of [agency, setUp.other]) await api.app.nest.get(PipelineService, { strict: false }).ensureDefault(testActor({ organizationId: id }));
    manager = await signInAs(api, agency.users.SALES_MANAGER.email);
    agent = await signInAs(api, agency.users.SALES_AGENT.email);
    elsewhere = await signInAs(api, setUp.other.users.SALES_MANAGER.email);
  });
  afterAll(() => setUp?.close());

  const tags = async (client = manager): Promise<TagShape[]> => (await client.ask<{ tags: { nodes: TagShape[] } }>(LIST)).tags.nodes;
  const tag = async (name: string): Promise<TagShape> => (await tags()).find((each) => each.name === name)!;
  const made = async (name: string, type: string, field: string, input: object): Promise<string> =>
    (await manager.ask<Record<string, Record<string, { id: string }>>>(mutation(name, type, `${field} { id }`), { input }))[name]![field]!.id;
  const lead = (name: string, words: string[]): Promise<string> => made('createLead', 'CreateLeadInput', 'lead', { name, tags: words });
  const deal = async (name: string, words: string[]): Promise<string> => {
    const id = await made('createDeal', 'CreateDealInput', 'deal', { name });
    return made('updateDeal', 'UpdateDealInput', 'deal', { id, version: 1, tags: words });
  };
  const wordsOf = async (table: string, id: string): Promise<string[]> => (await owner.query<{ tags: string[] }>(`SELECT tags FROM ${table} WHERE id = $1`, [id])).rows[0]!.tags;

  it('are known once a record carries them, in the letters in which they were first written', async () => {
    await lead('Ana', ['Spring fair', 'VIP']);
    const id = await lead('Berta', ['spring FAIR', 'spring fair', 'New']);
    expect((await tags()).map(({ name, colour }) => [name, colour])).toEqual([['New', 'NEUTRAL'], ['Spring fair', 'NEUTRAL'], ['VIP', 'NEUTRAL']]);
    expect(await wordsOf('lead', id)).toEqual(['Spring fair', 'New']);
    expect(await tags(elsewhere)).toEqual([]);
  });

  it('are counted by kind of record, for those who keep them', async () => {
    const id = await deal('Shop', ['VIP']);
    const vip = await tag('VIP');
    expect((await manager.ask<Uses>(USES)).tagUses.find(({ tagId }) => tagId === vip.id)).toEqual({ tagId: vip.id, records: 2, by: [{ label: 'deals', records: 1 }, { label: 'leads', records: 1 }] });
    expect(codesOf(await agent.send(USES))).toEqual(['FORBIDDEN']);
    const { deals } = await manager.ask<{ deals: { nodes: { id: string; tags: string[] }[] } }>('{ deals(first: 5, filter: { tags: { has: ["VIP"] } }) { nodes { id tags } } }');
    expect(deals.nodes).toEqual([{ id, tags: ['VIP'] }]);
  });

  it('are made beforehand, by whoever works here', async () => {
    const { createTag } = await expectFourCallers<{ createTag: { tag: TagShape } }>({
      api, operation: CREATE, variables: { input: { name: ' North  coast ', colour: 'INFO', category: 'Region' } }, right: agent, wrongPerson: await signInAs(api, agency.users.ANALYST.email), wrongOrganization: elsewhere, separately: agency.id,
    });
    expect(createTag.tag).toMatchObject({ name: 'North coast', colour: 'INFO', category: 'Region' });
    const refused = async (name: string): Promise<string[]> => codesOf(await agent.send(CREATE, { input: { name } }));
    expect([await refused('north COAST'), await refused(' '), await refused('a, b'), await refused('x'.repeat(51))]).toEqual([['DUPLICATE'], ['VALIDATION_FAILED'], ['VALIDATION_FAILED'], ['VALIDATION_FAILED']]);
  });

  it('are renamed on every record, with an event for each and a version for whoever edits it meanwhile', async () => {
    const id = await lead('Carla', ['VIP', 'New']);
    const vip = await tag('VIP');
    await expectFourCallers({ api, operation: UPDATE, variables: { input: { id: vip.id, version: vip.version, name: 'Key account', colour: 'ACCENT' } }, right: manager, wrongPerson: agent, wrongOrganization: elsewhere });
    expect(await wordsOf('lead', id)).toEqual(['Key account', 'New']);
    const { recordHistory } = await manager.ask<History>(HISTORY, { subject: 'lead', id });
    expect([recordHistory.version, recordHistory.entries[0]]).toMatchObject([2, { kind: 'lead.retagged', changes: [{ field: 'tags', before: ['VIP', 'New'], after: ['Key account', 'New'] }] }]);
    expect((await owner.query<{ kind: string }>(`SELECT kind FROM event WHERE kind LIKE '%.retagged' ORDER BY kind`)).rows.map(({ kind }) => kind)).toEqual(['deal.retagged', 'lead.retagged', 'lead.retagged']);
    expect((await tags()).map(({ name }) => name)).not.toContain('VIP');
    expect(codesOf(await manager.send(UPDATE, { input: { id: vip.id, version: vip.version, name: 'Late' } }))).toEqual(['CONFLICT']);
    expect(codesOf(await manager.send(UPDATE, { input: { id: vip.id, version: vip.version + 1, name: 'new' } }))).toEqual(['DUPLICATE']);
  });

  it('are merged: who has both keeps the word once', async () => {
    const both = await lead('Dora', ['Key account', 'Big', 'New']);
    const [big, key] = [await tag('Big'), await tag('Key account')];
    await expectFourCallers({ api, operation: MERGE, variables: { input: { id: big.id, version: big.version, intoId: key.id } }, right: manager, wrongPerson: agent, wrongOrganization: elsewhere });
    expect(await wordsOf('lead', both)).toEqual(['Key account', 'New']);
    expect((await tags()).map(({ name }) => name)).not.toContain('Big');
    expect(codesOf(await manager.send(MERGE, { input: { id: key.id, version: key.version, intoId: key.id } }))).toEqual(['VALIDATION_FAILED']);
  });

  it('are taken from every record with the tag itself', async () => {
    const id = await lead('Emma', ['Passing', 'New']);
    const passing = await tag('Passing');
    await expectFourCallers({ api, operation: DELETE, variables: { input: { id: passing.id, version: passing.version } }, right: manager, wrongPerson: agent, wrongOrganization: elsewhere });
    expect(await wordsOf('lead', id)).toEqual(['New']);
    expect(await tag('Passing')).toBeUndefined();
  });

  it('have a history; an earlier name comes back on the records too', async () => {
    const id = await lead('Frida', ['Summer']);
    const summer = await tag('Summer');
    await manager.ask(UPDATE, { input: { id: summer.id, version: 1, name: 'Autumn' } });
    const { recordHistory: { version, entries: [entry] } } = await manager.ask<History>(HISTORY, { subject: 'tag', id: summer.id });
    await manager.ask(mutation('restoreRecordFields', 'RestoreRecordFieldsInput', 'id'), { input: { subject: 'tag', id: summer.id, version, eventId: entry!.id, fields: ['name'] } });
    expect(await wordsOf('lead', id)).toEqual(['Summer']);
  });

  it('are the agency\'s own words: clients see none of them', async () => {
    const customerId = await made('createCustomer', 'CreateCustomerInput', 'customer', { name: 'Client Co', tags: ['Pays late'] });
    const client = await signInAs(api, (await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_OWNER'], customerId })).email);
    expect(await client.ask('query ($id: ID!) { customer(id: $id) { name tags hiddenFields } }', { id: customerId })).toEqual({ customer: { name: 'Client Co', tags: null, hiddenFields: ['tags'] } });
    expect(codesOf(await client.send(LIST))).toEqual(['FORBIDDEN']);
    expect(codesOf(await client.send('{ customers(first: 5, filter: { tags: { has: ["Pays late"] } }) { nodes { id } } }'))).toEqual(['FORBIDDEN']);
  });

  it('come in one statement, however many there are', async () => {
    await tags();
    const spy = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    await tags();
    expect(spy.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    spy.mockRestore();
  });
});
