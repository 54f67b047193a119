import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { endView, ViewAsService } from './view-as.service.js';

/** At the end of the time for which somebody may view as somebody else. */
@Injectable()
@HandlesJob(endView)
export class EndView implements JobHandler<{ viewId: string }> {
  constructor(private readonly views: ViewAsService) {}

  async handle(job: RunningJob<{ viewId: string }>): Promise<void> {
    await job.once((work) => this.views.runOut(work, job.payload.viewId));
  }
}
