import type { Transport } from '../../realtime/transport/index.js';
import { ConsumerLoop, type LoopOptions, type LoopParts } from './consumer-loop.js';
import { ConsumerWake } from './consumer-wake.js';
import type { ConsumerRegistry } from './consumer-registry.js';

/** What the runner is made of. */
export interface RunnerParts extends LoopParts {
  registry: Pick<ConsumerRegistry, 'all'>;
  transport: Transport;
}

/**
 * Drives every consumer through the log, each by itself. Any number may run: a cursor is held by one transaction at a
 * time, the others pass on.
 */
export class ConsumerRunner {
  private loops: ConsumerLoop[] = [];
  private running: Promise<unknown> | null = null;
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly parts: RunnerParts,
    private readonly options: LoopOptions = { lookEveryMs: 1_000, tries: 4 },
  ) {}

  async start(): Promise<void> {
    this.loops = this.parts.registry.all.map((consumer) => new ConsumerLoop(consumer, this.parts, this.options));
    this.running = Promise.all(this.loops.map((loop) => loop.run()));
    const wake = new ConsumerWake(this.loops, (spans) => this.parts.backlog.kindsOf(spans));
    this.stopListening = await this.parts.transport.subscribe('positions', { onMessages: (messages) => wake.note(messages), onReconnected: () => wake.everybody() });
  }

  /** Finishes the events at hand. */
  async stop(): Promise<void> {
    this.stopListening?.();
    for (const loop of this.loops) loop.stop();
    await this.running;
  }
}
