import { createApiApp } from '../../../apps/api/src/create-api-app.js';
import { endCleanly } from '../../../apps/api/src/shutdown.js';
import { loadConfig } from '@throughline/platform/config';
import { OpenSockets } from '@throughline/platform/graphql';
import type { AddressInfo } from 'node:net';

/**
 * The API as it is, in a process of its own that also tells its parent how much memory it holds once the garbage is
 * collected (`node --expose-gc`).
 */
const config = loadConfig();
const app = await createApiApp(config);
endCleanly(app, config);
await app.nest.listen(0, '127.0.0.1');
process.on('unhandledRejection', (error) => app.logger.error({ err: error }, 'unhandled rejection'));

process.on('message', () => {
  void report();
});
process.send?.({ port: (app.nest.getHttpServer().address() as AddressInfo).port });

async function report(): Promise<void> {
  // Twice: what the first collection finalizes only the second one frees.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    await new Promise((done) => setImmediate(done));
  }
  process.send?.({ heapUsed: process.memoryUsage().heapUsed, sockets: app.nest.get(OpenSockets).count });
}
