import { Module } from '@nestjs/common';
import { DealRepository } from './deal.repository.js';
import { DealService } from './deal.service.js';
import { PipelineService } from './pipeline.service.js';

/** Pipelines and deals (stage 3 of the nine). */
@Module({
  providers: [DealRepository, DealService, PipelineService],
  exports: [DealRepository, DealService, PipelineService],
})
export class DealsModule {}
