import { Injectable } from '@nestjs/common';
import { systemActor } from '@throughline/platform/access';
import { defineSchedule, HandlesSchedule, type ScheduleHandler } from '@throughline/platform/jobs';
import { DataSource } from 'typeorm';
import { HistoryRetentionService } from './history-retention.service.js';

export const expireHistory = defineSchedule('history.expire', { meaning: 'Takes values out of the history that are older than their organization keeps them.', everyMs: 24 * 3_600_000 });

@Injectable()
@HandlesSchedule(expireHistory)
export class ExpireHistory implements ScheduleHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly retention: HistoryRetentionService,
  ) {}

  async run(): Promise<void> {
    const organizations = await this.dataSource.query<{ id: string }[]>('SELECT * FROM app.organizations_with_history_retention() AS id');
    for (const { id } of organizations) await this.retention.expire(systemActor(id, 'schedule history.expire'));
  }
}
