import { newId } from '@throughline/platform/kernel';
import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const PROFILE = 'id version initials phone location about weeklyMinutes workDays awayUntil skills { level skill { label } } user { name departments { name } } timeOff { from to status kind { label } }';
const UPDATE = `mutation ($input: UpdateStaffProfileInput!) { updateStaffProfile(input: $input) { profile { ${PROFILE} } errors { code message path } } }`;
const DIRECTORY = `query ($filter: StaffProfileFilter) { directory(filter: $filter, first: 100) { nodes { ${PROFILE} } totalCount } }`;
const AVAILABLE = 'query ($userIds: [ID!]!, $from: Date!, $to: Date!) { staffAvailability(userIds: $userIds, from: $from, to: $to) { userId minutes } }';
const timeOff = (name: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { timeOff { id version from to status reason decidedBy { name } } errors { code message path } } }`;
const REQUEST = timeOff('requestTimeOff');
const DECIDE = timeOff('decideTimeOff');
const WITHDRAW = timeOff('withdrawTimeOff');

interface Profile { id: string; version: number; initials: string; awayUntil: string | null; skills: { level: number; skill: { label: string } }[]; timeOff: { status: string }[] }
interface TimeOff { id: string; version: number; status: string }

describe('the directory', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let hr: ApiClient;
  let member: ApiClient;
  let manager: ApiClient;
  let seller: ApiClient;
  let elsewhere: ApiClient;
  const skills: string[] = [];
  let vacation: string;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    hr = await signInAs(api, agency.users.HR.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
    seller = await signInAs(api, agency.users.SALES_AGENT.email);
    elsewhere = await signInAs(api, other.users.HR.email);
    for (const label of ['TypeScript', 'Figma']) {
      const id = newId();
      await owner.query("INSERT INTO pick_list_item (id, organization_id, list, label, position) VALUES ($1, $2, 'SKILL', $3, 1)", [id, agency.id, label]);
      skills.push(id);
    }
    vacation = (await owner.query<{ id: string }>("SELECT id FROM pick_list_item WHERE organization_id = $1 AND label = 'Vacation'", [agency.id])).rows[0]!.id;
  });
  afterAll(() => setUp?.close());

  const find = async (filter: object = {}, who = member): Promise<Profile[]> => (await who.ask<{ directory: { nodes: Profile[] } }>(DIRECTORY, { filter })).directory.nodes;
  const profile = async (id: string): Promise<Profile> => (await find({ id: { eq: id } }))[0]!;
  const refusals = async (who: ApiClient, document: string, input: object): Promise<string[]> => codesOf(await who.send(document, { input }));
  const asked = async (from: string, to = from, who = member): Promise<TimeOff> => (await who.ask<{ requestTimeOff: { timeOff: TimeOff } }>(REQUEST, { input: { from, to, kindId: vacation } })).requestTimeOff.timeOff;

  it('lists everybody who works here, and nobody else, in one statement', async () => {
    await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer() });
    const all = await find();
    expect(all.map(({ id }) => id).sort()).toEqual(Object.values(agency.users).map(({ id }) => id).sort());
    expect(all.find(({ id }) => id === agency.users.TEAM_MEMBER.id)).toMatchObject({ initials: 'TM', weeklyMinutes: 2400, workDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], awayUntil: null, user: { name: 'team member', departments: [{ name: 'Web' }] } });
    expect((await find({ departmentId: { eq: agency.departments.qa } })).map(({ id }) => id)).toEqual([agency.users.QA_REVIEWER.id]);
    expect((await find({ name: { contains: 'lead' } })).map(({ id }) => id)).toEqual([agency.users.TEAM_LEAD.id]);
    const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    await find();
    expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    connections.mockRestore();
    expect(codesOf(await elsewhere.send('query ($id: ID!) { staffProfile(id: $id) { id } }', { id: agency.users.HR.id }))).toEqual(['NOT_FOUND']);
  });

  it('keeps one\'s own profile in one\'s own hands, and everybody\'s in those of HR', async () => {
    const { id } = agency.users.TEAM_MEMBER;
    const input = { id, version: 1, phone: ' +34 600 ', location: 'Madrid', about: 'Builds sites', skills: [{ skillId: skills[0], level: 4 }, { skillId: skills[1], level: 2 }] };
    const { updateStaffProfile } = await expectFourCallers<{ updateStaffProfile: { profile: Profile } }>({ api, operation: UPDATE, variables: { input }, right: member, wrongPerson: seller, wrongOrganization: elsewhere });
    expect(updateStaffProfile.profile).toMatchObject({ version: 2, phone: '+34 600', location: 'Madrid', skills: [{ level: 4, skill: { label: 'TypeScript' } }, { level: 2, skill: { label: 'Figma' } }] });
    expect((await find({ skillId: { eq: skills[1] } })).map((found) => found.id)).toEqual([id]);
    expect(await refusals(member, UPDATE, { id, version: 2, weeklyMinutes: 1200 })).toEqual(['FORBIDDEN']);
    expect(await refusals(member, UPDATE, { id, version: 2, weeklyMinutes: 2400, about: null })).toEqual([]);
    expect(await refusals(hr, UPDATE, { id, version: 3, weeklyMinutes: 1200, workDays: ['FRIDAY', 'MONDAY'] })).toEqual([]);
    expect(await profile(id)).toMatchObject({ version: 4, weeklyMinutes: 1200, workDays: ['MONDAY', 'FRIDAY'], about: null });
    expect(await refusals(member, UPDATE, { id, version: 1, about: 'Late' })).toEqual(['CONFLICT']);
    await owner.query('UPDATE pick_list_item SET archived = true WHERE id = $1', [skills[1]]);
    expect(await refusals(member, UPDATE, { id, version: 4, skills: [{ skillId: skills[1], level: 3 }] })).toEqual([]);
    expect(await refusals(hr, UPDATE, { id: agency.users.HR.id, version: 1, skills: [{ skillId: skills[1], level: 3 }] })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(hr, UPDATE, { id: agency.users.HR.id, version: 1, skills: [{ skillId: vacation, level: 3 }] })).toEqual(['NOT_FOUND']);
    expect(await refusals(hr, UPDATE, { id: agency.users.HR.id, version: 1, skills: [{ skillId: skills[0], level: 6 }] })).toEqual(['VALIDATION_FAILED']);
    await hr.ask(UPDATE, { input: { id, version: 5, weeklyMinutes: 2400, workDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] } });
  });

  it('takes requests for time off for oneself, and as HR for anybody', async () => {
    const input = { userId: agency.users.TEAM_MEMBER.id, from: '2027-03-01', to: '2027-03-05', kindId: vacation };
    const { requestTimeOff } = await expectFourCallers<{ requestTimeOff: { timeOff: TimeOff } }>({ api, operation: REQUEST, variables: { input }, right: member, wrongPerson: seller, wrongOrganization: elsewhere });
    expect(requestTimeOff.timeOff).toMatchObject({ version: 1, status: 'REQUESTED', from: '2027-03-01', to: '2027-03-05' });
    expect(await refusals(member, REQUEST, { ...input, from: '2027-03-05', to: '2027-03-09' })).toEqual(['PRECONDITION_FAILED']);
    expect(await refusals(member, REQUEST, { ...input, from: '2027-04-05', to: '2027-04-01' })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(member, REQUEST, { ...input, from: '2027-04-05', to: '2028-05-05' })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(member, REQUEST, { ...input, from: '2027-04-05', to: '2027-04-05', kindId: skills[0] })).toEqual(['NOT_FOUND']);
    expect(await refusals(hr, REQUEST, { ...input, userId: agency.users.ANALYST.id })).toEqual([]);
  });

  it('lets HR and the manager decide, nobody about their own', async () => {
    const first = await asked('2027-05-03', '2027-05-07');
    const decision = { id: first.id, version: 1, approve: true };
    const { decideTimeOff } = await expectFourCallers<{ decideTimeOff: { timeOff: TimeOff } }>({ api, operation: DECIDE, variables: { input: decision }, right: manager, wrongPerson: member, wrongOrganization: elsewhere });
    expect(decideTimeOff.timeOff).toMatchObject({ version: 2, status: 'APPROVED', decidedBy: { name: 'department manager' } });
    expect(await refusals(hr, DECIDE, { ...decision, version: 2 })).toEqual(['ILLEGAL_TRANSITION']);
    expect(await refusals(hr, DECIDE, { id: first.id, version: 2, approve: false })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(hr, DECIDE, { id: first.id, version: 2, approve: false, reason: 'A launch' })).toEqual([]);
    const mine = await asked('2027-05-03', '2027-05-03', hr);
    expect(await refusals(hr, DECIDE, { id: mine.id, version: 1, approve: true })).toEqual(['FORBIDDEN']);
    const sellers = await asked('2027-05-03', '2027-05-03', seller);
    expect(await refusals(manager, DECIDE, { id: sellers.id, version: 1, approve: true })).toEqual(['NOT_FOUND']);
    const { rows } = await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [first.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['timeOff.requested', 'timeOff.approved', 'timeOff.declined']);
  });

  it('takes time off back', async () => {
    const { id } = await asked('2027-06-01');
    await expectFourCallers({ api, operation: WITHDRAW, variables: { input: { id, version: 1 } }, right: member, wrongPerson: seller, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });
    expect((await asked('2027-06-01')).status).toBe('REQUESTED');
  });

  it('shows everybody who is away, and why only to those concerned, in one statement', async () => {
    const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const { id } = await asked(day(-1), day(2));
    expect((await profile(agency.users.TEAM_MEMBER.id)).awayUntil).toBeNull();
    await manager.ask(DECIDE, { input: { id, version: 1, approve: true } });
    expect((await find({ awayOn: { has: [day(2)] } }, seller)).map((found) => found.id)).toEqual([agency.users.TEAM_MEMBER.id]);
    expect(await find({ awayOn: { has: [day(3)] } }, seller)).toEqual([]);
    const [seen] = await find({ id: { eq: agency.users.TEAM_MEMBER.id } }, seller);
    expect(seen).toMatchObject({ awayUntil: day(2), timeOff: [] });
    expect((await profile(agency.users.TEAM_MEMBER.id)).timeOff.length).toBeGreaterThan(2);
    const list = 'query { timeOffs(first: 100) { nodes { id user { name } from to kind { label } status note reason decidedBy { name } } totalCount } }';
    const names = async (who: ApiClient): Promise<string[]> => [...new Set((await who.ask<{ timeOffs: { nodes: { user: { name: string } }[] } }>(list)).timeOffs.nodes.map(({ user }) => user.name))].sort();
    expect(await names(seller)).toEqual(['sales agent']);
    expect(await names(manager)).toEqual(['team member']);
    expect(await names(hr)).toEqual(['analyst', 'hr', 'sales agent', 'team member']);
    const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    await hr.ask(list);
    expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    connections.mockRestore();
  });

  it('tells planning how much people can work', async () => {
    const userIds = [agency.users.TEAM_LEAD.id, agency.users.TEAM_MEMBER.id];
    const week = { userIds, from: '2027-07-05', to: '2027-07-11' };
    const minutes = async (): Promise<number[]> => (await member.ask<{ staffAvailability: { minutes: number }[] }>(AVAILABLE, week)).staffAvailability.map((one) => one.minutes);
    expect(await minutes()).toEqual([2400, 2400]);
    const { id } = await asked('2027-07-08', '2027-07-12');
    expect(await minutes()).toEqual([2400, 2400]);
    await hr.ask(DECIDE, { input: { id, version: 1, approve: true } });
    expect(await minutes()).toEqual([2400, 1440]);
    expect(codesOf(await elsewhere.send(AVAILABLE, week))).toEqual(['NOT_FOUND']);
    expect(codesOf(await member.send(AVAILABLE, { ...week, to: '2027-07-01' }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await member.send(AVAILABLE, { ...week, to: '2029-07-01' }))).toEqual(['VALIDATION_FAILED']);
  });
});
