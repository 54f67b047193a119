import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Injection token of the process's `Logger`: `@Inject(LOGGER) private readonly logger: Logger`. */
export const LOGGER = Symbol('LOGGER');

/** Gives every feature the process's logger. */
@Global()
@Module({})
export class ObservabilityModule {
  static forRoot(logger: Logger): DynamicModule {
    return { module: ObservabilityModule, providers: [{ provide: LOGGER, useValue: logger }], exports: [LOGGER] };
  }
}
