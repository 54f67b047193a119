import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../../config/index.js';
import { Signal } from '../../kernel/index.js';
import { LOGGER, type Logger } from '../../observability/index.js';
import { Transport } from '../../realtime/transport/index.js';
import { scheduleCatalogue } from '../define-job.js';
import { QUEUE } from './queue-backend.js';
import { type JobData, QueueReconciler } from './queue-reconciler.js';

const BATCH = 200;
const EVERY_MS = 250;
const TROUBLE_MS = 1_000;
/** A storm of commits is looked at once in this time. */
const BETWEEN_MS = 20;

/** Runs the reconciler: after commits, and by itself several times a second. Keeps the queue's schedules as declared. */
@Injectable()
export class QueueKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly reconciler: QueueReconciler;
  private readonly wake = new Signal();
  private stopping = false;
  private running: Promise<void> | null = null;
  private stopListening: (() => void) | null = null;

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue<JobData>,
    private readonly transport: Transport,
    config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.reconciler = new QueueReconciler({ connectionString: config.databaseUrls.relay, queue, logger, batch: BATCH });
    queue.on('error', (error) => logger.warn({ err: error }, 'jobs: the queue does not answer'));
  }

  async onApplicationBootstrap(): Promise<void> {
    const wake = (): void => this.wake.raise();
    this.stopListening = await this.transport.subscribe('committed', { onMessages: wake, onReconnected: wake });
    this.running = this.keep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.stopListening?.();
    this.wake.raise();
    await this.running;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reconciler.close();
  }

  private async keep(): Promise<void> {
    let scheduled = false;
    while (!this.stopping) {
      try {
        if (!scheduled) await this.keepSchedules();
        scheduled = true;
        if ((await this.reconciler.run()) < BATCH) await this.rest(EVERY_MS);
      } catch (error) {
        this.logger.warn({ err: error }, 'jobs: due work could not be handed over, trying again');
        await this.rest(TROUBLE_MS);
      }
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    const pause = new Signal();
    await pause.wait(this.stopping ? 0 : BETWEEN_MS);
    await this.wake.wait(milliseconds);
  }

  /** Schedules that no code declares any more are removed. */
  private async keepSchedules(): Promise<void> {
    const declared = scheduleCatalogue();
    for (const { name, everyMs } of declared) await this.queue.upsertJobScheduler(name, { every: everyMs }, { name, opts: { attempts: 1 } });
    for (const { key } of await this.queue.getJobSchedulers()) {
      if (!declared.some(({ name }) => name === key)) await this.queue.removeJobScheduler(key);
    }
  }
}
