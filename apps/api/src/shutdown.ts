import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '@throughline/platform/config';
import type { ApiApp } from './create-api-app.js';

/** The whole end within 30 s (quality.md): the delay before it is at most 20 s, what is left is for closing. */
const WHOLE_MS = 28_000;
const REQUESTS_MS = 20_000;

/**
 * Ends the process cleanly on SIGTERM, SIGINT, or when the launcher that started it is gone: not ready, wait for load
 * balancers, finish what is under way, close, exit 0.
 */
export function endCleanly({ nest, frontDoor, logger }: ApiApp, config: Config): void {
  let ending = false;
  const end = (why: string): void => {
    if (ending) return;
    ending = true;
    logger.info({ why }, 'closing');
    setTimeout(() => {
      logger.error('closing took too long');
      process.exit(1);
    }, WHOLE_MS).unref();
    frontDoor.startDraining();
    delay(config.drainDelayMs)
      .then(() => frontDoor.close(Math.min(REQUESTS_MS, WHOLE_MS - config.drainDelayMs - 2_000)))
      .then(() => nest.close())
      .then(() => {
        logger.info('closed');
        process.exit(0);
      })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exit(1);
      });
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('disconnect', () => end('the launcher is gone'));
}
