import { Injectable } from '@nestjs/common';
import { HandOffRepository, HandOffService } from '@throughline/identity/hand-offs';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { type Handover, LINE, reasonOf, type Receiver } from './line.js';

/** Imported and seeded history hands nothing over: its ball lies where it lies. */
export const followLine = defineConsumer({ name: 'handOffs.followLine', kinds: Object.keys(LINE), historical: false });

/** Passes the ball when a record moves to the next stage. */
@Injectable()
@Consumes(followLine)
export class FollowLine implements EventConsumer {
  constructor(
    private readonly handOffs: HandOffService,
    private readonly repository: HandOffRepository,
  ) {}

  async consume(event: ConsumedEvent, _actor: Actor, work: Work): Promise<void> {
    const handover = LINE[event.kind]?.find(({ when }) => when?.(event) ?? true);
    if (!handover) return;
    const { answers, fulfilsRelated, passes } = handover;
    if (answers) await this.handOffs.settle(work, event.subjectId, answers, event.actorId, answers === 'RETURN' ? reasonOf(event) : null);
    const from = await this.giver(work, event);
    if (fulfilsRelated) for (const recordId of event.related) await this.handOffs.settle(work, recordId, 'ACCEPT', event.actorId);
    if (passes) await this.pass(work, event, passes, from);
  }

  private async pass(work: Work, event: ConsumedEvent, { to, step, items }: NonNullable<Handover['passes']>, from: Giver): Promise<void> {
    const receiver = await this.receiver(work, event, to);
    // Whoever has it already hands nothing to themselves.
    if ((!receiver.toDepartmentId && !receiver.toUserId) || (receiver.toUserId !== null && receiver.toUserId === event.actorId)) return;
    await this.handOffs.pass(work, { subject: event.subject, recordId: event.subjectId, step, ...from, ...receiver, offeredBy: event.actorId }, items);
  }

  /** Whoever acted, and the department where the record (or the one it follows from) lay. */
  private async giver(work: Work, event: ConsumedEvent): Promise<Giver> {
    const before = event.accessBefore?.departmentId ?? null;
    const own = event.actorId ? await this.repository.departmentOfPerson(work, event.actorId) : null;
    return { fromDepartmentId: own ?? before, fromUserId: event.actorId };
  }

  private async receiver(work: Work, { accessAfter }: ConsumedEvent, to: Receiver): Promise<{ toDepartmentId: string | null; toUserId: string | null }> {
    const [departmentId, ownerId] = [accessAfter?.departmentId ?? null, accessAfter?.ownerId ?? null];
    if (to === 'RECORD_DEPARTMENT') return { toDepartmentId: departmentId, toUserId: null };
    if (to === 'RECORD_OWNER') return ownerId ? { toDepartmentId: departmentId, toUserId: ownerId } : { toDepartmentId: null, toUserId: null };
    return { toDepartmentId: await this.repository.departmentOfStage(work, to.stage, to.kind), toUserId: null };
  }
}

interface Giver {
  fromDepartmentId: string | null;
  fromUserId: string | null;
}
