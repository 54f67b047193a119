import { Numbers, type UnitOfWork } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import type { DataSource } from 'typeorm';
import { DealRepository, DealService } from '@throughline/sales/deals';
import { type CustomerServices, customerServices } from '../../customers/testing/customer-services.js';
import { FormRateLimit } from '../forms/form-rate-limit.js';
import { LeadFormSettingsService } from '../forms/lead-form-settings.service.js';
import { LeadFormService } from '../forms/lead-form.service.js';
import { ImportFile } from '../import/import-file.js';
import { ImportRunner } from '../import/import-runner.js';
import { ImportRepository } from '../import/import.repository.js';
import { ImportService } from '../import/import.service.js';
import { LeadBatch } from '../import/lead-batch.js';
import { LeadBatchRepository } from '../import/lead-batch.repository.js';
import { UploadService } from '../import/upload.service.js';
import { LeadAssignmentService } from '../lead-assignment.service.js';
import { LeadChanges } from '../lead-changes.js';
import { LeadConversionService } from '../lead-conversion.service.js';
import { LeadProgressService } from '../lead-progress.service.js';
import { LeadRepository } from '../lead.repository.js';
import { LeadService } from '../lead.service.js';
import { ScoringProfiles } from '../scoring/scoring-profiles.js';

/** The services of leads on a test's database. */
export interface LeadServices extends CustomerServices {
  leads: LeadService;
  progress: LeadProgressService;
  assignment: LeadAssignmentService;
  conversion: LeadConversionService;
  forms: LeadFormService;
  formSettings: LeadFormSettingsService;
  uploads: UploadService;
  imports: ImportService;
  runner: ImportRunner;
  numbers: Numbers;
}

/** @param appSecret signs the tokens of public forms */
export function leadServices(dataSource: DataSource, unitOfWork: UnitOfWork, appSecret: string): LeadServices {
  const customers = customerServices(unitOfWork);
  const { placement } = customers;
  const repository = new LeadRepository();
  const profiles = new ScoringProfiles();
  const changes = new LeadChanges(repository, profiles);
  const progress = new LeadProgressService(unitOfWork, repository, changes);
  const numbers = new Numbers(dataSource);
  const deals = new DealService(unitOfWork, new DealRepository(), numbers);
  const config = { appSecret };
  const importRows = new ImportRepository();
  const file = new ImportFile(unitOfWork, importRows);
  return {
    ...customers,
    numbers,
    leads: new LeadService(unitOfWork, repository, changes, placement),
    progress,
    assignment: new LeadAssignmentService(unitOfWork, repository, changes, progress, placement),
    conversion: new LeadConversionService(unitOfWork, repository, changes, customers.customers, customers.customerRows, customers.contacts, customers.duplicates, deals),
    forms: new LeadFormService(unitOfWork, config, new FormRateLimit(unitOfWork, config), changes, placement),
    formSettings: new LeadFormSettingsService(unitOfWork, placement),
    uploads: new UploadService(unitOfWork, importRows, placement),
    imports: new ImportService(unitOfWork, importRows, file, placement, new JobQueue(unitOfWork)),
    runner: new ImportRunner(unitOfWork, importRows, file, new LeadBatch(new LeadBatchRepository(), profiles)),
  };
}
