import { Module } from '@nestjs/common';
import { ReminderResolver } from './api/reminder.resolver.js';
import { DueService } from './due/due.service.js';
import { FollowDue } from './due/follow-due.consumer.js';
import { TellDue } from './due/tell-due.handler.js';
import { FollowNames } from './follow-names.consumer.js';
import { FireReminder } from './jobs/fire-reminder.handler.js';
import { RecordNames } from './record-names.js';
import { ReminderService } from './reminder.service.js';

/** Reminders of one's own, and what is due (ACT-04). */
@Module({ providers: [ReminderService, ReminderResolver, RecordNames, FireReminder, DueService, FollowDue, FollowNames, TellDue] })
export class RemindersModule {}
