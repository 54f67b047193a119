import { Injectable } from '@nestjs/common';
import { authorize, type Permission } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { type RequirementMove, requirementWorkflow } from './requirements.js';
import { ticketPermissions, ticketSubject } from './ticket.policy.js';
import { ticketAccess, TicketRepository } from './ticket.repository.js';
import { type TicketMove, ticketWorkflow } from './ticket.workflow.js';

/** Which permission each plain move of a ticket asks for; ASSIGN has an operation of its own. */
export const TICKET_MOVE_PERMISSIONS: Record<TicketMove, Permission> = {
  ASSIGN: ticketPermissions.assign,
  START: ticketPermissions.work,
  WAIT: ticketPermissions.work,
  CONTINUE: ticketPermissions.work,
  RESOLVE: ticketPermissions.work,
  CLOSE: ticketPermissions.work,
  REOPEN: ticketPermissions.work,
  REJECT: ticketPermissions.validate,
};

/** Tickets of every kind: assignment, status, requirements. */
@Injectable()
export class TicketService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketRepository,
  ) {}

  /** @throws AppError NOT_FOUND at `ownerId` when the person cannot be given work */
  assign(actor: Actor, input: { id: string; version: number; ownerId: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const ticket = await this.tickets.lock(work, input.id);
      authorize(actor, ticketPermissions.assign, ticketSubject, ticketAccess(ticket));
      if (!(await this.tickets.isActiveStaff(work, input.ownerId))) throw refuse('NOT_FOUND', 'Choose an active colleague.', 'ownerId');
      // Handing running work to a colleague does not send it back to the start.
      const status = ticket.status === 'IN_PROGRESS' || ticket.status === 'WAITING_CLIENT' ? ticket.status : ticketWorkflow.apply(ticket.status, 'ASSIGN');
      await this.tickets.update(work, ticket.id, input.version, { status, owner_id: input.ownerId });
      work.record({
        kind: 'ticket.assigned', subject: 'ticket', subjectId: ticket.id, related: [ticket.customerId],
        access: { before: ticketAccess(ticket), after: ticketAccess({ ...ticket, status, ownerId: input.ownerId }) },
        changes: { ownerId: { before: ticket.ownerId, after: input.ownerId }, status: { before: ticket.status, after: status } },
      });
      return ticket.id;
    });
  }

  /** A move of the state machine; sending back and reopening need a reason. */
  move(actor: Actor, input: { id: string; version: number; move: TicketMove; reason?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const ticket = await this.tickets.lock(work, input.id);
      authorize(actor, TICKET_MOVE_PERMISSIONS[input.move], ticketSubject, ticketAccess(ticket));
      if (input.move === 'ASSIGN') throw refuse('VALIDATION_FAILED', 'Use assignTicket and name the person.', 'move');
      if (['REJECT', 'REOPEN', 'WAIT'].includes(input.move) && !input.reason?.trim()) throw refuse('VALIDATION_FAILED', 'Say why, so that the next person knows.', 'reason');
      if (input.move === 'RESOLVE' && ticket.kind === 'ONBOARDING') {
        throw refuse('PRECONDITION_FAILED', 'An onboarding ticket is resolved by fixing its scope.', 'move');
      }
      const status = ticketWorkflow.apply(ticket.status, input.move);
      await this.tickets.update(work, ticket.id, input.version, { status, status_reason: input.reason ?? null });
      work.record({
        kind: 'ticket.status_changed', subject: 'ticket', subjectId: ticket.id, related: [ticket.customerId, ...(ticket.dealId ? [ticket.dealId] : [])],
        access: { before: ticketAccess(ticket), after: ticketAccess({ ...ticket, status }) },
        changes: { status: { before: ticket.status, after: status }, ...(input.reason ? { reason: { before: null, after: input.reason } } : {}) },
      });
      return ticket.id;
    });
  }

  /**
   * Moves one requirement on; what the client gave goes into `value`.
   *
   * @returns the ticket's id
   */
  moveRequirement(actor: Actor, input: { id: string; version: number; move: RequirementMove; value?: string | null; reason?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const requirement = await this.tickets.requirement(work, input.id);
      const ticket = await this.tickets.lock(work, requirement.ticketId);
      authorize(actor, ticketPermissions.requirement, ticketSubject, ticketAccess(ticket));
      if (['RESOLVED', 'CLOSED', 'REJECTED'].includes(ticket.status)) throw refuse('PRECONDITION_FAILED', 'The ticket is finished; its requirements no longer change.', 'id');
      const status = requirementWorkflow.apply(requirement.status, input.move);
      if (input.move === 'REJECT' && !input.reason?.trim()) throw refuse('VALIDATION_FAILED', 'Say what is wrong with it, so that the client can send it again.', 'reason');
      await this.tickets.updateRequirement(work, requirement.id, input.version, { status, value: input.value ?? requirement.value, reason: input.reason ?? null });
      work.record({
        kind: 'ticket.requirement_changed', subject: 'ticket', subjectId: ticket.id, related: [ticket.customerId],
        access: { before: ticketAccess(ticket), after: ticketAccess(ticket) },
        changes: { [`requirement ${requirement.title}`]: { before: requirement.status, after: status } },
      });
      return ticket.id;
    });
  }
}
