import { newId } from '@throughline/platform/kernel';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';
import type { TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';

const ERRORS = 'errors { code message path details }';
const DEPARTMENT = `department { id version name stages archived parent { name } manager { name } } ${ERRORS}`;
const CREATE = `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { ${DEPARTMENT} } }`;
const UPDATE = `mutation ($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { ${DEPARTMENT} } }`;
const ARCHIVE = `mutation ($input: ArchiveDepartmentInput!) { archiveDepartment(input: $input) { ${DEPARTMENT} } }`;
const RESTORE = `mutation ($input: RestoreDepartmentInput!) { restoreDepartment(input: $input) { ${DEPARTMENT} } }`;
const TEAM = `team { id version name department { name } lead { name } members { name } } ${ERRORS}`;
const CREATE_TEAM = `mutation ($input: CreateTeamInput!) { createTeam(input: $input) { ${TEAM} } }`;
const UPDATE_TEAM = `mutation ($input: UpdateTeamInput!) { updateTeam(input: $input) { ${TEAM} } }`;
const DELETE_TEAM = `mutation ($input: DeleteTeamInput!) { deleteTeam(input: $input) { teamId ${ERRORS} } }`;

interface Refusal { code: string; message: string; path: string[]; details?: { holdings?: { kind: string; count: number }[] } | null }
interface Department { id: string; version: number; name: string; stages: number[]; archived: boolean }
interface Team { id: string; version: number; name: string }

describe('departments and teams', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let hr: ApiClient;
  let member: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    const { other } = setUp;
    hr = await signInAs(api, agency.users.HR.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    elsewhere = await signInAs(api, other.users.HR.email);
  });
  afterAll(() => setUp?.close());

  let names = 0;
  const create = async (more: object = {}): Promise<Department> => (await hr.ask<{ createDepartment: { department: Department } }>(CREATE, { input: { name: `Department ${++names}`, kind: 'DELIVERY', ...more } })).createDepartment.department;
  const createTeam = async (departmentId: string, more: object = {}): Promise<Team> => (await hr.ask<{ createTeam: { team: Team } }>(CREATE_TEAM, { input: { name: `Team ${++names}`, departmentId, ...more } })).createTeam.team;
  const refusals = async (operation: string, input: object): Promise<Refusal[]> =>
    Object.values((await hr.send<Record<string, { errors: Refusal[] }>>(operation, { input })).data ?? {}).flatMap(({ errors }) => errors);
  const eventsOf = async (id: string): Promise<string[]> => (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [id])).rows.map(({ kind }) => kind);
  const rows = async (sql: string, ...parameters: unknown[]): Promise<object[]> => (await owner.query<object>(sql, parameters)).rows;

  describe('stages', () => {
    it('are those of the kind unless said otherwise', async () => {
      expect((await create()).stages).toEqual([7, 8, 9]);
      const { id, stages } = await create({ stages: [9, 2, 2] });
      expect(stages).toEqual([2, 9]);
      const { updateDepartment } = await hr.ask<{ updateDepartment: { department: Department } }>(UPDATE, { input: { id, version: 1, stages: [] } });
      expect(updateDepartment.department).toMatchObject({ version: 2, stages: [] });
      expect(await refusals(UPDATE, { id, version: 2, stages: [10] })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['stages'] }]);
    });
  });

  describe('archiveDepartment', () => {
    it('is for those who may, takes an empty department out of use, and restoring brings it back', async () => {
      const { id, name } = await create();
      const { archiveDepartment } = await expectFourCallers<{ archiveDepartment: { department: Department } }>({ api, operation: ARCHIVE, variables: { input: { id, version: 1 } }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(archiveDepartment.department).toMatchObject({ version: 2, archived: true });
      const inUse = await hr.ask<{ departments: { nodes: { id: string }[] } }>('{ departments(filter: { archived: { eq: false } }, first: 200) { nodes { id } } }');
      expect(inUse.departments.nodes.map((node) => node.id)).not.toContain(id);
      expect(await refusals(UPDATE, { id, version: 2, name: 'Other' })).toMatchObject([{ code: 'PRECONDITION_FAILED' }]);
      expect(await refusals(CREATE, { name: 'Below', kind: 'QA', parentId: id })).toMatchObject([{ code: 'PRECONDITION_FAILED', path: ['parentId'] }]);
      expect(await refusals(CREATE_TEAM, { name: 'Below', departmentId: id })).toMatchObject([{ code: 'PRECONDITION_FAILED', path: ['departmentId'] }]);
      const second = await create({ name });
      expect(await refusals(RESTORE, { id, version: 2 })).toMatchObject([{ code: 'DUPLICATE' }]);
      await hr.ask(UPDATE, { input: { id: second.id, version: 1, name: `${name} new` } });
      const { restoreDepartment } = await expectFourCallers<{ restoreDepartment: { department: Department } }>({ api, operation: RESTORE, variables: { input: { id, version: 2 } }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(restoreDepartment.department).toMatchObject({ version: 3, archived: false });
      expect(await eventsOf(id)).toEqual(['department.created', 'department.archived', 'department.restored']);
      expect(await refusals(RESTORE, { id, version: 3 })).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    });

    it('asks who takes over what is there, and gives it to them', async () => {
      const [from, to] = [await create(), await create()];
      const below = await create({ parentId: from.id });
      const team = await createTeam(from.id);
      const user = await agency.addUser({ name: 'Moving Person', roles: ['TEAM_MEMBER'], departmentIds: [from.id, to.id] });
      await owner.query('UPDATE user_role SET department_id = $2 WHERE user_id = $1', [user.id, from.id]);
      const customerId = await agency.addCustomer('Mover');
      await owner.query('UPDATE customer SET department_id = $2 WHERE id = $1', [customerId, from.id]);
      const holdings = [['DEPARTMENTS', 1], ['TEAMS', 1], ['PEOPLE', 1], ['ROLES', 1], ['CUSTOMERS', 1]];
      const [refusal] = await refusals(ARCHIVE, { id: from.id, version: 1 });
      expect(refusal).toMatchObject({ code: 'PRECONDITION_FAILED', path: ['targetId'], message: expect.stringContaining('1 departments below, 1 teams, 1 people') as string });
      expect(refusal?.details?.holdings?.map(({ kind, count }) => [kind, count])).toEqual(holdings);
      expect(await refusals(ARCHIVE, { id: from.id, version: 1, targetId: below.id })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['targetId'] }]);
      expect(await refusals(ARCHIVE, { id: from.id, version: 1, targetId: newId() })).toMatchObject([{ code: 'NOT_FOUND', path: ['targetId'] }]);
      await hr.ask(ARCHIVE, { input: { id: from.id, version: 1, targetId: to.id } });
      expect(await rows('SELECT parent_id FROM department WHERE id = $1', below.id)).toEqual([{ parent_id: to.id }]);
      expect(await rows('SELECT department_id FROM team WHERE id = $1', team.id)).toEqual([{ department_id: to.id }]);
      expect(await rows('SELECT department_id FROM user_department WHERE user_id = $1', user.id)).toEqual([{ department_id: to.id }]);
      expect(await rows('SELECT department_id FROM user_role WHERE user_id = $1', user.id)).toEqual([{ department_id: to.id }]);
      expect(await rows('SELECT department_id, version FROM customer WHERE id = $1', customerId)).toEqual([{ department_id: to.id, version: 2 }]);
      expect(await eventsOf(customerId)).toEqual(['customer.transferred']);
    });
  });

  it('moves access with a department, at once', async () => {
    const [web, hidden] = [agency.departments.web, await create()];
    const manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
    const rename = (version: number): Promise<string[]> => manager.send(UPDATE, { input: { id: hidden.id, version, name: `Renamed ${++names}` } }).then(codesOf);
    expect(await rename(1)).toEqual(['FORBIDDEN']);
    await hr.ask(UPDATE, { input: { id: hidden.id, version: 1, parentId: web } });
    expect(await rename(2)).toEqual([]);
    await hr.ask(UPDATE, { input: { id: hidden.id, version: 3, parentId: null } });
    expect(await rename(4)).toEqual(['FORBIDDEN']);
  });

  describe('teams', () => {
    const people = (): { leadId: string; memberIds: string[] } => ({ leadId: agency.users.TEAM_LEAD.id, memberIds: [agency.users.TEAM_MEMBER.id, agency.users.QA_REVIEWER.id] });

    it('are created by those who may', async () => {
      const input = { name: ' Pixel  pushers ', departmentId: agency.departments.web, ...people() };
      const { createTeam: { team } } = await expectFourCallers<{ createTeam: { team: Team } }>({ api, operation: CREATE_TEAM, variables: { input }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(team).toEqual({ id: team.id, version: 1, name: 'Pixel pushers', department: { name: 'Web' }, lead: { name: 'team lead' }, members: [{ name: 'qa reviewer' }, { name: 'team member' }] });
      expect(await eventsOf(team.id)).toEqual(['team.created']);
      expect(await refusals(CREATE_TEAM, input)).toMatchObject([{ code: 'DUPLICATE' }]);
    });

    it('are changed by those who may, within their departments', async () => {
      const team = await createTeam(agency.departments.web, people());
      const input = { id: team.id, version: 1, leadId: null, memberIds: [agency.users.TEAM_MEMBER.id], departmentId: agency.departments.seo };
      const manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
      expect(codesOf(await manager.send(UPDATE_TEAM, { input }))).toEqual(['FORBIDDEN']);
      const { updateTeam } = await expectFourCallers<{ updateTeam: { team: object } }>({ api, operation: UPDATE_TEAM, variables: { input }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(updateTeam.team).toMatchObject({ version: 2, department: { name: 'SEO' }, lead: null, members: [{ name: 'team member' }] });
      expect(await refusals(UPDATE_TEAM, { id: team.id, version: 1, name: 'Late' })).toMatchObject([{ code: 'CONFLICT' }]);
      expect(await refusals(UPDATE_TEAM, { id: team.id, version: 2, name: ' ' })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['name'] }]);
      const client = await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer() });
      expect(await refusals(UPDATE_TEAM, { id: team.id, version: 2, memberIds: [client.id] })).toMatchObject([{ code: 'NOT_FOUND', path: ['memberIds'] }]);
      expect(await refusals(UPDATE_TEAM, { id: team.id, version: 2, leadId: newId() })).toMatchObject([{ code: 'NOT_FOUND', path: ['leadId'] }]);
    });

    it('are deleted by those who may; what they hold goes to another team', async () => {
      const [team, next] = [await createTeam(agency.departments.web, people()), await createTeam(agency.departments.web)];
      const [projectId, customerId] = [newId(), await agency.addCustomer()];
      await owner.query("INSERT INTO project (id, organization_id, number, name, customer_id, status, currency, department_id, team_id) VALUES ($1, $2, 'PRJ-1', 'P', $3, 'CLOSED', 'USD', $4, $5)", [projectId, agency.id, customerId, agency.departments.web, team.id]);
      await expectFourCallers({ api, operation: DELETE_TEAM, variables: { input: { id: team.id, version: 1, targetId: next.id } }, right: hr, wrongPerson: member, wrongOrganization: elsewhere });
      expect(await rows('SELECT team_id FROM project WHERE id = $1', projectId)).toEqual([{ team_id: next.id }]);
      await hr.ask(DELETE_TEAM, { input: { id: next.id, version: 1 } });
      expect(await rows('SELECT team_id FROM project WHERE id = $1', projectId)).toEqual([{ team_id: null }]);
      expect(await rows('SELECT 1 FROM team WHERE id = ANY ($1)', [team.id, next.id])).toEqual([]);
      expect(await eventsOf(team.id)).toEqual(['team.created', 'team.deleted']);
    });
  });

  it('are listed in one statement each', async () => {
    const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    for (const list of ['departments(first: 50) { nodes { id stages archived children { name } teams { name lead { name } members { name } } manager { name } members { name } } totalCount }', 'teams(filter: { name: { contains: "team" } }) { nodes { id department { name } lead { name } members { name } } totalCount }']) {
      // The first time may find that rights have changed and start over.
      await member.ask(`{ ${list} }`);
      connections.mockClear();
      await member.ask(`{ ${list} }`);
      expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    }
    connections.mockRestore();
    expect((await elsewhere.ask<{ teams: { nodes: object[] } }>('{ teams { nodes { id } } }')).teams.nodes).toEqual([]);
  });
});
