import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@throughline/platform/config';
import { type Logger, NestLogger, QueryLogger } from '@throughline/platform/observability';
import { createAppDataSource } from '../../../ormconfig.js';
import { WorkerModule } from './worker.module.js';

/** Jobs, consumers and what they call use so many connections; the relay and the queue have their own. */
const POOL_SIZE = 12;

/**
 * Builds the worker and starts its work.
 *
 * @throws Error when the database cannot be reached, or when a job or consumer has no handler
 */
export async function createWorker(config: Config, logger: Logger): Promise<INestApplicationContext> {
  const dataSource = createAppDataSource(config.databaseUrls.app, Math.min(config.databasePoolSize, POOL_SIZE));
  dataSource.setOptions({ logger: new QueryLogger(logger), maxQueryExecutionTime: config.slowQueryMs, logging: ['error'] });
  return NestFactory.createApplicationContext(WorkerModule.forRoot({ config, logger, dataSource }), {
    logger: new NestLogger(logger), abortOnError: false,
  });
}
