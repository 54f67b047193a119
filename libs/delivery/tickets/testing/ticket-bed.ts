import { CategoryService } from '@throughline/delivery/categories';
import { Numbers } from '@throughline/platform/database';
import { type Actor, AppError } from '@throughline/platform/kernel';
import { DealRepository, DealService, PipelineService } from '@throughline/sales/deals';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization } from '@throughline/testing';
import { Client } from 'pg';
import { type Delivery, openDelivery } from '../../tasks/testing/delivery.js';
import { OnboardingService } from '../onboarding.service.js';
import { TicketSettingsService } from '../settings/ticket-settings.service.js';
import { TicketRepository } from '../ticket.repository.js';
import { TicketService } from '../ticket.service.js';

/** A database with two organizations and the services of tickets on it. */
export interface TicketBed {
  database: TestDatabase;
  delivery: Delivery;
  deals: DealService;
  tickets: TicketService;
  onboarding: OnboardingService;
  settings: TicketSettingsService;
  agency: TestOrganization;
  rival: TestOrganization;
  /** May do everything in the agency, as its sales manager. */
  boss: Actor;
  /** May do everything in the other organization. */
  outsider: Actor;
  customerId: string;
  /** A won deal of the agency. @returns its id */
  wonDeal(facts?: { requestedServices?: string[]; amountMinor?: bigint; customerId?: string }): Promise<string>;
  /** A released onboarding ticket whose requirements all stand as given. @returns its id */
  releasedTicket(requirements?: string): Promise<string>;
  /** As the owner of the database: nothing is hidden. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Where a ticket stands, with its version as operations want it. */
  at(id: string): Promise<{ id: string; version: number; status: string }>;
  /** Kinds of a record's events, oldest first. */
  events(subjectId: string): Promise<string[]>;
  close(): Promise<void>;
}

export const ALL_CHECKPOINTS = ['CUSTOMER', 'CONTACT', 'SERVICES', 'BUDGET'];

export async function openTicketBed(): Promise<TicketBed> {
  const database = await createTestDatabase();
  const [agency, rival] = [await seedOrganization(database), await seedOrganization(database, 'Rival')];
  const delivery = await openDelivery(database.appUrl, 12);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { unitOfWork } = delivery;
  const numbers = new Numbers(delivery.dataSource);
  const [repository, dealRepository] = [new TicketRepository(), new DealRepository()];
  const deals = new DealService(unitOfWork, dealRepository, numbers);
  const onboarding = new OnboardingService(unitOfWork, repository, dealRepository, delivery.projects, numbers);
  const boss = testActor({ organizationId: agency.id, userId: agency.users.SALES_MANAGER.id });
  const outsider = testActor({ organizationId: rival.id, userId: rival.users.SALES_MANAGER.id });
  for (const [actor, { departments }] of [[boss, agency], [outsider, rival]] as const) {
    await new PipelineService(unitOfWork).ensureDefault(actor);
    await new CategoryService(unitOfWork).ensureDefaults(actor, { WEB: departments.web, SEO: departments.seo });
  }
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => (await owner.query(sql, parameters)).rows as Row[];
  const customerId = await agency.addCustomer();
  const bed: TicketBed = {
    database, delivery, deals, onboarding, agency, rival, boss, outsider, customerId, rows,
    tickets: new TicketService(unitOfWork, repository),
    settings: new TicketSettingsService(unitOfWork, repository),
    async wonDeal(facts = {}) {
      const id = await deals.create(boss, { name: 'Bakery website', customerId, amountMinor: 250_000n, ...facts });
      return deals.win(boss, { id, version: 1 });
    },
    async releasedTicket(requirements = 'VERIFIED') {
      const id = await onboarding.open(boss, { dealId: await bed.wonDeal(), categoryKey: 'WEB' });
      await onboarding.validate(boss, { id, version: 1, passed: ALL_CHECKPOINTS, agentId: agency.users.SUPPORT_AGENT.id });
      await rows('UPDATE ticket_requirement SET status = $2 WHERE ticket_id = $1', [id, requirements]);
      return id;
    },
    at: async (id) => (await rows<{ id: string; version: number; status: string }>('SELECT id, version, status FROM ticket WHERE id = $1', [id]))[0]!,
    events: async (subjectId) => (await rows<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [subjectId])).map(({ kind }) => kind),
    async close() {
      await owner.end();
      await numbers.onApplicationShutdown();
      await delivery.close();
      await database.drop();
    },
  };
  return bed;
}

/** What an operation is refused for: `CODE path`; a unique index answers DUPLICATE. @throws Error when it was allowed */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => { throw new Error('It was allowed.'); },
    (error: unknown) => {
      if (error instanceof AppError) return `${error.problems[0]!.code} ${error.problems[0]!.path.join('.')}`.trim();
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (code === '23505') return `DUPLICATE ${constraint ?? ''}`;
      throw error;
    },
  );
}
