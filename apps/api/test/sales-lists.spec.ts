import { newId } from '@throughline/platform/kernel';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, codesOf, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const PIPELINE = 'pipeline { id version name isDefault stages { id name position probability isWon isLost rotDays colour } } errors { code message path details }';
const CREATE = `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { ${PIPELINE} } }`;
const UPDATE = `mutation ($input: UpdatePipelineInput!) { updatePipeline(input: $input) { ${PIPELINE} } }`;
const DELETE = 'mutation ($input: DeletePipelineInput!) { deletePipeline(input: $input) { pipelineId errors { code message path details } } }';
const category = (name: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
  category { id version key name archived parentId department { name } parent { name } children { name } checklist { position title kind required } } errors { code message path } } }`;
const CREATE_CATEGORY = category('createServiceCategory');
const UPDATE_CATEGORY = category('updateServiceCategory');
const ARCHIVE_CATEGORY = category('archiveServiceCategory');
const RESTORE_CATEGORY = category('restoreServiceCategory');

interface Stage { id: string; name: string; position: number; probability: number; isWon: boolean; isLost: boolean; rotDays: number | null; colour: string | null }
interface Pipeline { id: string; version: number; name: string; isDefault: boolean; stages: Stage[] }
interface Category { id: string; version: number; key: string; name: string; parentId: string | null }

let api: TestApi;
let owner: Client;
let agency: TestOrganization;
let seller: ApiClient;
let boss: ApiClient;
let support: ApiClient;
let elsewhere: ApiClient;
let supportElsewhere: ApiClient;

beforeAll(async () => {
  api = await bootApi();
  owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  agency = await seedOrganization(api.database);
  const other = await seedOrganization(api.database, 'Elsewhere');
  boss = await signInAs(api, agency.users.SALES_MANAGER.email);
  seller = await signInAs(api, agency.users.SALES_AGENT.email);
  support = await signInAs(api, agency.users.SUPPORT_MANAGER.email);
  elsewhere = await signInAs(api, other.users.SALES_MANAGER.email);
  supportElsewhere = await signInAs(api, other.users.SUPPORT_MANAGER.email);
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

const statementsOf = async (who: ApiClient, query: string): Promise<number> => {
  const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
  await who.ask(query);
  connections.mockClear();
  await who.ask(query);
  const count = connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter')).length;
  connections.mockRestore();
  return count;
};

describe('pipelines', () => {
  let names = 0;
  const create = async (): Promise<Pipeline> => (await boss.ask<{ createPipeline: { pipeline: Pipeline } }>(CREATE, { input: { name: `Pipeline ${++names}` } })).createPipeline.pipeline;
  const update = async (input: object): Promise<Pipeline> => (await boss.ask<{ updatePipeline: { pipeline: Pipeline } }>(UPDATE, { input })).updatePipeline.pipeline;
  const refusals = async (document: string, input: object): Promise<string[]> => codesOf(await boss.send(document, { input }));
  const wanted = ({ stages }: Pipeline): object[] => stages.map(({ id, name, probability, isWon, isLost, rotDays, colour }) => ({ id, name, kind: isWon ? 'WON' : isLost ? 'LOST' : 'OPEN', probability, rotDays, colour }));

  it('are created with the usual stages or others', async () => {
    const { createPipeline: { pipeline } } = await expectFourCallers<{ createPipeline: { pipeline: Pipeline } }>({
      api, operation: CREATE, variables: { input: { name: ' Web  shop ' } }, right: boss, wrongPerson: seller, wrongOrganization: elsewhere, separately: agency.id,
    });
    expect(pipeline).toMatchObject({ version: 1, name: 'Web shop', isDefault: false });
    expect(pipeline.stages.map(({ name, position, probability }) => [name, position, probability])).toEqual([['Prospecting', 1, 25], ['Qualification', 2, 50], ['Proposal', 3, 75], ['Negotiation', 4, 90], ['Won', 5, 100], ['Lost', 6, 0]]);
    expect(await refusals(CREATE, { name: 'Web shop' })).toEqual(['DUPLICATE']);
    expect(await refusals(CREATE, { name: 'X', stages: [{ name: 'Only', kind: 'OPEN', probability: 10 }] })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(CREATE, { name: 'X', stages: [{ name: 'A', kind: 'OPEN' }, { name: 'W', kind: 'WON' }, { name: 'L', kind: 'LOST' }] })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(CREATE, { name: 'X', stages: [{ name: 'A', kind: 'OPEN', probability: 1 }, { name: 'a', kind: 'WON' }, { name: 'L', kind: 'LOST' }] })).toEqual(['VALIDATION_FAILED']);
  });

  it('get stages added, renamed, reordered, recoloured and removed in one edit', async () => {
    const before = await create();
    const [first, second, , , won, lost] = before.stages;
    const stages = [
      { id: second!.id, name: 'Talks', kind: 'OPEN', probability: 40, rotDays: 5, colour: '#FF8800' }, { id: first!.id, name: first!.name, kind: 'OPEN', probability: 10 },
      { name: 'Contract', kind: 'OPEN', probability: 95 }, { id: won!.id, name: 'Signed', kind: 'WON', probability: 3 }, { id: lost!.id, name: 'Lost', kind: 'LOST' },
    ];
    const { updatePipeline: { pipeline } } = await expectFourCallers<{ updatePipeline: { pipeline: Pipeline } }>({
      api, operation: UPDATE, variables: { input: { id: before.id, version: 1, name: 'Shops', stages } }, right: boss, wrongPerson: seller, wrongOrganization: elsewhere,
    });
    expect(pipeline).toMatchObject({ version: 2, name: 'Shops' });
    expect(pipeline.stages.map(({ id: _, ...stage }) => stage)).toEqual([
      { name: 'Talks', position: 1, probability: 40, isWon: false, isLost: false, rotDays: 5, colour: '#ff8800' },
      { name: 'Prospecting', position: 2, probability: 10, isWon: false, isLost: false, rotDays: null, colour: null },
      { name: 'Contract', position: 3, probability: 95, isWon: false, isLost: false, rotDays: null, colour: null },
      { name: 'Signed', position: 4, probability: 100, isWon: true, isLost: false, rotDays: null, colour: null },
      { name: 'Lost', position: 5, probability: 0, isWon: false, isLost: true, rotDays: null, colour: null },
    ]);
    expect(pipeline.stages.slice(0, 2).map(({ id }) => id)).toEqual([second!.id, first!.id]);
    expect(await refusals(UPDATE, { id: before.id, version: 1, name: 'Late' })).toEqual(['CONFLICT']);
    expect(await refusals(UPDATE, { id: before.id, version: 2, stages: [{ ...stages[0], kind: 'WON' }, ...stages.slice(1, 3), stages[4]] })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(UPDATE, { id: before.id, version: 2, stages: [{ ...stages[0], id: newId() }, ...stages.slice(1)] })).toEqual(['NOT_FOUND']);
    expect(await refusals(UPDATE, { id: before.id, version: 2, stages: [{ ...stages[0], colour: 'red' }, ...stages.slice(1)] })).toEqual(['VALIDATION_FAILED']);
  });

  it('keep stages that deals are or were in, and pipelines with deals', async () => {
    const pipeline = await create();
    const [first, second] = pipeline.stages;
    const dealId = newId();
    await owner.query("INSERT INTO deal (id, organization_id, number, name, pipeline_id, stage_id, currency, probability) VALUES ($1, $2, $3, 'D', $4, $5, 'USD', 25)", [dealId, agency.id, `DEAL-${dealId.slice(-6)}`, pipeline.id, first!.id]);
    await owner.query('INSERT INTO deal_stage_move (id, organization_id, deal_id, from_stage_id, to_stage_id) VALUES ($1, $2, $3, $4, $5)', [newId(), agency.id, dealId, second!.id, first!.id]);
    for (const { id } of [first!, second!]) {
      expect(await refusals(UPDATE, { id: pipeline.id, version: 1, stages: wanted({ ...pipeline, stages: pipeline.stages.filter((stage) => stage.id !== id) }) })).toEqual(['PRECONDITION_FAILED']);
    }
    const after = await update({ id: pipeline.id, version: 1, stages: wanted({ ...pipeline, stages: pipeline.stages.filter(({ name }) => name !== 'Proposal') }) });
    expect(after.stages.map(({ name }) => name)).toEqual(['Prospecting', 'Qualification', 'Negotiation', 'Won', 'Lost']);
    expect(await refusals(DELETE, { id: pipeline.id, version: 2 })).toEqual(['PRECONDITION_FAILED']);
  });

  it('are deleted when nobody needs them', async () => {
    const [pipeline, start] = [await create(), await create()];
    await expectFourCallers({ api, operation: DELETE, variables: { input: { id: pipeline.id, version: 1 } }, right: boss, wrongPerson: seller, wrongOrganization: elsewhere });
    expect((await owner.query('SELECT 1 FROM pipeline_stage WHERE pipeline_id = $1', [pipeline.id])).rows).toEqual([]);
    expect((await update({ id: start.id, version: 1, isDefault: true })).isDefault).toBe(true);
    expect(await refusals(DELETE, { id: start.id, version: 2 })).toEqual(['PRECONDITION_FAILED']);
    expect(await refusals(UPDATE, { id: start.id, version: 2, isDefault: false })).toEqual(['VALIDATION_FAILED']);
    const next = await create();
    await update({ id: next.id, version: 1, isDefault: true });
    expect(await refusals(DELETE, { id: start.id, version: 3 })).toEqual([]);
  });
});

describe('service categories', () => {
  let names = 0;
  const create = async (more: object = {}): Promise<Category> =>
    (await support.ask<{ createServiceCategory: { category: Category } }>(CREATE_CATEGORY, { input: { name: `Category ${++names}`, ...more } })).createServiceCategory.category;
  const refusals = async (document: string, input: object): Promise<string[]> => codesOf(await support.send(document, { input }));

  it('are created with department, place in the tree and checklist', async () => {
    const above = await create({ name: 'Ads' });
    const checklist = [{ title: ' Budget ', kind: 'INFORMATION', required: true }, { title: 'Account', kind: 'ACCESS', required: false }];
    const input = { name: 'Google Ads', departmentId: agency.departments.seo, checklist };
    const { createServiceCategory } = await expectFourCallers<{ createServiceCategory: { category: Category } }>({
      api, operation: CREATE_CATEGORY, variables: { input: { ...input, parentId: above.id } }, right: support, wrongPerson: seller, wrongOrganization: supportElsewhere,
    });
    expect(createServiceCategory.category).toMatchObject({
      version: 1, key: 'GOOGLE_ADS', name: 'Google Ads', archived: false, department: { name: 'SEO' }, parent: { name: 'Ads' },
      checklist: [{ position: 1, title: 'Budget', kind: 'INFORMATION', required: true }, { position: 2, title: 'Account', kind: 'ACCESS', required: false }],
    });
    expect(await refusals(CREATE_CATEGORY, input)).toEqual(['DUPLICATE']);
    expect(await refusals(CREATE_CATEGORY, { name: '!!' })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(CREATE_CATEGORY, { name: 'X', departmentId: newId() })).toEqual(['NOT_FOUND']);
    expect(await refusals(CREATE_CATEGORY, { name: 'X', checklist: [{ ...checklist[0], title: ' ' }] })).toEqual(['VALIDATION_FAILED']);
  });

  it('are changed, and never lie below themselves', async () => {
    const top = await create();
    const below = await create({ parentId: top.id, checklist: [{ title: 'Old', kind: 'DOCUMENT', required: true }] });
    const { updateServiceCategory } = await expectFourCallers<{ updateServiceCategory: { category: Category } }>({
      api, operation: UPDATE_CATEGORY, variables: { input: { id: below.id, version: 1, name: 'Renamed', checklist: [{ title: 'New', kind: 'ACCESS', required: false }] } }, right: support, wrongPerson: seller, wrongOrganization: supportElsewhere,
    });
    expect(updateServiceCategory.category).toMatchObject({ version: 2, key: below.key, name: 'Renamed', parentId: top.id, checklist: [{ position: 1, title: 'New', kind: 'ACCESS', required: false }] });
    expect(await refusals(UPDATE_CATEGORY, { id: top.id, version: 1, parentId: below.id })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(UPDATE_CATEGORY, { id: top.id, version: 1, parentId: top.id })).toEqual(['VALIDATION_FAILED']);
    expect(await refusals(UPDATE_CATEGORY, { id: below.id, version: 1, name: 'Late' })).toEqual(['CONFLICT']);
    expect(await refusals(UPDATE_CATEGORY, { id: below.id, version: 2, parentId: null })).toEqual([]);
  });

  it('are archived when nothing lies below, and restored', async () => {
    const top = await create();
    const below = await create({ parentId: top.id });
    expect(await refusals(ARCHIVE_CATEGORY, { id: top.id, version: 1 })).toEqual(['PRECONDITION_FAILED']);
    await expectFourCallers({ api, operation: ARCHIVE_CATEGORY, variables: { input: { id: below.id, version: 1 } }, right: support, wrongPerson: seller, wrongOrganization: supportElsewhere });
    expect(await refusals(ARCHIVE_CATEGORY, { id: below.id, version: 2 })).toEqual(['ILLEGAL_TRANSITION']);
    expect(await refusals(UPDATE_CATEGORY, { id: below.id, version: 2, name: 'X' })).toEqual(['PRECONDITION_FAILED']);
    await support.ask(ARCHIVE_CATEGORY, { input: { id: top.id, version: 1 } });
    expect(await refusals(RESTORE_CATEGORY, { id: below.id, version: 2 })).toEqual(['PRECONDITION_FAILED']);
    await expectFourCallers({ api, operation: RESTORE_CATEGORY, variables: { input: { id: top.id, version: 2 } }, right: support, wrongPerson: seller, wrongOrganization: supportElsewhere });
    expect(await refusals(RESTORE_CATEGORY, { id: below.id, version: 2 })).toEqual([]);
    const { rows } = await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [below.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['serviceCategory.created', 'serviceCategory.archived', 'serviceCategory.restored']);
  });

  it('are listed as a tree in one statement, like pipelines', async () => {
    expect(await statementsOf(support, '{ serviceCategories(filter: { archived: { eq: false } }, first: 100) { nodes { id name parent { name } children { name } department { name } checklist { title } } totalCount } }')).toBe(1);
    expect(await statementsOf(boss, '{ pipelines(first: 100) { nodes { id name stages { name colour } } totalCount } }')).toBe(1);
  });
});
