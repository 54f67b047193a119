import type { AddressInfo } from 'node:net';
import { ConfigError, loadConfig } from '@throughline/platform/config';
import { createLogger } from '@throughline/platform/observability';
import { createApiApp } from './create-api-app.js';
import { endCleanly } from './shutdown.js';

/** Starts the API; the process ends with code 1 and one readable message when it cannot. */
const logger = createLogger('info', 'api');
process.on('unhandledRejection', (error) => logger.error({ err: error }, 'unhandled rejection'));
try {
  const config = loadConfig();
  const app = await createApiApp(config);
  endCleanly(app, config);
  await app.nest.listen(config.port, config.host);
  const { port } = app.nest.getHttpServer().address() as AddressInfo;
  app.logger.info({ host: config.host, port, publicUrl: config.publicUrl }, 'listening');
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else logger.fatal({ err: error }, 'the API could not start');
  process.exit(1);
}
