import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { HandOffService, tellOverdue } from './hand-off.service.js';

/** At the time limit of a hand-off. */
@Injectable()
@HandlesJob(tellOverdue)
export class TellOverdue implements JobHandler<{ handOffId: string }> {
  constructor(private readonly handOffs: HandOffService) {}

  async handle(job: RunningJob<{ handOffId: string }>): Promise<void> {
    await job.once((work) => this.handOffs.overdue(work, job.payload.handOffId));
  }
}
