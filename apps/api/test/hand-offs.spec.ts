import { Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const FIELDS = 'id version subject recordId step note status current reason dueAt overdue fromDepartment { name } fromUser { name } toDepartment { name } toUser { name } holderDepartment { name } holder { name } items { id title done doneBy { name } }';
const operation = (name: string, input: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { handOff { ${FIELDS} } errors { code message path } } }`;
const OFFER = operation('offerHandOff', 'OfferHandOffInput');
const ACCEPT = operation('acceptHandOff', 'AcceptHandOffInput');
const RETURN = operation('returnHandOff', 'ReturnHandOffInput');
const WITHDRAW = operation('withdrawHandOff', 'WithdrawHandOffInput');
const TICK = operation('tickHandOffItem', 'TickHandOffItemInput');

interface HandOff { id: string; version: number; status: string; items: { id: string; title: string; done: boolean }[] }
type Answer<Name extends string> = Record<Name, { handOff: HandOff; errors: { code: string; path: string[] }[] }>;

describe('hand-offs', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  const people: Record<string, ApiClient> = {};
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    for (const role of ['SALES_AGENT', 'SUPPORT_AGENT', 'TEAM_MEMBER'] as const) people[role] = await signInAs(api, agency.users[role].email);
    elsewhere = await signInAs(api, other.users.SUPPORT_AGENT.email);
  });
  afterAll(() => setUp?.close());

  let leads = 0;
  const lead = async (): Promise<string> => {
    const id = newId();
    await owner.query("INSERT INTO lead (id, organization_id, name, display_name, dedupe_key, currency, department_id, owner_id) VALUES ($1, $2, $3, $3, $3, 'USD', $4, $5)", [id, agency.id, `Lead ${++leads}`, agency.departments.sales, agency.users.SALES_AGENT.id]);
    return id;
  };
  const offered = async (more: object = {}): Promise<HandOff> => {
    const input = { subject: 'lead', recordId: await lead(), step: 'Look after them', toDepartmentId: agency.departments.support, ...more };
    return (await people['SALES_AGENT']!.ask<Answer<'offerHandOff'>>(OFFER, { input })).offerHandOff.handOff;
  };
  const refusals = async (who: string, document: string, input: object): Promise<string[]> => codesOf(await people[who]!.send(document, { input }));

  it('are offered by whoever sees the record', async () => {
    const input = { subject: 'lead', recordId: await lead(), step: ' Look  after them', toDepartmentId: agency.departments.support, items: ['Called once', ' '], note: 'Nice people' };
    const { offerHandOff } = await expectFourCallers<Answer<'offerHandOff'>>({
      api, operation: OFFER, variables: { input }, right: people['SALES_AGENT']!, wrongPerson: people['SUPPORT_AGENT']!, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' },
    });
    expect(offerHandOff.handOff).toMatchObject({
      version: 1, step: 'Look after them', note: 'Nice people', status: 'OFFERED', current: true, overdue: false, fromDepartment: { name: 'Sales' }, fromUser: { name: 'sales agent' },
      toDepartment: { name: 'Support' }, toUser: null, holderDepartment: { name: 'Support' }, holder: null, items: [{ title: 'Called once', done: false }],
    });
    expect(await refusals('SALES_AGENT', OFFER, input)).toEqual(['PRECONDITION_FAILED']);
  });

  it.each([
    ['a record that nobody hands over', { subject: 'user' }, 'VALIDATION_FAILED'],
    ['nobody', { toDepartmentId: null }, 'VALIDATION_FAILED'],
    ['nothing to do', { step: ' ' }, 'VALIDATION_FAILED'],
    ['an unknown department', { toDepartmentId: newId() }, 'NOT_FOUND'],
    ['an unknown record', { recordId: newId() }, 'NOT_FOUND'],
  ])('refuse %s', async (_, wrong, code) => {
    const input = { subject: 'lead', recordId: await lead(), step: 'Next', toDepartmentId: agency.departments.support, ...wrong };
    expect(await refusals('SALES_AGENT', OFFER, input)).toEqual([code]);
  });

  it('are accepted by whoever they go to, when the checklist is done', async () => {
    const handOff = await offered({ items: ['Called once'] });
    const [item] = handOff.items;
    expect(await refusals('SUPPORT_AGENT', ACCEPT, { id: handOff.id, version: 1 })).toEqual(['PRECONDITION_FAILED']);
    const tick = { id: handOff.id, version: 1, itemId: item!.id, done: true };
    const { tickHandOffItem } = await expectFourCallers<Answer<'tickHandOffItem'>>({ api, operation: TICK, variables: { input: tick }, right: people['SUPPORT_AGENT']!, wrongPerson: people['TEAM_MEMBER']!, wrongOrganization: elsewhere });
    expect(tickHandOffItem.handOff).toMatchObject({ version: 2, items: [{ done: true, doneBy: { name: 'support agent' } }] });
    const { acceptHandOff } = await expectFourCallers<Answer<'acceptHandOff'>>({ api, operation: ACCEPT, variables: { input: { id: handOff.id, version: 2 } }, right: people['SUPPORT_AGENT']!, wrongPerson: people['TEAM_MEMBER']!, wrongOrganization: elsewhere });
    expect(acceptHandOff.handOff).toMatchObject({ version: 3, status: 'ACCEPTED', holder: { name: 'support agent' }, holderDepartment: { name: 'Support' } });
    expect(await refusals('SUPPORT_AGENT', ACCEPT, { id: handOff.id, version: 3 })).toEqual(['ILLEGAL_TRANSITION']);
    expect(await refusals('SUPPORT_AGENT', TICK, { ...tick, version: 3 })).toEqual(['PRECONDITION_FAILED']);
  });

  it('are returned with a reason, and the ball is back', async () => {
    const handOff = await offered();
    expect(await refusals('SUPPORT_AGENT', RETURN, { id: handOff.id, version: 1, reason: ' ' })).toEqual(['VALIDATION_FAILED']);
    const { returnHandOff } = await expectFourCallers<Answer<'returnHandOff'>>({ api, operation: RETURN, variables: { input: { id: handOff.id, version: 1, reason: 'Not ours' } }, right: people['SUPPORT_AGENT']!, wrongPerson: people['TEAM_MEMBER']!, wrongOrganization: elsewhere });
    expect(returnHandOff.handOff).toMatchObject({ status: 'RETURNED', reason: 'Not ours', holderDepartment: { name: 'Sales' }, holder: { name: 'sales agent' } });
  });

  it('are taken back by whoever offered them', async () => {
    const handOff = await offered({ toDepartmentId: null, toUserId: agency.users.TEAM_MEMBER.id });
    await expectFourCallers({ api, operation: WITHDRAW, variables: { input: { id: handOff.id, version: 1 } }, right: people['SALES_AGENT']!, wrongPerson: people['SUPPORT_AGENT']!, wrongOrganization: elsewhere });
    const toPerson = await offered({ toDepartmentId: agency.departments.support, toUserId: agency.users.TEAM_MEMBER.id });
    expect(await refusals('TEAM_MEMBER', ACCEPT, { id: toPerson.id, version: 1 })).toEqual([]);
  });

  it('tell who has a record, what waits for a department, and each list takes one statement', async () => {
    const first = await offered();
    const list = `query ($filter: HandOffFilter) { handOffs(filter: $filter, first: 200) { nodes { ${FIELDS} } totalCount } }`;
    const find = async (who: ApiClient, filter: object): Promise<string[]> => (await who.ask<{ handOffs: { nodes: HandOff[] } }>(list, { filter })).handOffs.nodes.map(({ id }) => id);
    const { rows: [row] } = await owner.query<{ record: string }>('SELECT record_id AS record FROM hand_off WHERE id = $1', [first.id]);
    expect(await find(people['TEAM_MEMBER']!, { recordId: { eq: row!.record }, current: { eq: true } })).toEqual([first.id]);
    expect(await find(people['SUPPORT_AGENT']!, { holderDepartmentId: { eq: agency.departments.support }, status: { eq: 'OFFERED' }, current: { eq: true } })).toContain(first.id);
    expect(await find(elsewhere, {})).toEqual([]);
    expect(codesOf(await elsewhere.send('query ($id: ID!) { handOff(id: $id) { id } }', { id: first.id }))).toEqual(['NOT_FOUND']);
    const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    await people['SUPPORT_AGENT']!.ask(list, {});
    expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    connections.mockRestore();
    // Names of records: one more statement for the whole page, and only of what the reader may see.
    const work = jest.spyOn(Work.prototype, 'query');
    const names = async (who: string): Promise<(string | null)[]> =>
      (await people[who]!.ask<{ handOffs: { nodes: { recordName: string | null }[] } }>('{ handOffs(first: 200) { nodes { recordName } } }')).handOffs.nodes.map(({ recordName }) => recordName);
    const mine = await names('SALES_AGENT');
    expect(work.mock.calls).toHaveLength(1);
    work.mockRestore();
    expect([mine.length > 1, mine.every((name) => /^Lead \d+$/.test(name ?? ''))]).toEqual([true, true]);
    expect(new Set(await names('SUPPORT_AGENT'))).toEqual(new Set([null]));
    const client = await signInAs(api, (await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer() })).email);
    expect(codesOf(await client.send(list, {}))).toEqual(['FORBIDDEN']);
  });
});
