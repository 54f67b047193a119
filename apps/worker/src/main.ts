import { ConfigError, loadConfig } from '@throughline/platform/config';
import { createLogger } from '@throughline/platform/observability';
import { createWorker } from './create-worker.js';
import { announceReady, endCleanly } from './shutdown.js';

/** Starts the worker; the process ends with code 1 and one readable message when it cannot. */
let logger = createLogger('info', 'worker');
process.on('unhandledRejection', (error) => logger.error({ err: error }, 'unhandled rejection'));
try {
  const config = loadConfig();
  logger = createLogger(config.logLevel, 'worker');
  const worker = await createWorker(config, logger);
  endCleanly(worker, logger);
  announceReady(logger);
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else logger.fatal({ err: error }, 'the worker could not start');
  process.exit(1);
}
