import { type BeforeApplicationShutdown, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/index.js';
import { LOGGER, type Logger } from '../observability/index.js';
import { Transport } from '../realtime/transport/index.js';
import { Relay } from './relay/relay.js';

/** Runs the relay; the worker process has it. */
@Module({
  providers: [{
    provide: Relay,
    useFactory: (config: Config, transport: Transport, logger: Logger) => new Relay({ connectionString: config.databaseUrls.relay, transport, logger }),
    inject: [Config, Transport, LOGGER],
  }],
  exports: [Relay],
})
export class RelayModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(Relay) private readonly relay: Relay) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
