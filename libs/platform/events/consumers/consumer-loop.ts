import { setTimeout as delay } from 'node:timers/promises';
import { Signal } from '../../kernel/index.js';
import type { Logger } from '../../observability/index.js';
import { backOff } from '../../realtime/transport/index.js';
import type { Behind, ConsumerBacklog } from './consumer-backlog.js';
import type { RegisteredConsumer } from './consumer-registry.js';
import { ConsumptionError, type Consumption } from './consumption.js';

export interface LoopParts {
  consumption: Consumption;
  backlog: ConsumerBacklog;
  logger: Logger;
}

export interface LoopOptions {
  /** Looks by itself this often, milliseconds. */
  lookEveryMs: number;
  /** Tries before an event is left to a job. */
  tries: number;
}

/** Rounds at most this often, milliseconds: a storm of changes is looked at in strides. */
const BETWEEN_MS = 20;
/** A cursor that has nothing to take is stored only now and then. */
const STORE_EVERY = 1_000;

/** An organization whose next event failed. */
interface Trouble {
  tries: number;
  /** How often in a row it failed before an event was reached. */
  setBacks: number;
  /** Not tried again before, milliseconds since 1970. */
  until: number;
}

/** Drives one consumer through every organization's log; an organization in trouble does not hold up the others. */
export class ConsumerLoop {
  private readonly wake = new Signal();
  private readonly troubles = new Map<string, Trouble>();
  /** Up to where nothing more concerns it, by organization; in memory only, the stored cursor may lag behind. */
  private readonly looked = new Map<string, number>();
  private stopping = false;

  constructor(
    private readonly consumer: RegisteredConsumer,
    private readonly parts: LoopParts,
    private readonly options: LoopOptions,
  ) {}

  get kinds(): readonly string[] {
    return this.consumer.definition.kinds;
  }

  look(): void {
    this.wake.raise();
  }

  stop(): void {
    this.stopping = true;
    this.wake.raise();
  }

  /** Until `stop`. */
  async run(): Promise<void> {
    const { definition } = this.consumer;
    let registered = false;
    for (let failures = 0; !this.stopping;) {
      try {
        if (!registered) await this.parts.backlog.register([definition]);
        registered = true;
        for (const where of await this.parts.backlog.behind(definition, this.looked)) await this.visit(where).catch((error: unknown) => this.setBack(where.organizationId, error));
        failures = 0;
      } catch (error) {
        failures++;
        this.parts.logger.warn({ consumer: definition.name, err: error }, 'consumers: trying again');
      }
      if (!this.stopping) await delay(BETWEEN_MS);
      if (!this.stopping) await this.wake.wait(failures > 0 ? backOff(failures) : this.untilNextTry());
    }
  }

  private untilNextTry(): number {
    const next = Math.min(...[...this.troubles.values()].map((trouble) => trouble.until - Date.now()), this.options.lookEveryMs);
    return Math.max(next, 1);
  }

  private async visit({ organizationId, head, cursor, concerned }: Behind): Promise<void> {
    const trouble = this.troubles.get(organizationId);
    if (trouble && trouble.until > Date.now()) return;
    if (concerned || head - cursor > STORE_EVERY) await this.catchUp(organizationId, head);
    else this.looked.set(organizationId, head);
  }

  private async catchUp(organizationId: string, head: number): Promise<void> {
    while (!this.stopping) {
      try {
        const step = await this.parts.consumption.step(this.consumer, organizationId, head);
        this.troubles.delete(organizationId);
        if (step !== 'TOOK') return;
      } catch (error) {
        if (!(error instanceof ConsumptionError)) throw error;
        if (!(await this.fail(organizationId, error))) return;
      }
    }
  }

  /** Nothing to do with an event: a suspended organization, a lost connection. Tried again, and the others meanwhile. */
  private setBack(organizationId: string, cause: unknown): void {
    const { tries = 0, setBacks = 0 } = this.troubles.get(organizationId) ?? {};
    this.parts.logger.warn({ consumer: this.consumer.definition.name, organizationId, err: cause }, 'consumers: an organization has to wait');
    this.troubles.set(organizationId, { tries, setBacks: setBacks + 1, until: Date.now() + backOff(setBacks + 1) });
  }

  /** @returns whether to go on at once: the event was left to a job */
  private async fail(organizationId: string, { position, cause }: ConsumptionError): Promise<boolean> {
    const tries = (this.troubles.get(organizationId)?.tries ?? 0) + 1;
    this.parts.logger.warn({ consumer: this.consumer.definition.name, position, tries, err: cause }, 'consumers: an event failed');
    if (tries < this.options.tries) {
      this.troubles.set(organizationId, { tries, setBacks: 0, until: Date.now() + backOff(tries) });
      return false;
    }
    await this.parts.consumption.park(this.consumer, organizationId, position);
    this.troubles.delete(organizationId);
    return true;
  }
}
