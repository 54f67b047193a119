import { systemActor } from '@throughline/platform/access';
import { newId } from '@throughline/platform/kernel';
import { type ReadModel, readModels, type SelectedField, type Selection } from '@throughline/platform/read';
import { snake } from '../../../libs/platform/read/compile/names.js';
import { objectFields } from '../../../libs/platform/read/object-fields.js';
import { openReading, type Reading } from '../../../libs/platform/read/testing/reading.js';
import { createTestDatabase, type TestDatabase } from '../../../libs/testing/index.js';
import '../src/app.module.js';
import { Client } from 'pg';

const ID = newId();
const VALUES = { ID, TEXT: 'a', ENUM: 'A', INTEGER: 1, BIG_INT: 1n, FLOAT: 1.5, DATE: '2026-01-01', DATE_TIME: new Date(0), BOOLEAN: true };

const field = (name: string, selection: Selection | null = null): SelectedField => ({ key: name, name, args: {}, selection });

const nameOf = (model: ReadModel): Selection => ({ fields: [field(objectFields(model).has('id') ? 'id' : ([...objectFields(model).keys()][0] ?? ''))] });

/** Everything a record has, with relations as far as what names them. */
function everything(model: ReadModel): Selection {
  const declared = objectFields(model);
  return { fields: [...new Set([...declared.keys(), ...model.fields.keys()])].flatMap((name) => {
    const definition = model.fields.get(name);
    if (name === 'hiddenFields') return [field(name)];
    // What neither the model nor a scalar explains, a resolver answers.
    if (!definition) return declared.get(name)?.kind == null ? [] : [field(name)];
    if (definition.type === 'one') return [field(name, nameOf(definition.model()))];
    if (definition.type === 'many') {
      const nodes = nameOf(definition.model());
      return [field(name, definition.shape === 'list' ? nodes : { fields: [field('nodes', nodes), field('totalCount')] })];
    }
    if (definition.type === 'money') return [field(name, { fields: [field('amountMinor'), field('currency')] })];
    return [field(name)];
  }) };
}

describe('every read model of the product', () => {
  let database: TestDatabase;
  let reading: Reading;
  const organizationId = newId();
  const models = [...readModels().values()];

  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [organizationId, 'Ours', 'ours']);
    await owner.end();
    reading = openReading(database.appUrl);
  });
  afterAll(async () => {
    await reading.close();
    await database.drop();
  });

  it('is there', () => {
    expect(models.length).toBeGreaterThan(10);
  });

  it.each(models.map((model) => [model.name, model] as const))('%s: fields, sorts, filters and search fit its table', async (_, model) => {
    const actor = systemActor(organizationId);
    const page = (args: object, selection: Selection) => reading.reader.connection(actor, { ...model, subject: model.subject ?? { name: 'nothing', table: '', label: '', columns: {} } }, args, selection);
    const ids: Selection = { fields: [field('nodes', nameOf(model))] };
    await page({ first: 1 }, { fields: [field('nodes', everything(model)), field('totalCount')] });
    for (const name of Object.keys(model.sorts)) {
      await page({ sort: [{ field: name, direction: 'DESC' }] }, { fields: [field('edges', { fields: [field('cursor')] })] });
    }
    for (const [name, { kind }] of Object.entries(model.filters)) {
      const condition = kind === 'LIST' ? { has: ['a'], isNull: true } : { eq: VALUES[kind], ...(kind === 'BOOLEAN' ? {} : { in: [VALUES[kind]] }), isNull: false };
      await page({ filter: { [name]: condition } }, ids);
    }
    if (model.search) {
      await page({ search: 'something' }, ids);
      for (const name of model.search.fields) expect([...objectFields(model).keys(), ...model.fields.keys()]).toContain(name);
    }
  });

  it.each(models.map((model) => [model.name, model] as const))('%s: what a rule may hide can be null', (_, model) => {
    const stubborn = [...model.fields].filter(([name, { type }]) => type === 'one' && objectFields(model).get(name)?.nullable === false).map(([name]) => name);
    expect(stubborn).toEqual([]);
  });

  // docs/developer.md, "Lists are as fast as their indexes": without it, one department's rows among many are found by walking all of them.
  it('has an index in the order of its list for every column by which a rule may narrow it', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ table: string; columns: string }>(
      `SELECT i.indrelid::regclass::text AS table, string_agg(replace(pg_get_indexdef(i.indexrelid, k, true), '"', '') || CASE WHEN i.indoption[k - 1] & 1 = 1 THEN ' DESC' ELSE '' END, ', ' ORDER BY k) AS columns
       FROM pg_index i CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) k GROUP BY i.indexrelid, i.indrelid`);
    await owner.end();
    // Tables that grow with the work; an organization has few of the others.
    const growing = ['customer', 'deal', 'lead', 'project', 'quote', 'task', 'task_request', 'ticket', 'time_entry'];
    const missing = models.filter(({ table }) => growing.includes(table)).flatMap((model) => {
      const order = model.defaultSort.map(({ field: name, direction }) => `${model.sorts[name]?.column ?? snake(name)}${direction === 'DESC' ? ' DESC' : ''}`);
      const { departmentId, teamId, ownerId, customerId } = model.subject?.columns ?? {};
      const narrowing = [departmentId, teamId, ownerId, customerId].filter((column) => column !== undefined && column !== 'id');
      const wanted = narrowing.map((column) => ['organization_id', column, ...order].join(', '));
      return wanted.filter((start) => !rows.some(({ table, columns }) => table === model.table && columns.startsWith(start))).map((start) => `${model.table} (${start})`);
    });
    expect(missing).toEqual([]);
  });
});
