import { type BeforeApplicationShutdown, Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/index.js';
import { defineSchedule, HandlesSchedule, type ScheduleHandler } from '../jobs/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { Transport } from '../realtime/transport/index.js';
import { ConsumeLaterHandler } from './consumers/consume-later.handler.js';
import { ConsumerBacklog } from './consumers/consumer-backlog.js';
import { ConsumerRegistry } from './consumers/consumer-registry.js';
import { ConsumerRunner } from './consumers/consumer-runner.js';
import { Consumption } from './consumers/consumption.js';

const pruneEffects = defineSchedule('consumerEffect.prune', { meaning: 'Removes effect keys no longer needed.', everyMs: 24 * 3_600_000 });

@Injectable()
@HandlesSchedule(pruneEffects)
class PruneEffects implements ScheduleHandler {
  constructor(private readonly backlog: ConsumerBacklog) {}

  async run(): Promise<void> {
    await this.backlog.prune();
  }
}

/** Runs the consumers of the event log; the worker process has it, beside `JobWorkerModule`. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    ConsumerRegistry, Consumption, ConsumeLaterHandler, PruneEffects,
    {
      provide: ConsumerBacklog,
      useFactory: (config: Config, logger: Logger) =>
        new ConsumerBacklog(config.databaseUrls.relay, (error) => logger.warn({ err: error }, 'consumers: a connection was lost')),
      inject: [Config, LOGGER],
    },
    {
      provide: ConsumerRunner,
      useFactory: (registry: ConsumerRegistry, consumption: Consumption, backlog: ConsumerBacklog, transport: Transport, logger: Logger) =>
        new ConsumerRunner({ registry, consumption, backlog, transport, logger }),
      inject: [ConsumerRegistry, Consumption, ConsumerBacklog, Transport, LOGGER],
    },
  ],
})
export class ConsumersModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(ConsumerRunner) private readonly runner: ConsumerRunner,
    @Inject(ConsumerBacklog) private readonly backlog: ConsumerBacklog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.runner.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.backlog.close();
  }
}
