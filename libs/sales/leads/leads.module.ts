import { Module } from '@nestjs/common';
import { CustomersModule } from '@throughline/sales/customers';
import { DealsModule } from '@throughline/sales/deals';
import { LeadBulkResolver } from './api/lead-bulk.resolver.js';
import { LeadConversionResolver } from './api/lead-conversion.resolver.js';
import { LeadFormResolver } from './api/lead-form.resolver.js';
import { LeadProgressResolver } from './api/lead-progress.resolver.js';
import { DealLeadResolver, LeadResolver } from './api/lead.resolver.js';
import { FormRateLimit } from './forms/form-rate-limit.js';
import { LeadFormSettingsService } from './forms/lead-form-settings.service.js';
import { LeadFormService } from './forms/lead-form.service.js';
import { LeadAssignmentService } from './lead-assignment.service.js';
import { LeadChanges } from './lead-changes.js';
import { LeadConversionService } from './lead-conversion.service.js';
import { LeadProgressService } from './lead-progress.service.js';
import { LeadRepository } from './lead.repository.js';
import { LeadService } from './lead.service.js';
import { ScoringProfiles } from './scoring/scoring-profiles.js';

/** Stages 1 to 3: enquiries arrive, are qualified and become customer, contact and deal. */
@Module({
  imports: [CustomersModule, DealsModule],
  providers: [
    LeadRepository, LeadChanges, ScoringProfiles, LeadService, LeadProgressService, LeadAssignmentService, LeadConversionService,
    LeadFormService, LeadFormSettingsService, FormRateLimit,
    LeadResolver, DealLeadResolver, LeadProgressResolver, LeadBulkResolver, LeadConversionResolver, LeadFormResolver,
  ],
  exports: [LeadService, LeadProgressService, LeadConversionService, LeadFormService, LeadFormSettingsService],
})
export class LeadsModule {}
