import type { KeptProcess } from '../../live/kept-process.js';
import type { Random } from '../hostile/random.js';
import type { OwnRedis } from './own-redis.js';

/** Something that is broken on purpose. */
interface Fault { name: string; strike(): Promise<void> }

/** When something was broken, until it was whole again: `performance.now()`. */
export interface Window { name: string; from: number; to: number }

/** A process that has just started works slowly for a moment (nothing is compiled or planned yet), and its screens and readers are not where they were. */
const SETTLE_MS = 4_000;

/** Breaks processes and Redis one after the other, at moments of chance counted in deeds, none at the very beginning or end. */
export class Faults {
  readonly windows: Window[];
  private readonly plan: { at: number; fault: Fault }[];
  private running: Promise<unknown> = Promise.resolve();

  /** @param began when the first deed is done (`performance.now()`): the processes have started just before */
  constructor(parts: { apis: readonly KeptProcess[]; worker: KeptProcess; redis: OwnRedis }, counts: { kills: number; restarts: number; deeds: number }, random: Random, began: number) {
    this.windows = [{ name: 'start', from: began, to: began + SETTLE_MS }];
    const process = (name: string, kept: KeptProcess): Fault => ({ name: `kill -9 ${name}`, strike: async () => (await kept.kill(), void (await kept.start())) });
    // Every process is killed, in turn: each API, then the worker.
    const targets = [...parts.apis.map((api, index) => process(`api ${index + 1}`, api)), process('worker', parts.worker)];
    const faults = [
      ...Array.from({ length: counts.kills }, (_, index) => targets[index % targets.length]!),
      ...Array.from({ length: counts.restarts }, (): Fault => ({ name: 'restart of redis', strike: () => parts.redis.restart(random.between(50, 1_500)) })),
    ];
    for (let index = faults.length - 1; index > 0; index--) {
      const other = random.between(0, index);
      [faults[index], faults[other]] = [faults[other]!, faults[index]!];
    }
    const apart = counts.deeds / (faults.length + 1);
    this.plan = faults.map((fault, index) => ({ fault, at: Math.round(apart * (index + 1) + random.between(-Math.floor(apart / 4), Math.floor(apart / 4))) }));
  }

  /** @param deeds done so far */
  strikeAt(deeds: number): void {
    while (this.plan.length > 0 && deeds >= this.plan[0]!.at) {
      const { fault } = this.plan.shift()!;
      this.running = this.running.then(async () => {
        process.stderr.write(`${deeds} deeds: ${fault.name}\n`);
        const from = performance.now();
        await fault.strike();
        this.windows.push({ name: fault.name, from, to: performance.now() + SETTLE_MS });
      });
    }
  }

  /** @throws Error when something did not come back */
  async over(): Promise<void> {
    await this.running;
  }
}
