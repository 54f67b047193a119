import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessModule } from '@throughline/identity/access';
import { DepartmentsModule } from '@throughline/identity/departments';
import { OrganizationsModule } from '@throughline/identity/organizations';
import { UsersModule } from '@throughline/identity/users';
import { RefusalLog } from '@throughline/platform/access';
import { AuditExportController } from './api/audit-export.controller.js';
import { AuditLogResolver } from './api/audit-log.resolver.js';
import { RecordHistoryResolver } from './api/record-history.resolver.js';
import { SecurityResolver } from './api/security.resolver.js';
import { RecordHistoryRepository } from './history/record-history.repository.js';
import { RecordHistoryService } from './history/record-history.service.js';
import { AuditEventRepository } from './log/audit-event.repository.js';
import { AuditExport } from './log/audit-export.js';
import { AuditLogService } from './log/audit-log.service.js';
import { SecurityAlerts } from './monitor/security-alerts.js';
import { SecurityOverviewService } from './monitor/security-overview.service.js';
import { ThresholdsService } from './monitor/thresholds.service.js';
import { RefusalRecorder } from './refusals/refusal-recorder.js';
import { RestoreDepartment, RestoreOrganization, RestoreRole, RestoreTeam, RestoreUser } from './restore/identity-restores.js';
import { RestorableRecords } from './restore/restorable-records.js';
import { RestoreService } from './restore/restore.service.js';
import { AccessReviewService } from './review/access-review.service.js';

/** What happened, for those who have to know: refusals, the audit log, histories, the security monitor (AUD-01 to AUD-04). */
@Global()
@Module({
  imports: [DiscoveryModule, AccessModule, DepartmentsModule, OrganizationsModule, UsersModule],
  controllers: [AuditExportController],
  providers: [
    RefusalRecorder, { provide: RefusalLog, useExisting: RefusalRecorder },
    AuditEventRepository, AuditLogService, AuditExport, AuditLogResolver,
    RecordHistoryRepository, RecordHistoryService, RecordHistoryResolver,
    SecurityOverviewService, ThresholdsService, SecurityAlerts, AccessReviewService, SecurityResolver,
    RestorableRecords, RestoreService, RestoreUser, RestoreDepartment, RestoreTeam, RestoreRole, RestoreOrganization,
  ],
  exports: [RefusalLog],
})
export class AuditModule {}
