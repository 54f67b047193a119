import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { DUE, type DueSubject } from './due.js';
import { DueService } from './due.service.js';

/** Whatever may give a record a due day, or make an old one count again. Imported and seeded ones remind nobody. */
export const followDue = defineConsumer({
  name: 'reminders.followDue', kinds: ['task.created', 'task.updated', 'task.restored', 'task.reopened', 'milestone.created', 'milestone.updated'], historical: false,
});

@Injectable()
@Consumes(followDue)
export class FollowDue implements EventConsumer {
  constructor(private readonly due: DueService) {}

  async consume(event: ConsumedEvent, _actor: Actor, work: Work): Promise<void> {
    if (!(event.subject in DUE) || (event.kind.endsWith('.updated') && !('dueOn' in event.changes))) return;
    await this.due.follow(work, event.subject as DueSubject, event.subjectId);
  }
}
