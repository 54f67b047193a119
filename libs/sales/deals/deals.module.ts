import { Module } from '@nestjs/common';
import { CustomerDealsResolver } from './api/deal-edges.resolver.js';
import { DealResolver } from './api/deal.resolver.js';
import { PipelineResolver } from './api/pipeline.resolver.js';
import { PipelineSettingsResolver } from './api/pipeline-settings.resolver.js';
import { DealRepository } from './deal.repository.js';
import { DealService } from './deal.service.js';
import { PipelineSettingsService } from './pipeline-settings.service.js';
import { PipelineService } from './pipeline.service.js';
import { RestorePipeline } from './pipeline-restore.js';
import { RestoreDeal } from './deal-restore.js';
import './deal.held.js';

/** Pipelines and deals (stage 3 of the nine). */
@Module({
  providers: [DealRepository, DealService, RestoreDeal, PipelineService, PipelineSettingsService, RestorePipeline, DealResolver, PipelineResolver, PipelineSettingsResolver, CustomerDealsResolver],
  exports: [DealRepository, DealService, PipelineService],
})
export class DealsModule {}
