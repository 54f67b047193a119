import { Writable } from 'node:stream';
import { Client } from 'pg';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { CategoryService, CategoriesModule } from '../../../libs/delivery/categories/index.js';
import { TasksModule, TemplateService } from '../../../libs/delivery/tasks/index.js';
import type { BuiltInRoleKey } from '../../../libs/identity/access/built-in-roles.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { loadConfig } from '../../../libs/platform/config/index.js';
import { createLogger } from '../../../libs/platform/observability/index.js';
import { DealsModule, PipelineService } from '../../../libs/sales/deals/index.js';
import { type ApiClient, bootApi, signInAs, type TestApi } from '../../../libs/testing/api/index.js';
import { seedOrganization, testActor, type TestOrganization } from '../../../libs/testing/index.js';
import { declaredSubjects } from '../../../libs/platform/access/index.js';
import { makeProbes, type Probes } from './probes.js';
import { ARCHIVING, type Archivable, type ArchivingColumn, type Elsewhere, type Person } from './relations.js';

/** Texts that belong to one organization and may never be seen by another. */
export const CANARY = { ours: 'canaryours7391', theirs: 'canarytheirs8462' } as const;

/** Somebody who asks, with what they are allowed to hold. */
export interface Caller extends Person {
  client: boolean;
  api: ApiClient;
  roleKey: BuiltInRoleKey;
  email: string;
}

/** One organization to ask in, another whose records must stay unseen, a record of each subject in both. */
export interface World {
  api: TestApi;
  owner: Client;
  agency: TestOrganization;
  probes: Probes;
  foreign: Probes;
  elsewhere: Elsewhere;
  callers: Caller[];
  archivable: Archivable;
  /** Everything the worker logged so far. */
  workerLog(): string;
  close(): Promise<void>;
}

export async function makeWorld(): Promise<World> {
  const api = await bootApi({ settings: { rateLimits: { addressPerMinute: 0, actorPerMinute: 0 }, mail: nobodyListens() } });
  const owner = new Client({ connectionString: api.database.ownerUrl });
  try {
    await owner.connect();
    return await furnished(api, owner);
  } catch (error) {
    await owner.end();
    await api.close();
    throw error;
  }
}

async function furnished(api: TestApi, owner: Client): Promise<World> {
  const agency = await seedOrganization(api.database, 'Ours');
  const stranger = await seedOrganization(api.database, 'Theirs');
  for (const organization of [agency, stranger]) await furnish(api, organization);
  const elsewhere = await makeElsewhere(owner, agency);
  const probes = await probesOf(api, agency, CANARY.ours);
  const foreign = await probesOf(api, stranger, CANARY.theirs);
  for (const [organization, made] of [[agency, probes], [stranger, foreign]] as const) {
    made['device'] = await registeredDevice(owner, organization);
    made['leadEvent'] = (await owner.query<{ id: string }>('SELECT max(id)::text AS id FROM event WHERE subject_id = $1', [made['lead']])).rows[0]!.id;
  }
  const callers = await signEverybodyIn(api, agency);
  const lines: string[] = [];
  const worker = await createWorker(api.config, createLogger('debug', 'worker', new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) })));
  const close = async (): Promise<void> => {
    await worker.close();
    await owner.end();
    await api.close();
  };
  return { api, owner, agency, probes, foreign, elsewhere, callers, archivable: await archivableOf(owner), workerLog: () => lines.join(''), close };
}

