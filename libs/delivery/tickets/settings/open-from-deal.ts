import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { OnboardingService } from '../onboarding.service.js';
import { TicketSettingsService } from './ticket-settings.service.js';

/**
 * No effect key of its own: a deal that was won while the switch was off may be won again with it on. That a deal gets one
 * ticket only is looked up under the deal's lock, where tickets opened by hand count too.
 */
export const openFromDeal = defineConsumer({ name: 'tickets.openFromDeal', kinds: ['deal.won'], historical: false });

/** Stage 4 by itself: a won deal gets its onboarding ticket, in organizations that switched it on (QUO-03). */
@Injectable()
@Consumes(openFromDeal)
export class OpenTicketFromDeal implements EventConsumer {
  constructor(
    private readonly settings: TicketSettingsService,
    private readonly onboarding: OnboardingService,
  ) {}

  async consume(event: ConsumedEvent, actor: Actor, work: Work): Promise<void> {
    const { openForWonDeals, categoryKey } = await this.settings.inForce(work);
    if (openForWonDeals && categoryKey) await this.onboarding.openForWonDeal(actor, work, event.subjectId, categoryKey);
  }
}
