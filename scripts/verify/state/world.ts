import { Writable } from 'node:stream';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Client } from 'pg';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { CategoriesModule, CategoryService } from '../../../libs/delivery/categories/index.js';
import { TasksModule, TemplateService } from '../../../libs/delivery/tasks/index.js';
import { loadConfig } from '../../../libs/platform/config/index.js';
import { RootFields } from '../../../libs/platform/graphql/access/root-fields.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { createLogger } from '../../../libs/platform/observability/index.js';
import { partOf } from '../../../libs/platform/mail/testing/letter.js';
import { MailServer } from '../../../libs/platform/mail/testing/mail-server.js';
import { DealsModule, PipelineService } from '../../../libs/sales/deals/index.js';
import { bootApi, type TestApi } from '../../../libs/testing/api/index.js';
import { seedOrganization, testActor, type TestOrganization } from '../../../libs/testing/index.js';
import { until } from '../../../libs/testing/until.js';
import { type Operation, operationsOf } from '../access/operations.js';

/** One organization, an API, a worker and a mail server that takes everything: nothing is left to be tried again later. */
export interface StateWorld {
  api: TestApi;
  owner: Client;
  agency: TestOrganization;
  mails: MailServer;
  operations: Operation[];
  facts: { pipelineStage: string; timeOffKind: string; device: string };
  /** The token of the one-time link in the last mail to an address, once it has come. */
  letterTo(recipient: string): Promise<string>;
  close(): Promise<void>;
}

export async function makeStateWorld(): Promise<StateWorld> {
  const mails = await MailServer.start();
  const api = await bootApi({ settings: { rateLimits: { addressPerMinute: 0, actorPerMinute: 0 }, mail: mailOf(mails) } });
  const owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  const agency = await seedOrganization(api.database, 'Ours');
  await furnish(api, agency);
  const worker = await createWorker(api.config, createLogger('error', 'worker', new Writable({ write: (chunk: Buffer, _, done) => (console.error(chunk.toString()), done()) })));
  const { nest } = api.app;
  return {
    api, owner, agency, mails, facts: { ...(await factsOf(owner, agency.id)), device: await deviceOf(owner, agency) },
    operations: operationsOf(nest.get(GraphQLSchemaHost, { strict: false }).schema, nest.get(RootFields, { strict: false })),
    // News of their account may come after the letter that has the link.
    letterTo: (recipient) => until(`a link in a mail to ${recipient}`, () => {
      const links = mails.received.filter(({ to }) => to.includes(recipient)).map(({ raw }) => /#([\w-]{43})\b/.exec(partOf(raw, 'text/plain'))?.[1]);
      return links.findLast((link) => link !== undefined);
    }, 20_000),
    close: async () => {
      await worker.close();
      await owner.end();
      await api.close();
      await mails.stop();
    },
  };
}

const mailOf = ({ url }: MailServer): ReturnType<typeof loadConfig>['mail'] =>
  loadConfig({ ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing', NODE_ENV: 'test', SMTP_URL: url, MAIL_FROM: 'no-reply@agency.example' }).mail;

/** What an organization has before its first customer. */
async function furnish(api: TestApi, { id: organizationId, departments }: TestOrganization): Promise<void> {
  const { nest } = api.app;
  const actor = testActor({ organizationId });
  await nest.select(DealsModule).get(PipelineService).ensureDefault(actor);
  await nest.select(CategoriesModule).get(CategoryService).ensureDefaults(actor, { WEB: departments.web });
  await nest.select(TasksModule).get(TemplateService).ensureDefaults(actor);
}

/** Enrolled by a browser's key, as a sign-in would; what the key is does not matter here. */
async function deviceOf(owner: Client, { id: organizationId, users }: TestOrganization): Promise<string> {
  const id = newId();
  await owner.query(`INSERT INTO registered_device (id, organization_id, user_id, name, kind, fingerprint) VALUES ($1, $2, $3, 'Desk', 'KEY', $4)`, [id, organizationId, users.ANALYST.id, Buffer.from(id)]);
  return id;
}

async function factsOf(owner: Client, organizationId: string): Promise<Omit<StateWorld['facts'], 'device'>> {
  const one = async (sql: string): Promise<string> => {
    const { rows: [row] } = await owner.query<{ id: string }>(sql, [organizationId]);
    if (!row) throw new Error(`Nothing is found by ${sql}`);
    return row.id;
  };
  return {
    pipelineStage: await one('SELECT id FROM pipeline_stage WHERE organization_id = $1 ORDER BY position OFFSET 1 LIMIT 1'),
    timeOffKind: await one(`SELECT id FROM pick_list_item WHERE organization_id = $1 AND list = 'TIME_OFF_KIND' ORDER BY position LIMIT 1`),
  };
}
