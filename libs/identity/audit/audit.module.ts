import { Global, Module } from '@nestjs/common';
import { RefusalLog } from '@throughline/platform/access';
import { AuditExportController } from './api/audit-export.controller.js';
import { AuditLogResolver } from './api/audit-log.resolver.js';
import { AuditEventRepository } from './log/audit-event.repository.js';
import { AuditExport } from './log/audit-export.js';
import { AuditLogService } from './log/audit-log.service.js';
import { RefusalRecorder } from './refusals/refusal-recorder.js';

/** What happened, for those who have to know: refusals, the audit log, histories, the security monitor (AUD-01 to AUD-04). */
@Global()
@Module({
  controllers: [AuditExportController],
  providers: [RefusalRecorder, { provide: RefusalLog, useExisting: RefusalRecorder }, AuditEventRepository, AuditLogService, AuditExport, AuditLogResolver],
  exports: [RefusalLog],
})
export class AuditModule {}
