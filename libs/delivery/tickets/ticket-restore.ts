import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { TicketEditService, type TicketFacts } from './ticket-edit.service.js';
import { ticketPermissions } from './ticket.policy.js';

const restorable = defineRestorable(ticketPermissions.update, ['title', 'description', 'priority', 'tags']);

/** Brings back earlier values of a ticket (AUD-03); where it stands is moved, never restored. */
@Injectable()
@Restores(restorable)
export class RestoreTicket implements RestoresRecord {
  constructor(private readonly tickets: TicketEditService) {}

  restore(actor: Actor, id: string, version: number, values: TicketFacts): Promise<string> {
    return this.tickets.update(actor, id, version, values);
  }
}
