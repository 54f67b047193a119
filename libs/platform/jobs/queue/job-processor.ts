import { Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { type Job, UnrecoverableError, type Worker, type WorkerOptions } from 'bullmq';
import { systemActor } from '../../access/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { DueWork } from '../work/due-work.js';
import { HandlerRegistry } from './handler-registry.js';
import { QUEUE } from './queue-backend.js';
import { type JobData, jobId } from './queue-reconciler.js';

/** How patient and how parallel a worker is. */
export type ProcessorOptions = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'removeOnComplete' | 'removeOnFail' | 'drainDelay'>;

/**
 * Set on purpose: by default a job is given up for good after the second death of a worker, and finished ones stay
 * for ever. What is given up is a dead letter in `due_work`; the queue's own list of failures is only a trace.
 */
export const PROCESSOR_OPTIONS: ProcessorOptions = {
  concurrency: 8,
  lockDuration: 30_000,
  stalledInterval: 10_000,
  maxStalledCount: 20,
  removeOnComplete: { count: 1_000, age: 3_600 },
  removeOnFail: { count: 1_000, age: 7 * 86_400 },
};

/** The worker of the queue, as a provider class; tests make one with shorter times. */
export function jobProcessor(options: ProcessorOptions = PROCESSOR_OPTIONS): Type<WorkerHost> {
  @Injectable()
  @Processor(QUEUE, { ...options, autorun: false })
  class JobProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
    private running: Promise<void> | null = null;

    constructor(
      private readonly handlers: HandlerRegistry,
      private readonly dueWork: DueWork,
      @Inject(LOGGER) private readonly logger: Logger,
    ) {
      super();
    }

    /** Not before everything is there that handlers need. */
    onApplicationBootstrap(): void {
      const worker: Worker = this.worker;
      worker.on('error', (error) => this.logger.warn({ err: error }, 'jobs: the queue does not answer'));
      worker.on('failed', (job, error) => this.logger.warn({ job: job?.id, kind: job?.name, attempt: job?.attemptsMade, err: error }, 'jobs: a try failed'));
      this.running = worker.run().catch((error: unknown) => this.logger.error({ err: error }, 'jobs: the worker stopped'));
    }

    /** Takes no more jobs and waits for those that run. */
    async beforeApplicationShutdown(): Promise<void> {
      await this.worker.close();
      await this.running;
    }

    async process(job: Job<JobData>): Promise<void> {
      const schedule = this.handlers.schedule(job.name);
      if (schedule) return schedule.run();
      const { id, organizationId } = job.data;
      const actor = systemActor(organizationId, `job ${job.id ?? ''}`);
      const row = await this.dueWork.open(actor, id);
      // Done by another worker, or superseded by a later round.
      if (!row || jobId(id, row.attempts) !== job.id) return;
      try {
        const handler = this.handlers.job(job.name);
        if (!handler) throw new UnrecoverableError(`Nobody handles ${job.name}.`);
        await handler.handle({ id, payload: row.payload, actor, attempt: job.attemptsMade + 1, once: (body) => this.dueWork.once(actor, id, body) });
      } catch (error) {
        const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
        if (last || error instanceof UnrecoverableError) await this.dueWork.giveUp(actor, id, error);
        throw error;
      }
      await this.dueWork.done(actor, id);
    }
  }
  return JobProcessor;
}
