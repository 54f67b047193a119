import { Module } from '@nestjs/common';
import { ProjectsModule } from '@throughline/delivery/projects';
import { DealsModule } from '@throughline/sales/deals';
import { CustomerTicketsResolver, DealTicketsResolver } from './api/ticket-edges.resolver.js';
import { TicketResolver } from './api/ticket.resolver.js';
import { OnboardingService } from './onboarding.service.js';
import { TicketSettingsResolver } from './settings/api/ticket-settings.resolver.js';
import { OpenTicketFromDeal } from './settings/open-from-deal.js';
import { TicketSettingsService } from './settings/ticket-settings.service.js';
import { TicketEditService } from './ticket-edit.service.js';
import { RestoreTicket } from './ticket-restore.js';
import { TicketCreateService } from './ticket-create.service.js';
import { TicketRepository } from './ticket.repository.js';
import { TicketService } from './ticket.service.js';
import './ticket.held.js';

/** Tickets and the onboarding of won deals (stages 4 to 6 of the nine). */
@Module({
  imports: [DealsModule, ProjectsModule],
  providers: [
    TicketRepository, TicketService, TicketCreateService, TicketEditService, RestoreTicket, OnboardingService, TicketSettingsService, OpenTicketFromDeal,
    TicketResolver, TicketSettingsResolver, DealTicketsResolver, CustomerTicketsResolver,
  ],
  exports: [TicketService, TicketCreateService, OnboardingService],
})
export class TicketsModule {}
