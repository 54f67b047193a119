import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '@throughline/platform/access';
import { defineSchedule, HandlesSchedule, type ScheduleHandler } from '@throughline/platform/jobs';
import { RetentionService } from '../retention.service.js';

export const expireMessages = defineSchedule('channels.expireMessages', { meaning: 'Deletes messages that are older than their channel keeps them.', everyMs: 3_600_000 });

/** Goes through the organizations that let messages expire. */
@Injectable()
@HandlesSchedule(expireMessages)
export class ExpireMessages implements ScheduleHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly retention: RetentionService,
  ) {}

  async run(): Promise<void> {
    const organizations = await this.dataSource.query<{ id: string }[]>('SELECT * FROM app.organizations_with_retention() AS id');
    for (const { id } of organizations) await this.retention.expire(systemActor(id, 'schedule channels.expireMessages'));
  }
}
