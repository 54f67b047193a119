import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/index.js';
import { PruneDueWork } from './prune-due-work.js';
import { HandlerRegistry } from './queue/handler-registry.js';
import { jobProcessor, type ProcessorOptions } from './queue/job-processor.js';
import { QUEUE, useQueueBackend } from './queue/queue-backend.js';
import { QueueKeeper } from './queue/queue-keeper.js';
import { DueWork } from './work/due-work.js';
import { JobQueue } from './work/job-queue.js';

/** Lets features schedule work; every process has it. */
@Global()
@Module({ providers: [JobQueue], exports: [JobQueue] })
export class JobsModule {}

/** Does the scheduled work; the worker process has it. Needs `JobsModule`, a global `Transport`, `Config` and logger. */
@Module({})
export class JobWorkerModule {
  static forRoot(options?: ProcessorOptions): DynamicModule {
    return {
      module: JobWorkerModule,
      imports: [
        DiscoveryModule,
        BullModule.forRootAsync({ useFactory: (config: Config) => useQueueBackend(config), inject: [Config] }),
        BullModule.registerQueue({ name: QUEUE }),
      ],
      providers: [HandlerRegistry, DueWork, QueueKeeper, PruneDueWork, jobProcessor(options)],
      exports: [QueueKeeper],
    };
  }
}
