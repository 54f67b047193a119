import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '../../access/index.js';
import { HandlesSchedule, type ScheduleHandler } from '../../jobs/index.js';
import { OutboxService } from '../outbox.service.js';
import { SmtpTransport } from '../smtp-transport.js';
import { resumeMail } from './send-mail.job.js';

const AT_ONCE = 500;

/** Mail that was written while no mail server was set goes out once there is one. */
@Injectable()
@HandlesSchedule(resumeMail)
export class ResumeMail implements ScheduleHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxService,
    private readonly transport: SmtpTransport,
  ) {}

  async run(): Promise<void> {
    if (!this.transport.available) return;
    const waiting = await this.dataSource.query<{ organization_id: string; mail_id: string }[]>('SELECT * FROM app.mail_without_server($1)', [AT_ONCE]);
    for (const { organization_id: organizationId, mail_id: mailId } of waiting) await this.outbox.resume(systemActor(organizationId), mailId);
  }
}