/** A mail server that takes nothing: mails are tried, their failure is logged, their texts stay to be looked at. */
const nobodyListens = (): ReturnType<typeof loadConfig>['mail'] =>
  loadConfig({ ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing', NODE_ENV: 'test', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'no-reply@agency.example' }).mail;

/** Which subjects' tables can say that a record is not used any more. */
async function archivableOf(owner: Client): Promise<Archivable> {
  const { rows } = await owner.query<{ table: string; column: ArchivingColumn }>(
    'SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = $1 AND column_name = ANY ($2)', ['public', Object.keys(ARCHIVING)],
  );
  const columns = new Map(rows.map(({ table, column }) => [table, column]));
  return new Map(declaredSubjects().flatMap(({ name, table }) => (columns.has(table) ? [[name, columns.get(table)!]] : [])));
}

/** What an organization has before its first customer. */
async function furnish(api: TestApi, organization: TestOrganization): Promise<void> {
  const actor = testActor({ organizationId: organization.id });
  await api.app.nest.select(DealsModule).get(PipelineService).ensureDefault(actor);
  await api.app.nest.select(CategoriesModule).get(CategoryService).ensureDefaults(actor, { WEB: organization.departments.web });
  await api.app.nest.select(TasksModule).get(TemplateService).ensureDefaults(actor);
}

async function makeElsewhere(owner: Client, { id, addUser, addCustomer }: TestOrganization): Promise<Elsewhere> {
  const [departmentId, archivedDepartmentId] = [newId(), newId()];
  await owner.query(`INSERT INTO department (id, organization_id, name, kind, archived_at) VALUES ($1, $3, 'Elsewhere', 'MARKETING', NULL), ($2, $3, 'Closed', 'MARKETING', now())`, [departmentId, archivedDepartmentId, id]);
  const somebody = await addUser({ name: 'Somebody Else', roles: [], departmentIds: [departmentId] });
  return { ownerId: somebody.id, departmentId, archivedDepartmentId, customerId: await addCustomer('Elsewhere Ltd') };
}

async function probesOf(api: TestApi, organization: TestOrganization, canary: string): Promise<Probes> {
  const admin = await signInAs(api, organization.users.SUPERADMIN.email);
  const start = {
    department: organization.departments.web, role: organization.roles.ANALYST, user: organization.users.ANALYST.id,
  };
  const made = await makeProbes(admin, start, canary);
  const facts = await admin.ask<{ pipelines: { nodes: { id: string; stages: { id: string }[] }[] }; serviceCategories: { nodes: { id: string }[] }; taskTemplates: { nodes: { id: string }[] } }>(
    '{ pipelines { nodes { id stages { id } } } serviceCategories { nodes { id } } taskTemplates { nodes { id } } }',
  );
  return {
    ...made, organization: organization.id, pipeline: facts.pipelines.nodes[0]!.id, pipelineStage: facts.pipelines.nodes[0]!.stages[1]!.id,
    serviceCategory: facts.serviceCategories.nodes[0]!.id, taskTemplate: facts.taskTemplates.nodes[0]!.id,
  };
}

/** Devices are enrolled by a browser's key; what the key is does not matter here. */
async function registeredDevice(owner: Client, { id: organizationId, users }: TestOrganization): Promise<string> {
  const id = newId();
  await owner.query(`INSERT INTO registered_device (id, organization_id, user_id, name, kind, fingerprint) VALUES ($1, $2, $3, 'Probe', 'KEY', $4)`, [id, organizationId, users.ANALYST.id, Buffer.from(id)]);
  return id;
}

async function signEverybodyIn(api: TestApi, agency: TestOrganization): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const [roleKey, { id, email, departmentId }] of Object.entries(agency.users) as [BuiltInRoleKey, TestOrganization['users']['ADMIN']][]) {
    callers.push({ role: roleKey, roleKey, client: false, userId: id, departmentId, customerId: null, email, api: await signInAs(api, email) });
  }
  const customerId = await agency.addCustomer('Own customer');
  for (const roleKey of ['CLIENT_OWNER', 'CLIENT_MEMBER'] as const) {
    const { id, email } = await agency.addUser({ name: roleKey.toLowerCase().replace('_', ' '), roles: [roleKey], customerId });
    callers.push({ role: roleKey, roleKey, client: true, userId: id, departmentId: null, customerId, email, api: await signInAs(api, email) });
  }
  return callers;
}
