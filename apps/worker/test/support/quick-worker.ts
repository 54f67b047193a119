// A worker with everything of the product that notices a death within a second or two; it is there to be killed.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, loadConfig } from '@throughline/platform/config';
import { DatabaseModule } from '@throughline/platform/database';
import { AuditSealModule, CommitHintModule, ConsumersModule, RelayModule } from '@throughline/platform/events';
import { JobWorkerModule } from '@throughline/platform/jobs';
import { createLogger, ObservabilityModule } from '@throughline/platform/observability';
import { ReadModule } from '@throughline/platform/read';
import { TransportModule } from '@throughline/platform/realtime';
import { productFeatures } from '@throughline/product/features';
import { createAppDataSource } from '../../../../ormconfig.js';

const config = loadConfig();

@Module({
  imports: [
    ConfigModule.forRoot(config), ObservabilityModule.forRoot(createLogger('error', 'worker')), DatabaseModule.forRoot({ dataSource: createAppDataSource(config.databaseUrls.app, 12) }),
    TransportModule, ReadModule, ...productFeatures, CommitHintModule, RelayModule, AuditSealModule, ConsumersModule,
    JobWorkerModule.forRoot({ concurrency: 4, lockDuration: 800, stalledInterval: 300, maxStalledCount: 20, drainDelay: 1, removeOnComplete: { count: 5 }, removeOnFail: { count: 5 } }),
  ],
})
class QuickWorker {}

await NestFactory.createApplicationContext(QuickWorker, { logger: false, abortOnError: false });
process.stdout.write('ready\n');
