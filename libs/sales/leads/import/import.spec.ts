import { readFileSync } from 'node:fs';
import { CommitSignal, UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import type { DataSource } from 'typeorm';
import { createAppDataSource } from '../../../../ormconfig.js';
import { type LeadServices, leadServices } from '../testing/lead-services.js';

let database: TestDatabase;
let dataSource: DataSource;
let organization: TestOrganization;
let services: LeadServices;
let actor: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  organization = await seedOrganization(database);
  dataSource = await createAppDataSource(database.appUrl, 8).initialize();
  services = leadServices(dataSource, new UnitOfWork(dataSource, new CommitSignal()), 'x'.repeat(32));
  actor = testActor({ organizationId: organization.id, userId: organization.users.SALES_MANAGER.id });
});
afterAll(async () => { await dataSource.destroy(); await database.drop(); });

async function* stream(bytes: Buffer, piece = 65536): AsyncGenerator<Buffer> { for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece); }

it('smoke', async () => {
  const bytes = readFileSync('/work/shared/data/leads/leads.csv');
  for (const round of [1, 2]) {
    const t0 = Date.now();
    const id = await services.uploads.store(actor, 'leads.csv', stream(bytes));
    const t1 = Date.now();
    const preview = await services.imports.preview(actor, id, {});
    const t2 = Date.now();
    await services.imports.start(actor, { id, version: 2, settings: { onDuplicate: round === 1 ? 'SKIP' : 'UPDATE' } }, 'CALLER');
    let last;
    await services.runner.run(actor, id, (p) => (last = p));
    console.log(t1 - t0, t2 - t1, Date.now() - t2, last, preview.rowsRead, preview.rowsRefused, JSON.stringify(preview.report.columns.map((c) => [c.name, c.field, c.filled, c.empty, c.refused])));
  }
});
