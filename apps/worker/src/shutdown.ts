import { rmSync, writeFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from '@throughline/platform/observability';

/** Running jobs get this long (quality.md: SIGTERM, drain, exit 0 within 30 s). */
const WHOLE_MS = 28_000;

/**
 * Tells whoever waits that the worker works: the line `worker ready` in the log, and a file where READY_FILE names one
 * (container health checks); gone as soon as it stops taking work.
 */
export function announceReady(logger: Logger, file = process.env['READY_FILE']): void {
  if (file) writeFileSync(file, `${process.pid}\n`);
  logger.info('worker ready');
}

/**
 * Ends the process cleanly on SIGTERM, SIGINT, or when the launcher that started it is gone: takes no more work, finishes
 * what runs, gives the relay's lock back, exit 0. What does not finish in time is done again by another worker.
 */
export function endCleanly(worker: INestApplicationContext, logger: Logger, file = process.env['READY_FILE']): void {
  let ending = false;
  const end = (why: string): void => {
    if (ending) return;
    ending = true;
    logger.info({ why }, 'closing');
    if (file) rmSync(file, { force: true });
    setTimeout(() => {
      logger.error('closing took too long');
      process.exit(1);
    }, WHOLE_MS).unref();
    worker.close().then(
      () => {
        logger.info('closed');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('disconnect', () => end('the launcher is gone'));
}
