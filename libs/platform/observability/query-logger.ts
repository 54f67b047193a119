import type { Logger as TypeormLogger } from 'typeorm';
import type { Logger } from './logger.js';

/** TypeORM's voice in our log: slow and failing statements, never their parameters. */
export class QueryLogger implements TypeormLogger {
  constructor(private readonly logger: Logger) {}

  logQuerySlow(time: number, query: string): void {
    this.logger.warn({ milliseconds: time, statement: oneLine(query) }, 'slow query');
  }

  /** A failure is answered or logged by whoever asked; this line only tells which statement it was. */
  logQueryError(error: string | Error, query: string): void {
    this.logger.debug({ statement: oneLine(query), err: error instanceof Error ? error : new Error(error) }, 'query failed');
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.logger[level === 'warn' ? 'warn' : 'debug'](String(message));
  }

  logMigration(message: string): void {
    this.logger.info(message);
  }

  logQuery(): void {
    // Every statement would drown everything else.
  }

  logSchemaBuild(): void {
    // Tables come from migrations only.
  }
}

const oneLine = (query: string): string => query.replace(/\s+/g, ' ').trim().slice(0, 1_000);
