import { join } from 'node:path';
import { createMongoAbility } from '@casl/ability';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { CommitSignal, Numbers, UnitOfWork } from '@throughline/platform/database';
import { type Actor, newId } from '@throughline/platform/kernel';
import { PipelineService } from '@throughline/sales/deals';
import { createTestDatabase, type TestDatabase } from '@throughline/testing';
import { createAppDataSource } from '../../ormconfig.js';
import { readSalesHistory } from './sales-history-files.js';
import { importSalesHistory } from './sales-history.js';

const folder = join(__dirname, 'data/sales-pipeline');

describe('the demo agency\'s sales history', () => {
  let database: TestDatabase;
  let owner: Client;
  let dataSource: DataSource;
  let numbers: Numbers;
  const organizationId = newId();
  const salesDepartmentId = newId();
  const actor: Actor = {
    organizationId, userId: null, sessionId: null, tier: 'SYSTEM', customerIds: [], ability: createMongoAbility(), abilityVersion: '0',
    request: { id: 'seed', address: null, userAgent: null }, historical: true,
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`INSERT INTO organization (id, name, slug) VALUES ($1, 'Agency', 'agency')`, [organizationId]);
    await owner.query(`INSERT INTO department (id, organization_id, name, kind) VALUES ($1, $2, 'Sales', 'SALES')`, [salesDepartmentId, organizationId]);
    dataSource = await createAppDataSource(database.appUrl, 2).initialize();
    numbers = new Numbers(dataSource);
  });

  afterAll(async () => {
    await numbers.onApplicationShutdown();
    await dataSource.destroy();
    await owner.end();
    await database.drop();
  });

  const run = async () => {
    const unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
    const pipelineId = await new PipelineService(unitOfWork).ensureDefault(actor);
    return importSalesHistory({ unitOfWork, numbers, actor, salesDepartmentId, pipelineId }, readSalesHistory(folder));
  };

  it('brings everything in, says what was put right, and adds nothing the second time', async () => {
    const report = {
      customers: 85, products: 7, people: 41, deals: 8800, won: 4238, wonValue: 10_005_534, lost: 2473, open: 2089,
      dirt: { productNamesCorrected: 1480, sectorsCorrected: 12, placesCorrected: 1, withoutAccount: 1425, withoutCloseDate: 2089, withoutAnyDate: 500 },
    };
    expect(await run()).toEqual(report);
    expect(await run()).toEqual({ ...report, deals: 0 });

    const { rows: [deals] } = await owner.query(`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE status = 'WON')::int AS won, (sum(amount_minor) FILTER (WHERE status = 'WON'))::text AS value,
             count(*) FILTER (WHERE customer_id IS NULL)::int AS anonymous, count(DISTINCT number)::int AS numbers FROM deal`);
    expect(deals).toEqual({ all: 8800, won: 4238, value: '1000553400', anonymous: 1425, numbers: 8800 });

    const { rows: [events] } = await owner.query(`SELECT count(*)::int AS all, count(*) FILTER (WHERE historical)::int AS historical FROM event WHERE kind = 'deal.imported'`);
    expect(events).toEqual({ all: 8800, historical: 8800 });

    const { rows: [people] } = await owner.query(`SELECT count(*)::int AS all, count(*) FILTER (WHERE status = 'INACTIVE')::int AS inactive FROM user_account`);
    expect(people).toEqual({ all: 41, inactive: 41 });

    const { rows: subsidiaries } = await owner.query(`
      SELECT p.name, count(*)::int AS count FROM customer c JOIN customer p ON p.id = c.parent_id GROUP BY p.name ORDER BY p.name`);
    expect(subsidiaries).toHaveLength(7);
  });
});
