import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from '../config/index.js';
import { mask, maskText } from './mask.js';

export type { Logger };

const options = (level: LogLevel, process: string): LoggerOptions => ({
  level,
  base: { process },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: {
    level: (label) => ({ level: label }),
    log: (object) => mask(object) as Record<string, unknown>,
  },
  // Masking has already turned errors into plain objects.
  serializers: { err: (error: unknown) => error },
  hooks: {
    logMethod(args, method) {
      // pino would copy a bare error's message as it is.
      const [first, ...rest] = args as unknown[];
      const list = first instanceof Error ? [{ err: first }, ...(rest.length > 0 ? rest : [first.message])] : args;
      const masked = (list as unknown[]).map((arg) => (typeof arg === 'string' ? maskText(arg) : arg));
      method.apply(this, masked as typeof args);
    },
  },
});

/**
 * A logger that writes one JSON object a line and masks secrets and personal values in whatever it is given.
 *
 * @param process which process speaks: `api`, `worker`
 * @param destination standard output when absent
 */
export function createLogger(level: LogLevel, process: string, destination?: DestinationStream): Logger {
  return destination ? pino(options(level, process), destination) : pino(options(level, process));
}
