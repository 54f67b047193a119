import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordChannelsService } from '@throughline/collaboration/channels';
import { MessageService } from '@throughline/collaboration/messages';
import { CategoryService } from '@throughline/delivery/categories';
import { ProjectStatusService } from '@throughline/delivery/projects';
import { TaskAssignService, TaskReviewService, TemplateService, TaskWorkService } from '@throughline/delivery/tasks';
import { OnboardingService, TicketService } from '@throughline/delivery/tickets';
import { PasswordHasher } from '@throughline/identity/auth';
import { systemActor } from '@throughline/platform/access';
import { loadConfig } from '@throughline/platform/config';
import { Numbers, UnitOfWork } from '@throughline/platform/database';
import { type Actor, newId } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { Secrets } from '@throughline/platform/secrets';
import { ProductService } from '@throughline/sales/catalogue';
import { ContactService, CustomerService } from '@throughline/sales/customers';
import { DealService, PipelineService } from '@throughline/sales/deals';
import { LeadFormSettingsService, LeadProgressService, LeadService } from '@throughline/sales/leads';
import { QuoteAcceptanceService, QuoteService } from '@throughline/sales/quotes';
import { createApiApp } from '../apps/api/src/create-api-app.js';
import { createOwnerDataSource } from '../ormconfig.js';
import { AGENCY, CLIENTS, DEMO_PASSWORD, DEMO_TOTP_SECRET, STAFF } from './seed/agency.js';
import { type DeliveryServices, seedEngagement } from './seed/delivery.js';
import { ENGAGEMENTS } from './seed/engagements.js';
import { emailOf, seedAuthenticators, seedClientPeople, seedPeople } from './seed/people.js';
import { departmentIds, seedBusiness, seedCustomers, seedEnquiries } from './seed/sales.js';
import { readSalesHistory } from './seed/sales-history-files.js';
import { importSalesHistory } from './seed/sales-history.js';
import { seedStep } from './seed/seed-step.js';
import { seedTalk } from './seed/talk.js';

/**
 * Builds the demo agency through the product's own services. Runs in the embedded mode only, because its people have a known
 * password; repeating it does what is missing. Writes the sign-ins to `demo-sign-ins.json` in DATA_DIR.
 */
async function main(): Promise<void> {
  const config = loadConfig();
  if (!config.embedded) throw new Error('Demo data has known passwords and goes into the embedded database only (EMBEDDED=1).');
  const organizationId = await ensureOrganization(config.databaseUrl);
  const { nest } = await createApiApp(config, { logger: createLogger('warn', 'seed') });
  try {
    const actor: Actor = { ...systemActor(organizationId, 'seed'), historical: true };
    const unitOfWork = nest.get(UnitOfWork);
    const get = <T>(type: new (...parameters: never[]) => T): T => nest.get(type, { strict: false });
    const step = async (name: string, body: Parameters<typeof seedStep>[3]): Promise<void> => {
      const ran = await seedStep(unitOfWork, actor, name, body);
      console.log(`${name}: ${ran ? 'done' : 'was there'}`);
    };
    const hash = await get(PasswordHasher).hash(DEMO_PASSWORD);

    await step('people', (work) => seedPeople(work, hash));
    await step('authenticators', (work) => seedAuthenticators(work, get(Secrets)));
    await step('business', (work) => seedBusiness(work, {
      pipelines: get(PipelineService), categories: get(CategoryService), products: get(ProductService), forms: get(LeadFormSettingsService),
    }));
    await step('customers', (work) => seedCustomers(work, { customers: get(CustomerService), contacts: get(ContactService) }));
    await step('client people', (work) => seedClientPeople(work, hash));
    await step('enquiries', (work) => seedEnquiries(work, { leads: get(LeadService), progress: get(LeadProgressService) }));

    const delivery: DeliveryServices = {
      deals: get(DealService), quotes: get(QuoteService), acceptance: get(QuoteAcceptanceService), onboarding: get(OnboardingService), tickets: get(TicketService),
      projects: get(ProjectStatusService), templates: get(TemplateService), assignment: get(TaskAssignService), taskWork: get(TaskWorkService), reviews: get(TaskReviewService),
    };
    await step('task templates', async () => void (await delivery.templates.ensureDefaults(actor)));
    for (const engagement of ENGAGEMENTS) await step(`engagement ${engagement.name}`, (work) => seedEngagement(work, delivery, engagement));

    console.log(`talk: ${await seedTalk(unitOfWork, actor, { records: get(RecordChannelsService), messages: get(MessageService) })} messages`);

    const pipelineId = await get(PipelineService).ensureDefault(actor);
    const { sales } = await unitOfWork.run(actor, departmentIds);
    const history = await importSalesHistory(
      { unitOfWork, numbers: get(Numbers), actor, salesDepartmentId: sales, pipelineId },
      readSalesHistory(join(import.meta.dirname, 'seed/data/sales-pipeline')),
    );
    console.log(`sales history: ${JSON.stringify(history)}`);
  } finally {
    await nest.close();
  }
  writeFileSync(join(process.env['DATA_DIR'] ?? '.data', 'demo-sign-ins.json'), JSON.stringify(signIns(), null, 2), { mode: 0o600 });
}

/** Creating tenants is the operator's business, so the owner does it. @returns the organization's id */
async function ensureOrganization(ownerUrl: string): Promise<string> {
  const owner = await createOwnerDataSource(ownerUrl).initialize();
  try {
    await owner.query('INSERT INTO organization (id, name, slug, currency, time_zone) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (slug) DO NOTHING', [
      newId(), AGENCY.name, AGENCY.slug, AGENCY.currency, AGENCY.timeZone,
    ]);
    const [organization] = await owner.query<{ id: string }[]>('SELECT id FROM organization WHERE slug = $1', [AGENCY.slug]);
    return organization!.id;
  } finally {
    await owner.destroy();
  }
}

function signIns(): { role: string; email: string; password: string; authenticator?: string }[] {
  const staff = STAFF.filter(({ shown }) => shown).map(({ title, name, role }) => ({
    role: title, email: emailOf(name), password: DEMO_PASSWORD, ...(role === 'SUPERADMIN' || role === 'ADMIN' ? { authenticator: DEMO_TOTP_SECRET } : {}),
  }));
  const clients = CLIENTS.filter(({ shown }) => shown).flatMap(({ company, people }) =>
    people.slice(0, 1).map(({ name }) => ({ role: `Client (${company})`, email: emailOf(name, company.toLowerCase().replace(/[^a-z]+/g, '-')), password: DEMO_PASSWORD })));
  return [...staff, ...clients];
}

await main();
