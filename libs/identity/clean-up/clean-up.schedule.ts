import { Inject, Injectable } from '@nestjs/common';
import { defineSchedule, HandlesSchedule, type ScheduleHandler } from '@throughline/platform/jobs';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { CleanUpService } from './clean-up.service.js';

export const cleanUpWaysIn = defineSchedule('identity.cleanUp', { meaning: 'Removes links, codes, sessions and sign-ups that are over.', everyMs: 24 * 3_600_000 });

@Injectable()
@HandlesSchedule(cleanUpWaysIn)
export class CleanUpWaysIn implements ScheduleHandler {
  constructor(
    private readonly cleanUp: CleanUpService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    this.logger.info({ removed: await this.cleanUp.run() }, 'clean-up: done');
  }
}
