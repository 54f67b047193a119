import { Injectable } from '@nestjs/common';
import { defineSchedule } from './define-job.js';
import { HandlesSchedule, type ScheduleHandler } from './job-handler.js';
import { QueueKeeper } from './queue/queue-keeper.js';

export const pruneDueWork = defineSchedule('dueWork.prune', { meaning: 'Removes work that was done long ago.', everyMs: 3_600_000 });

@Injectable()
@HandlesSchedule(pruneDueWork)
export class PruneDueWork implements ScheduleHandler {
  constructor(private readonly keeper: QueueKeeper) {}

  async run(): Promise<void> {
    await this.keeper.reconciler.prune();
  }
}
