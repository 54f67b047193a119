import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { insertRow, Numbers, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, normalizeText, notFound, refuse } from '@throughline/platform/kernel';
import { customerAccess, customerPermissions } from '@throughline/sales/customers';
import { ticketPermissions } from './ticket.policy.js';
import { ticketAccess, TicketRepository } from './ticket.repository.js';

/** The kinds that are not opened by a won deal (TIC-01). */
export const REQUEST_KINDS = ['SUPPORT', 'CHANGE_REQUEST', 'COMPLAINT'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** A request of a customer. */
export interface CreateTicket {
  kind: RequestKind;
  title: string;
  description?: string | null;
  customerId: string;
  /** The kind of service; what the project is about, or the organization's first, when absent. */
  categoryKey?: string | null;
  projectId?: string | null;
}

const MOST_TITLE = 200;

/** Opens tickets for what customers ask and complain about. */
@Injectable()
export class TicketCreateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketRepository,
    private readonly numbers: Numbers,
  ) {}

  /**
   * @returns the ticket's id
   * @throws AppError NOT_FOUND at `customerId` or `categoryKey`, FORBIDDEN, VALIDATION_FAILED, PRECONDITION_FAILED without any category
   */
  create(actor: Actor, input: CreateTicket): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.requireCustomer(work, input.customerId);
      const access = { departmentId: await this.tickets.supportDepartment(work), ownerId: null, customerId: input.customerId, status: 'NEW' as const };
      if (!allows(actor.ability, ticketPermissions.create, ticketAccess(access))) throw refuse('FORBIDDEN', 'You may not open tickets.');
      const title = normalizeLine(input.title);
      if (!title) throw refuse('VALIDATION_FAILED', 'Give the ticket a title.', 'title');
      if (title.length > MOST_TITLE) throw refuse('VALIDATION_FAILED', `A title has ${MOST_TITLE} characters at most.`, 'title');
      const categoryId = input.categoryKey ? (await this.tickets.category(work, { key: input.categoryKey })).id : await this.usualCategory(work, input.projectId ?? null);
      const id = newId();
      const number = await this.numbers.next(actor.organizationId, 'TIC');
      await insertRow(work, 'ticket', {
        id, number, kind: input.kind, title, description: normalizeText(input.description), customerId: input.customerId, categoryId,
        departmentId: access.departmentId, openedBy: actor.userId, projectId: input.projectId ?? null,
      });
      work.record({
        kind: 'ticket.opened', subject: 'ticket', subjectId: id, related: [input.customerId, ...(input.projectId ? [input.projectId] : [])],
        access: { before: null, after: ticketAccess(access) }, changes: { number: { before: null, after: number }, kind: { before: null, after: input.kind } },
      });
      return id;
    });
  }

  private async requireCustomer(work: Work, customerId: string): Promise<void> {
    const [row] = await work.query<{ id: string; ownerId: string | null; departmentId: string | null }>(
      'SELECT id, owner_id AS "ownerId", department_id AS "departmentId" FROM customer WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, customerId],
    );
    if (!row || !allows(work.actor.ability, customerPermissions.read, customerAccess(row))) throw notFound('customer', 'customerId');
  }

  private async usualCategory(work: Work, projectId: string | null): Promise<string> {
    const [row] = await work.query<{ id: string }>(
      `SELECT c.id FROM service_category c LEFT JOIN project p ON p.organization_id = c.organization_id AND p.category_id = c.id AND p.id = $2
       LEFT JOIN ticket_settings s ON s.organization_id = c.organization_id AND s.category_id = c.id
       WHERE c.organization_id = $1 AND NOT c.archived ORDER BY p.id IS NULL, s.id IS NULL, c.name, c.id LIMIT 1`,
      [work.actor.organizationId, projectId],
    );
    if (!row) throw refuse('PRECONDITION_FAILED', 'A ticket needs a service category, and there is none yet.', 'categoryKey');
    return row.id;
  }
}
