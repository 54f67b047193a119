import type { ProjectStatusService } from '@throughline/delivery/projects';
import type { TaskAssignService, TaskReviewService, TemplateService, TaskWorkService } from '@throughline/delivery/tasks';
import type { OnboardingService, TicketService } from '@throughline/delivery/tickets';
import { strangerActor } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import type { DealService } from '@throughline/sales/deals';
import type { QuoteAcceptanceService, QuoteService } from '@throughline/sales/quotes';
import { CLIENTS, PRODUCTS } from './agency.js';
import { CREWS, type Engagement } from './engagements.js';
import { actingAs } from './sales.js';

export interface DeliveryServices {
  deals: DealService;
  quotes: QuoteService;
  acceptance: QuoteAcceptanceService;
  onboarding: OnboardingService;
  tickets: TicketService;
  projects: ProjectStatusService;
  templates: TemplateService;
  assignment: TaskAssignService;
  taskWork: TaskWorkService;
  reviews: TaskReviewService;
}

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const VALIDATED = ['CUSTOMER', 'CONTACT', 'SERVICES', 'BUDGET'];

/** Takes one engagement through the stages it has behind it, each step done by whoever does it in the agency. */
export async function seedEngagement(work: Work, services: DeliveryServices, engagement: Engagement): Promise<void> {
  const dealId = await sell(work, services, engagement);
  if (engagement.stage === 'WON') return;
  const ticketId = await services.onboarding.open(await actingAs(work, 'Iris Novak'), { dealId, categoryKey: engagement.category, note: engagement.wishes });
  if (engagement.stage === 'TICKET') return;
  const projectId = await onboard(work, services, ticketId, engagement);
  if (projectId === null) return;
  const manager = await actingAs(work, CREWS[engagement.category].manager);
  await services.projects.move(manager, { id: projectId, version: await version(work, 'project', projectId), move: 'SUBMIT' });
  if (engagement.stage === 'SUBMITTED') return;
  await services.projects.judge(manager, projectId, await version(work, 'project', projectId), {
    decision: 'APPROVED', feasibility: 'Similar work was delivered before.', budget: 'Covered by the accepted quote.', resources: 'The team has room.',
    risk: 'Low; pictures may come late.', conditions: null, ownerId: (await actingAs(work, 'George Ellis')).userId, shareWithClient: true,
  });
  await services.templates.createTasks(manager, { projectId, templateKey: engagement.category, startOn: day(-(engagement.age ?? 0)) });
  await workOn(work, services, projectId, engagement);
}

/** A deal with a signed quote. */
async function sell(work: Work, { deals, quotes, acceptance }: DeliveryServices, engagement: Engagement): Promise<string> {
  const agent = await actingAs(work, 'Marco Bellini');
  const [customer] = await work.query<{ id: string; contactId: string }>(
    `SELECT c.id, p.id AS "contactId" FROM customer c JOIN contact p ON p.organization_id = c.organization_id AND p.customer_id = c.id AND p.is_primary
     WHERE c.organization_id = $1 AND c.name = $2`, [work.actor.organizationId, engagement.client],
  );
  const lines = engagement.lines.map(({ sku, quantity }) => {
    const product = PRODUCTS.find((each) => each.sku === sku)!;
    return { description: product.name, quantity, unitPriceMinor: product.priceMinor, discountBasisPoints: 0, taxBasisPoints: 0, productId: null };
  });
  const amountMinor = lines.reduce((sum, line) => sum + line.unitPriceMinor * BigInt(line.quantity), 0n);
  const dealId = await deals.create(agent, {
    name: engagement.name, customerId: customer!.id, contactId: customer!.contactId, amountMinor, currency: 'USD', requestedServices: [engagement.category], requirements: engagement.wishes,
  });
  const quoteId = await quotes.create(agent, dealId, { title: engagement.name, validUntil: day(30), terms: 'Half at the start, half at delivery.', discountBasisPoints: 0, lines });
  const { token } = await quotes.send(agent, quoteId, 1);
  const signer = CLIENTS.find(({ company }) => company === engagement.client)!.people[0]!.name;
  const stranger = { ...strangerActor({ id: 'seed', address: '203.0.113.7', userAgent: 'demo' }, work.actor.organizationId), historical: true };
  await acceptance.accept(stranger, { token, version: 2, name: signer });
  return dealId;
}

/** Validation, requirements and scope. @returns the draft project, or null when requirements are still being collected */
async function onboard(work: Work, { onboarding, tickets }: DeliveryServices, ticketId: string, engagement: Engagement): Promise<string | null> {
  const agent = await actingAs(work, 'Diego Fuentes');
  await onboarding.validate(await actingAs(work, 'Hannah Weiss'), { id: ticketId, version: await version(work, 'ticket', ticketId), passed: VALIDATED, agentId: agent.userId! });
  const requirements = await work.query<{ id: string }>('SELECT id FROM ticket_requirement WHERE organization_id = $1 AND ticket_id = $2 ORDER BY position', [work.actor.organizationId, ticketId]);
  const collected = engagement.stage === 'COLLECTING' ? requirements.slice(0, 2) : requirements;
  for (const { id } of collected) {
    await tickets.moveRequirement(agent, { id, version: 1, move: 'RECEIVE', value: 'Sent by the client' });
    await tickets.moveRequirement(agent, { id, version: 2, move: 'VERIFY' });
  }
  if (engagement.stage === 'COLLECTING') return null;
  const { projectId } = await onboarding.scope(agent, ticketId, await version(work, 'ticket', ticketId), {
    projectName: engagement.name, scope: engagement.wishes, startOn: day(-(engagement.age ?? 0)), dueOn: day(45 - (engagement.age ?? 0)),
  });
  return projectId;
}

/** Assigns every leaf and finishes the first of them; one more is under way. */
async function workOn(work: Work, services: DeliveryServices, projectId: string, engagement: Engagement): Promise<void> {
  const crew = CREWS[engagement.category];
  const lead = await actingAs(work, crew.lead);
  const members = await Promise.all(crew.members.map((name) => actingAs(work, name)));
  const leaves = await work.query<{ id: string; requiresReview: boolean }>(
    `SELECT t.id, t.requires_review AS "requiresReview" FROM task t WHERE t.organization_id = $1 AND t.project_id = $2
       AND NOT EXISTS (SELECT 1 FROM task c WHERE c.organization_id = t.organization_id AND c.parent_id = t.id) ORDER BY t.due_on, t.position, t.id`,
    [work.actor.organizationId, projectId],
  );
  const finished = Math.floor((leaves.length * (engagement.done ?? 0)) / 100);
  for (const [index, leaf] of leaves.entries()) {
    const member = members[index % members.length]!;
    const target = async () => ({ id: leaf.id, version: await version(work, 'task', leaf.id) });
    await services.assignment.assign(lead, { ...(await target()), assigneeIds: [member.userId!] });
    if (index < finished) {
      await services.taskWork.changeStatus(member, { ...(await target()), status: 'IN_PROGRESS' });
      if (leaf.requiresReview) {
        await services.taskWork.submit(member, await target());
        await services.reviews.review(await actingAs(work, 'Ingrid Vos'), { ...(await target()), decision: 'ACCEPTED' });
      } else await services.taskWork.changeStatus(member, { ...(await target()), status: 'COMPLETED' });
    } else if (index === finished) {
      await services.taskWork.report(member, { ...(await target()), report: 4_000 });
    }
  }
}

async function version(work: Work, table: 'project' | 'ticket' | 'task', id: string): Promise<number> {
  const [row] = await work.query<{ version: number }>(`SELECT version FROM ${table} WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
  return row!.version;
}
