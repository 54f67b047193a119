import { Injectable } from '@nestjs/common';
import { normalizeTags } from '@throughline/common/tags';
import { authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, UnitOfWork } from '@throughline/platform/database';
import { type Actor, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import type { TicketPriorityEnum } from './api/ticket.enums.js';
import { ticketPermissions, ticketSubject } from './ticket.policy.js';
import { ticketAccess, TicketRepository } from './ticket.repository.js';

/** Facts of a ticket that people edit; absent = unchanged. */
export interface TicketFacts {
  title?: string | undefined;
  description?: string | null | undefined;
  priority?: TicketPriorityEnum | undefined;
  tags?: readonly string[] | undefined;
}

const MOST_TITLE = 200;

/** What a ticket says of itself. Its state, agent and requirements have operations of their own. */
@Injectable()
export class TicketEditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketRepository,
  ) {}

  /** @throws AppError VALIDATION_FAILED, CONFLICT, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, facts: TicketFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const ticket = await this.tickets.lock(work, id);
      authorize(actor, ticketPermissions.update, ticketSubject, ticketAccess(ticket));
      const stored = {
        ...(facts.title === undefined ? {} : { title: titled(facts.title) }),
        ...(facts.description === undefined ? {} : { description: normalizeText(facts.description) }),
        ...(facts.priority === undefined ? {} : { priority: facts.priority }),
        ...(facts.tags === undefined ? {} : { tags: normalizeTags(facts.tags) }),
      };
      const changes = fieldChanges(ticket, stored);
      if (Object.keys(changes).length === 0 && version === ticket.version) return id;
      await this.tickets.update(work, id, version, columnValues(stored));
      const access = ticketAccess(ticket);
      work.record({
        kind: 'ticket.updated', subject: 'ticket', subjectId: id, related: [ticket.customerId, ...(ticket.dealId ? [ticket.dealId] : [])],
        access: { before: access, after: access }, changes,
      });
      return id;
    });
  }
}

function titled(given: string): string {
  const title = normalizeLine(given);
  if (!title) throw refuse('VALIDATION_FAILED', 'Give the ticket a title.', 'title');
  if (title.length > MOST_TITLE) throw refuse('VALIDATION_FAILED', `A title has ${MOST_TITLE} characters at most.`, 'title');
  return title;
}
