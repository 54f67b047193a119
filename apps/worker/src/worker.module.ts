import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, ConfigModule } from '@throughline/platform/config';
import { DatabaseModule } from '@throughline/platform/database';
import { AuditSealModule, CommitHintModule, ConsumersModule, RelayModule } from '@throughline/platform/events';
import { JobWorkerModule } from '@throughline/platform/jobs';
import { type Logger, ObservabilityModule } from '@throughline/platform/observability';
import { ReadModule } from '@throughline/platform/read';
import { TransportModule } from '@throughline/platform/realtime';
import { productFeatures } from '@throughline/product/features';
import type { DataSource } from 'typeorm';

/** What the process is made of before any module exists. */
export interface WorkerParts {
  config: Config;
  logger: Logger;
  dataSource: DataSource;
}

/** Composition of the worker process: relay, consumers, jobs; the features bring what is to be done. */
@Module({})
export class WorkerModule {
  static forRoot({ config, logger, dataSource }: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(config),
        ObservabilityModule.forRoot(logger),
        DatabaseModule.forRoot({ dataSource }),
        TransportModule,
        ReadModule,
        ...productFeatures,
        CommitHintModule,
        RelayModule,
        AuditSealModule,
        ConsumersModule,
        JobWorkerModule.forRoot(),
      ],
    };
  }
}
