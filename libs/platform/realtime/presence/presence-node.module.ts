import { type BeforeApplicationShutdown, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { OpenSockets } from '../../graphql/index.js';
import { Transport } from '../transport/index.js';
import { PresenceNode } from './presence-node.js';

/** Gives the API process its `PresenceNode`. */
@Module({
  providers: [{ provide: PresenceNode, useFactory: (transport: Transport, sockets: OpenSockets) => new PresenceNode(transport, sockets), inject: [Transport, OpenSockets] }],
  exports: [PresenceNode],
})
export class PresenceNodeModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(PresenceNode) private readonly node: PresenceNode) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.node.start();
  }

  beforeApplicationShutdown(): void {
    this.node.stop();
  }
}
