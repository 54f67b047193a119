import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { insertRow, Numbers, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { ProjectService } from '@throughline/delivery/projects';
import { dealAccess, dealPermissions, DealRepository } from '@throughline/sales/deals';
import { CHECKPOINTS, type Checkpoint, completeness } from './requirements.js';
import { ticketPermissions, ticketSubject } from './ticket.policy.js';
import { type CategoryRow, ticketAccess, TicketRepository, type TicketRow } from './ticket.repository.js';
import { ticketWorkflow } from './ticket.workflow.js';

/** What the support agent fixes when the requirements are complete (stage 6). Money in minor units. */
export interface Scope {
  projectName: string;
  scope: string;
  categoryKey?: string | null;
  startOn?: string | null;
  dueOn?: string | null;
  budgetMinor?: bigint | null;
}

/** Stages 4 to 6: from the won deal over validation to the draft project (TIC-02). */
@Injectable()
export class OnboardingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketRepository,
    private readonly deals: DealRepository,
    private readonly projects: ProjectService,
    private readonly numbers: Numbers,
  ) {}

  /**
   * Opens the onboarding ticket of a won deal, with the category's checklist (stage 4).
   *
   * @throws AppError PRECONDITION_FAILED when the deal is not won; DUPLICATE when this category is being onboarded already
   */
  open(actor: Actor, input: { dealId: string; categoryKey: string; note?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const deal = await this.deals.lock(work, input.dealId, 'dealId');
      if (!allows(actor.ability, dealPermissions.read, dealAccess(deal))) throw refuse('NOT_FOUND', 'This deal does not exist or is not visible to you.', 'dealId');
      if (deal.status !== 'WON' || !deal.customerId) throw refuse('PRECONDITION_FAILED', 'An onboarding ticket is opened from a won deal. Win the deal first.', 'dealId');
      const category = await this.tickets.category(work, { key: input.categoryKey });
      const access = { departmentId: await this.tickets.supportDepartment(work), ownerId: null, customerId: deal.customerId, status: 'NEW' as const };
      if (!allows(actor.ability, ticketPermissions.open, ticketAccess(access))) throw refuse('FORBIDDEN', 'You may not open onboarding tickets.');
      const id = newId();
      const number = await this.numbers.next(actor.organizationId, 'TIC');
      await insertRow(work, 'ticket', {
        id, number, kind: 'ONBOARDING', title: `${category.name}: ${deal.name}`, description: input.note, customerId: deal.customerId, dealId: deal.id,
        categoryId: category.id, departmentId: access.departmentId, openedBy: actor.userId,
      });
      await this.tickets.copyChecklist(work, id, category.id);
      work.record({
        kind: 'ticket.opened', subject: 'ticket', subjectId: id, related: [deal.id, deal.customerId],
        access: { before: null, after: ticketAccess(access) }, changes: { number: { before: null, after: number }, category: { before: null, after: category.key } },
      });
      return id;
    });
  }

  /**
   * Opens the ticket of a deal that was just won, by the rules of `open`; its category is the first requested service that is
   * one. A deal that is no longer won, has no customer, or was onboarded before (by hand too) stays as it is.
   *
   * @param actor the product itself
   * @param categoryKey where the deal asks for no service that is a category
   * @returns the ticket's id; null when there is nothing to open
   */
  async openForWonDeal(actor: Actor, work: Work, dealId: string, categoryKey: string): Promise<string | null> {
    const deal = await this.deals.lock(work, dealId);
    if (deal.status !== 'WON' || !deal.customerId || (await this.tickets.hasOnboarding(work, dealId))) return null;
    return this.open(actor, { dealId, categoryKey: (await this.tickets.firstCategory(work, deal.requestedServices)) ?? categoryKey });
  }

  /**
   * Releases the ticket for work on its requirements and hands it to an agent (stage 5).
   *
   * @param passed keys of the checkpoints that hold; all are needed
   */
  validate(actor: Actor, input: { id: string; version: number; passed: string[]; agentId: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const ticket = await this.tickets.lock(work, input.id);
      authorize(actor, ticketPermissions.validate, ticketSubject, ticketAccess(ticket));
      requireOnboarding(ticket);
      const open = CHECKPOINTS.filter((checkpoint) => !input.passed.includes(checkpoint.key));
      if (open.length > 0) {
        throw refuse('PRECONDITION_FAILED', `Not checked yet: ${open.map((checkpoint) => checkpoint.title).join('; ')}. Check them or send the ticket back.`, 'passed');
      }
      if (!(await this.tickets.isActiveStaff(work, input.agentId))) throw refuse('NOT_FOUND', 'Choose an active colleague as the agent.', 'agentId');
      const status = ticketWorkflow.apply(ticket.status, 'ASSIGN');
      const checkpoints: Checkpoint[] = CHECKPOINTS.map((checkpoint) => ({ ...checkpoint, passed: true }));
      const after = { ...ticket, status, ownerId: input.agentId };
      await this.tickets.update(work, ticket.id, input.version, {
        status, status_reason: null, owner_id: input.agentId, checkpoints: JSON.stringify(checkpoints), validated_at: new Date(), validated_by: actor.userId,
      });
      this.record(work, ticket, after, 'ticket.validated', { status: { before: ticket.status, after: status }, ownerId: { before: ticket.ownerId, after: input.agentId } });
      return ticket.id;
    });
  }

  /**
   * Turns the completed ticket into a DRAFT project of its category's department and resolves it (stage 6).
   *
   * @returns the ticket's and the project's ids
   * @throws AppError PRECONDITION_FAILED before validation or while required items are not verified
   */
  scope(actor: Actor, id: string, version: number, input: Scope): Promise<{ ticketId: string; projectId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const ticket = await this.tickets.lock(work, id);
      authorize(actor, ticketPermissions.scope, ticketSubject, ticketAccess(ticket));
      requireOnboarding(ticket);
      await this.requireComplete(work, ticket);
      const status = ticketWorkflow.apply(ticket.status, 'RESOLVE');
      const category = await this.tickets.category(work, input.categoryKey ? { key: input.categoryKey } : { id: ticket.categoryId });
      const projectId = await this.draftProject(work, actor, ticket, category, input);
      await this.tickets.update(work, id, version, { status, scope: input.scope, scoped_at: new Date(), project_id: projectId, category_id: category.id });
      this.record(work, ticket, { ...ticket, status }, 'ticket.scoped', { status: { before: ticket.status, after: status }, projectId: { before: null, after: projectId } }, [projectId]);
      return { ticketId: id, projectId };
    });
  }

  private async requireComplete(work: Work, ticket: TicketRow): Promise<void> {
    if (!ticket.validatedAt) throw refuse('PRECONDITION_FAILED', 'The support manager has to validate this ticket first.', 'id');
    const requirements = await this.tickets.requirements(work, ticket.id);
    if (completeness(requirements) === 10_000) return;
    const missing = requirements.filter((requirement) => requirement.required && !['VERIFIED', 'NOT_NEEDED'].includes(requirement.status));
    throw refuse('PRECONDITION_FAILED', `Still to be verified: ${missing.map((requirement) => requirement.title).join(', ')}.`, 'id', { missing: missing.map(({ id, title, status }) => ({ id, title, status })) });
  }

  private async draftProject(work: Work, actor: Actor, ticket: TicketRow, category: CategoryRow, input: Scope): Promise<string> {
    const deal = ticket.dealId ? await this.deals.lock(work, ticket.dealId) : null;
    return this.projects.createDraft(work, actor, {
      name: input.projectName, customerId: ticket.customerId, dealId: ticket.dealId, ticketId: ticket.id, categoryId: category.id,
      departmentId: category.departmentId, scope: input.scope, startOn: input.startOn ?? null, dueOn: input.dueOn ?? null,
      budgetMinor: input.budgetMinor ?? (deal ? BigInt(deal.amountMinor) : null), currency: deal?.currency ?? 'USD',
    });
  }

  private record(work: Work, before: TicketRow, after: TicketRow, kind: string, changes: Record<string, { before: unknown; after: unknown }>, also: string[] = []): void {
    work.record({
      kind, subject: 'ticket', subjectId: before.id, related: [before.customerId, ...(before.dealId ? [before.dealId] : []), ...also],
      access: { before: ticketAccess(before), after: ticketAccess(after) }, changes,
    });
  }
}

function requireOnboarding(ticket: TicketRow): void {
  if (ticket.kind !== 'ONBOARDING') throw refuse('PRECONDITION_FAILED', 'This is possible for onboarding tickets only.', 'id');
}
