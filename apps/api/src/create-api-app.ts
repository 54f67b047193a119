import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import type { ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@throughline/platform/config';
import { type ApiHandler, factsOf, FrontDoor } from '@throughline/platform/http';
import { createLogger, type Logger, NestLogger, QueryLogger } from '@throughline/platform/observability';
import type { IncomingMessage } from 'node:http';
import { createAppDataSource } from '../../../ormconfig.js';
import { AppModule } from './app.module.js';

/** Bodies of routes that do not say otherwise; uploads set their own. */
const BODY_LIMIT = 1024 * 1024;

export interface ApiApp {
  nest: NestFastifyApplication;
  frontDoor: FrontDoor;
  logger: Logger;
}

/**
 * Builds the API, connected to its database but not yet listening. Used by `main.ts` and by tests.
 *
 * @param options.features instead of the product's own, for tests of the platform
 * @throws Error when the database cannot be reached, or a root field declares no access
 */
export async function createApiApp(config: Config, options: { logger?: Logger; features?: ModuleMetadata['imports'] } = {}): Promise<ApiApp> {
  const logger = options.logger ?? createLogger(config.logLevel, 'api');
  const frontDoor = new FrontDoor(config, logger);
  const dataSource = createAppDataSource(config.databaseUrls.app, config.databasePoolSize);
  dataSource.setOptions({ logger: new QueryLogger(logger), maxQueryExecutionTime: config.slowQueryMs, logging: ['error'] });
  const adapter = new FastifyAdapter({
    serverFactory: (handler: ApiHandler) => frontDoor.createServer(handler),
    genReqId: (request: IncomingMessage) => factsOf(request, config).id,
    bodyLimit: BODY_LIMIT,
    // Addresses come from `factsOf`, so that there is one rule for every path and transport.
    trustProxy: false,
    forceCloseConnections: 'idle',
    skipMiddie: true,
  });
  const nest = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({ config, logger, dataSource, frontDoor, ...(options.features ? { features: options.features } : {}) }),
    adapter,
    { logger: new NestLogger(logger), abortOnError: false },
  );
  await nest.register(fastifyCookie);
  await nest.init();
  await adapter.getInstance().ready();
  return { nest, frontDoor, logger };
}
