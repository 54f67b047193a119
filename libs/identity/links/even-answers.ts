import { setTimeout as delay } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { LOGGER, type Logger } from '@throughline/platform/observability';

/** Longer than the work takes as a rule; if it takes longer, the answer does not wait for it. */
const ANSWER_AFTER_MS = 400;

/**
 * Answers after the same time whatever there is to do: whether an address has an account shows neither in the answer nor
 * in how long it takes (IAM-07).
 */
@Injectable()
export class EvenAnswers implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** Starts the work and returns after a fixed time. What fails goes into the log: an answer would tell that there was work. */
  async after(work: () => Promise<void>, what: string): Promise<void> {
    const task = work().catch((error: unknown) => this.logger.error({ err: error }, `${what} failed`));
    this.running.add(task);
    void task.finally(() => this.running.delete(task));
    await delay(ANSWER_AFTER_MS);
  }

  /** Until everything that was begun is done. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }
}
