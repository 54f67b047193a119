import { Injectable } from '@nestjs/common';
import type { ChannelRow } from '@throughline/collaboration/channels';
import { TaskCreateService } from '@throughline/delivery/tasks';
import { type RequestKind, TicketCreateService } from '@throughline/delivery/tickets';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, refuse } from '@throughline/platform/kernel';
import { readableText } from './body/mentions.js';
import { messagePermissions } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import { type OpenedMessage, OpenedMessages } from './opened-message.js';

const MOST_TITLE = 120;

/** From talk to work in one step: whoever may create the task or ticket, from a message they see. */
@Injectable()
export class MessageWorkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opened: OpenedMessages,
    private readonly messages: MessageRepository,
    private readonly tasks: TaskCreateService,
    private readonly tickets: TicketCreateService,
  ) {}

  /**
   * Makes a task of a message; the message is linked to it from then on. What was said internally, or to another client, makes a task that the project's client does not see.
   *
   * @throws AppError NOT_FOUND, and whatever creating a task is refused for
   */
  createTask(actor: Actor, input: { id: string; projectId: string; name?: string | null }): Promise<{ messageId: string; taskId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.read, { whenArchived: true });
      const { message, channel } = opened;
      const isForClient = message.sharedWithClient && (await this.about(work, channel)).customerId === (await this.customerOf(work, input.projectId));
      const taskId = await this.tasks.create(actor, {
        projectId: input.projectId, title: titleOf(input.name, message.body), description: readableText(message.body ?? ''),
        ...(isForClient ? {} : { sharedWithClient: false }),
      });
      await this.link(work, opened, 'task', taskId);
      return { messageId: message.id, taskId };
    });
  }

  /**
   * Opens a ticket for what a message says, of the customer whose channel it is, else of the one that is named.
   *
   * @throws AppError NOT_FOUND, VALIDATION_FAILED, and whatever opening a ticket is refused for
   */
  createTicket(actor: Actor, input: { id: string; title?: string | null; kind: RequestKind; customerId?: string | null; categoryKey?: string | null }): Promise<{ messageId: string; ticketId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const opened = await this.opened.open(work, input.id, messagePermissions.read, { whenArchived: true });
      const { message, channel } = opened;
      const about = await this.about(work, channel);
      const customerId = about.customerId ?? input.customerId;
      if (!customerId) throw refuse('VALIDATION_FAILED', 'Name the customer: this channel belongs to none.', 'customerId');
      const ticketId = await this.tickets.create(actor, {
        kind: input.kind, title: titleOf(input.title, message.body), description: readableText(message.body ?? ''), customerId, projectId: about.projectId,
        categoryKey: input.categoryKey ?? null,
      });
      await this.link(work, opened, 'ticket', ticketId);
      return { messageId: message.id, ticketId };
    });
  }

  /** A message that is about something else already stays so: its event names what became of it. */
  private async link(work: Work, opened: OpenedMessage, subject: 'task' | 'ticket', id: string): Promise<void> {
    const { message } = opened;
    if (message.linkedId === null) await this.messages.mark(work, message.id, { linked_subject: subject, linked_id: id });
    this.opened.record(work, 'message.linked', opened, { linked: { before: message.linkedId !== null, after: true } }, message, [id]);
  }

  /** Whose a project is; whether the actor may see it is asked where the task is made. */
  private async customerOf(work: Work, projectId: string): Promise<string | null> {
    const [row] = await work.query<{ customerId: string | null }>('SELECT customer_id AS "customerId" FROM project WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, projectId]);
    return row?.customerId ?? null;
  }

  /** The customer and the project of what a channel follows. */
  private async about(work: Work, { recordSubject, recordId }: ChannelRow): Promise<{ customerId: string | null; projectId: string | null }> {
    if (recordSubject === 'customer') return { customerId: recordId, projectId: null };
    const table = recordSubject && BY_CUSTOMER[recordSubject];
    if (!table) return { customerId: null, projectId: null };
    const [row] = await work.query<{ customerId: string | null; projectId: string | null }>(
      `SELECT customer_id AS "customerId", ${table.project} AS "projectId" FROM ${table.name} WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, recordId],
    );
    return row ?? { customerId: null, projectId: null };
  }
}

/** Records that belong to a customer, with their project. */
const BY_CUSTOMER: Readonly<Record<string, { name: string; project: string } | undefined>> = {
  project: { name: 'project', project: 'id' }, task: { name: 'task', project: 'project_id' }, ticket: { name: 'ticket', project: 'project_id' },
  deal: { name: 'deal', project: 'NULL::uuid' }, quote: { name: 'quote', project: 'NULL::uuid' }, contact: { name: 'contact', project: 'NULL::uuid' },
};

/** The given title, or the message's first line. */
function titleOf(given: string | null | undefined, body: string | null): string {
  const line = normalizeLine(given) ?? normalizeLine(readableText(body ?? '').split('\n').find((each) => each.trim() !== ''));
  return line === null ? '' : line.length > MOST_TITLE && !given ? `${line.slice(0, MOST_TITLE - 1).trimEnd()}…` : line;
}
