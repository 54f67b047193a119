import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../config/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { openTransport } from './open-transport.js';
import { Transport } from './transport.js';

/** Gives the process its `Transport`. */
@Global()
@Module({
  providers: [{ provide: Transport, useFactory: (config: Config, logger: Logger) => openTransport(config, logger), inject: [Config, LOGGER] }],
  exports: [Transport],
})
export class TransportModule implements OnApplicationShutdown {
  constructor(@Inject(Transport) private readonly transport: Transport) {}

  async onApplicationShutdown(): Promise<void> {
    await this.transport.close();
  }
}
