import { Signal } from '../../kernel/index.js';
import type { Logger } from '../../observability/index.js';
import { type Transport, backOff } from '../../realtime/transport/index.js';
import { RelaySession } from './relay-session.js';

export interface RelayOptions {
  /** Of the relay's role. */
  connectionString: string;
  transport: Transport;
  logger: Logger;
  /** Events a transaction. */
  batch?: number;
  /** Looks by itself this often, however many hints get lost; milliseconds. */
  lookEveryMs?: number;
  /** How often one that waits tries for the lock, milliseconds. */
  lockEveryMs?: number;
}

/**
 * Gives committed events their positions and tells readers how far each organization is. Any number may run; the one
 * that holds the lock works, the others wait and take over when its session ends. A crash at any point loses nothing:
 * events without a position are still pending, positions nobody was told of are told by the next relay.
 */
export class Relay {
  private readonly wake = new Signal();
  /** Raised by `stop` alone: hints are for the one that leads. */
  private readonly stopped = new Signal();
  private stopping = false;
  private running: Promise<void> | null = null;
  private stopListening: (() => void) | null = null;
  private leads = false;

  constructor(private readonly options: RelayOptions) {}

  /** Whether this one holds the lock. */
  get leading(): boolean {
    return this.leads;
  }

  async start(): Promise<void> {
    const wake = (): void => this.wake.raise();
    this.running = this.run();
    this.stopListening = await this.options.transport.subscribe('committed', { onMessages: wake, onReconnected: wake });
  }

  /** Finishes the running batch and gives the lock back. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopListening?.();
    this.wake.raise();
    this.stopped.raise();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let attempt = 0; !this.stopping; attempt++) {
      let session: RelaySession | null = null;
      try {
        session = await RelaySession.open(this.options.connectionString);
        attempt = 0;
        if (await this.waitForLock(session)) await this.lead(session);
      } catch (error) {
        this.options.logger.warn({ err: error }, 'relay: connection lost, trying again');
      } finally {
        this.leads = false;
        await session?.close();
      }
      if (!this.stopping) await this.stopped.wait(backOff(attempt));
    }
  }

  private async waitForLock(session: RelaySession): Promise<boolean> {
    while (!this.stopping) {
      if (await session.tryLock()) return true;
      await this.stopped.wait(this.options.lockEveryMs ?? 200);
    }
    return false;
  }

  private async lead(session: RelaySession): Promise<void> {
    const { transport, logger, batch = 500, lookEveryMs = 250 } = this.options;
    this.leads = true;
    logger.info('relay: leading');
    await transport.publish('positions', await session.heads());
    while (!this.stopping) {
      const { moved, events } = await session.assign(batch);
      if (moved.length > 0) await transport.publish('positions', moved);
      if (events < batch) await this.wake.wait(lookEveryMs);
    }
  }
}
