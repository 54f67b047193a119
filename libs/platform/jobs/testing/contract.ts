import { DynamicModule, Global, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { Config, ConfigModule, loadConfig } from '../../config/index.js';
import { DatabaseModule } from '../../database/index.js';
import { ObservabilityModule } from '../../observability/index.js';
import { TransportModule } from '../../realtime/transport/index.js';
import { defineJob, defineSchedule } from '../define-job.js';
import { HandlesJob, HandlesSchedule, type JobHandler, type RunningJob, type ScheduleHandler } from '../job-handler.js';
import { JobsModule, JobWorkerModule } from '../jobs.module.js';
import type { ProcessorOptions } from '../queue/job-processor.js';

/** What the contract's job is told to do, by its payload. */
export interface ContractPayload {
  /** Goes into the log of effects. */
  mark: string;
  /** Throws in this many first tries. */
  failures?: number;
  /** Never ends in a process that was told to hang. */
  hangs?: boolean;
}

export const contractJob = defineJob<ContractPayload>('contract.do', { meaning: 'Does what the contract suite says.', attempts: 3, backOffMs: 100 });
export const contractTick = defineSchedule('contract.tick', { meaning: 'Ticks.', everyMs: 150 });

/** Notes every run in the table `run`, and every effect that counts once in the table `effect`. */
@Injectable()
@HandlesJob(contractJob)
class ContractHandler implements JobHandler<ContractPayload> {
  constructor(private readonly dataSource: DataSource) {}

  async handle({ payload, attempt, once }: RunningJob<ContractPayload>): Promise<void> {
    await this.dataSource.query('INSERT INTO run (mark, attempt) VALUES ($1, $2)', [payload.mark, attempt]);
    if (payload.hangs && process.env['CONTRACT_HANGS']) await new Promise(() => undefined);
    if (attempt <= (payload.failures ?? 0)) throw new Error(`Try ${attempt} fails for somebody@example.com.`);
    await once((work) => work.execute('INSERT INTO effect (mark) VALUES ($1)', [payload.mark]));
  }
}

@Injectable()
@HandlesSchedule(contractTick)
class ContractTick implements ScheduleHandler {
  constructor(private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    await this.dataSource.query(`INSERT INTO run (mark, attempt) VALUES ('tick', 0)`);
  }
}

/** Short times, so that a death is noticed within a second or two. */
const QUICK: ProcessorOptions = {
  concurrency: 4, lockDuration: 800, stalledInterval: 300, maxStalledCount: 20, drainDelay: 1,
  removeOnComplete: { count: 5 }, removeOnFail: { count: 5 },
};

/** Starts a worker as `apps/worker` would, with the contract's job. */
export async function startContractWorker(settings: { databaseUrl: string; redisUrl: string | null }, options = QUICK): Promise<INestApplicationContext> {
  const config = loadConfig({ ...process.env, DATABASE_URL: settings.databaseUrl, REDIS_URL: settings.redisUrl ?? undefined });
  const dataSource = new DataSource({ type: 'postgres', url: config.databaseUrls.app, extra: { max: 10, pipeline: true } });
  return NestFactory.createApplicationContext(workerModule(config, dataSource, options), { logger: false, abortOnError: false });
}

function workerModule(config: Config, dataSource: DataSource, options: ProcessorOptions): DynamicModule {
  @Global()
  @Module({ providers: [ContractHandler, ContractTick] })
  class Handlers {}

  @Module({})
  class ContractWorker {}
  return {
    module: ContractWorker,
    imports: [
      ConfigModule.forRoot(config), ObservabilityModule.forRoot(pino({ level: 'silent' })), DatabaseModule.forRoot({ dataSource }),
      TransportModule, JobsModule, JobWorkerModule.forRoot(options), Handlers,
    ],
  };
}
