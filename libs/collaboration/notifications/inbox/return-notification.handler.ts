import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { InboxService } from './inbox.service.js';
import { returnNotification } from './return-notification.job.js';

@Injectable()
@HandlesJob(returnNotification)
export class ReturnNotification implements JobHandler<{ notificationId: string; until: string }> {
  constructor(private readonly inbox: InboxService) {}

  async handle({ payload, once }: RunningJob<{ notificationId: string; until: string }>): Promise<void> {
    await once((work) => this.inbox.comeBack(work, payload.notificationId, payload.until));
  }
}
