import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { DueService } from './due.service.js';
import { type DuePayload, tellDue } from './tell-due.job.js';

@Injectable()
@HandlesJob(tellDue)
export class TellDue implements JobHandler<DuePayload> {
  constructor(private readonly due: DueService) {}

  async handle({ payload, once }: RunningJob<DuePayload>): Promise<void> {
    await once((work) => this.due.tell(work, payload));
  }
}
