import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { ReminderService } from '../reminder.service.js';
import { fireReminder } from './fire-reminder.job.js';

/** The mark that it fired, its event and the end of the job are one transaction: it fires once on any number of workers. */
@Injectable()
@HandlesJob(fireReminder)
export class FireReminder implements JobHandler<{ reminderId: string; dueAt: string }> {
  constructor(private readonly reminders: ReminderService) {}

  async handle({ payload, once }: RunningJob<{ reminderId: string; dueAt: string }>): Promise<void> {
    await once((work) => this.reminders.fire(work, payload.reminderId, payload.dueAt));
  }
}
