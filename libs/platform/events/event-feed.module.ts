import { type BeforeApplicationShutdown, Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { Transport } from '../realtime/transport/index.js';
import { EventLog } from './log/event-log.js';
import { EventReader } from './reader/event-reader.js';

/** Gives the API process its one `EventReader`. */
@Module({
  providers: [
    {
      provide: EventLog,
      useFactory: (config: Config, logger: Logger) =>
        new EventLog(config.databaseUrls.app, (error) => logger.warn({ err: error }, 'feed: a connection was lost')),
      inject: [Config, LOGGER],
    },
    {
      provide: EventReader,
      useFactory: (log: EventLog, transport: Transport, logger: Logger, config: Config) => new EventReader(log, transport, logger, { horizon: config.feedHorizon }),
      inject: [EventLog, Transport, LOGGER, Config],
    },
  ],
  exports: [EventReader],
})
export class EventFeedModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(EventReader) private readonly reader: EventReader,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.reader.start();
  }

  beforeApplicationShutdown(): void {
    this.reader.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.log.close();
  }
}
