import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { TOLD_KINDS } from '../rules/rules.js';
import { Teller } from './teller.js';

/** Imported and seeded history tells nobody. */
export const tellPeople = defineConsumer({ name: 'notifications.tell', kinds: TOLD_KINDS, historical: false });

@Injectable()
@Consumes(tellPeople)
export class TellPeople implements EventConsumer {
  constructor(private readonly teller: Teller) {}

  consume(event: ConsumedEvent, _actor: Actor, work: Work): Promise<void> {
    return this.teller.tell(work, event);
  }
}
