import { Module } from '@nestjs/common';
import { AccessModule } from '@throughline/identity/access';
import { CustomersModule } from '@throughline/sales/customers';
import { DealsModule } from '@throughline/sales/deals';
import { LeadBulkResolver } from './api/lead-bulk.resolver.js';
import { LeadConversionResolver } from './api/lead-conversion.resolver.js';
import { LeadFormResolver } from './api/lead-form.resolver.js';
import { LeadImportController } from './api/lead-import.controller.js';
import { LeadImportResolver } from './api/lead-import.resolver.js';
import { LeadProgressResolver } from './api/lead-progress.resolver.js';
import { DealLeadResolver, LeadResolver } from './api/lead.resolver.js';
import { FormRateLimit } from './forms/form-rate-limit.js';
import { LeadFormSettingsService } from './forms/lead-form-settings.service.js';
import { RestoreLeadForm } from './forms/lead-form-restore.js';
import { LeadFormService } from './forms/lead-form.service.js';
import { ImportFile } from './import/import-file.js';
import { ImportRunner } from './import/import-runner.js';
import { ImportRepository } from './import/import.repository.js';
import { ImportService } from './import/import.service.js';
import { LeadBatch } from './import/lead-batch.js';
import { LeadBatchRepository } from './import/lead-batch.repository.js';
import { UploadService } from './import/upload.service.js';
import { RunLeadImport } from './jobs/run-lead-import.js';
import { LeadAssignmentService } from './lead-assignment.service.js';
import { LeadChanges } from './lead-changes.js';
import { LeadConversionService } from './lead-conversion.service.js';
import { RestoreLead } from './lead-restore.js';
import { LeadProgressService } from './lead-progress.service.js';
import { LeadRepository } from './lead.repository.js';
import { LeadService } from './lead.service.js';
import { LeadScoringResolver } from './api/lead-scoring.resolver.js';
import { RescoreLeads } from './scoring/rescore-leads.js';
import { ScoringPreviewService } from './scoring/scoring-preview.service.js';
import { RestoreScoring } from './scoring/scoring-restore.js';
import { ScoringSettingsService } from './scoring/scoring-settings.service.js';
import './scoring/scoring.read.js';
import { ScoringProfiles } from './scoring/scoring-profiles.js';
import './lead.held.js';

/** Stages 1 to 3: enquiries arrive, are qualified and become customer, contact and deal. */
@Module({
  imports: [AccessModule, CustomersModule, DealsModule],
  providers: [
    LeadRepository, LeadChanges, ScoringProfiles, LeadService, LeadProgressService, LeadAssignmentService, LeadConversionService, RestoreLead,
    ScoringSettingsService, ScoringPreviewService, RestoreScoring, RescoreLeads, LeadScoringResolver,
    LeadFormService, LeadFormSettingsService, RestoreLeadForm, FormRateLimit,
    ImportRepository, ImportFile, ImportService, ImportRunner, LeadBatch, LeadBatchRepository, UploadService, RunLeadImport,
    LeadImportResolver, LeadResolver, DealLeadResolver, LeadProgressResolver, LeadBulkResolver, LeadConversionResolver, LeadFormResolver,
  ],
  controllers: [LeadImportController],
  exports: [UploadService, ImportService, ImportRunner, LeadService, LeadProgressService, LeadConversionService, LeadFormService, LeadFormSettingsService],
})
export class LeadsModule {}
