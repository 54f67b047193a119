import type { LoadResult } from './http-load.js';

const WARM_ANSWERS = 2_000;
const WARM_MS = 15_000;

/** One server under one kind of request. */
export interface Contestant {
  name: string;
  /** @param share of a whole round's time */
  run(share?: number): Promise<LoadResult>;
  /** Seconds of CPU its process has used. */
  cpu(): number;
}

export interface Standing {
  /** Median requests a second. */
  rate: number;
  p50: number;
  p95: number;
  /** Milliseconds of the server process's CPU for a request. */
  cpu: number;
  /** Milliseconds of the database's CPU for a request. */
  databaseCpu: number;
}

/** Runs contestants in turn, several rounds, so that whatever else the machine does hits all alike; answers medians. */
export async function interleaved(contestants: readonly Contestant[], rounds: number, databaseCpu: () => number): Promise<Map<string, Standing>> {
  const measured = new Map(contestants.map(({ name }) => [name, [] as Standing[]]));
  for (const { run } of contestants) await warm(run);
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, cpu } of contestants) {
      const [before, databaseBefore] = [cpu(), databaseCpu()];
      const { answers: requests, rate, p50, p95 } = await run();
      measured.get(name)?.push({ rate, p50, p95, cpu: (cpu() - before) * 1000 / requests, databaseCpu: (databaseCpu() - databaseBefore) * 1000 / requests });
    }
  }
  return new Map([...measured].map(([name, list]) => [name, {
    rate: median(list.map(({ rate }) => rate)), p50: median(list.map(({ p50 }) => p50)), p95: median(list.map(({ p95 }) => p95)),
    cpu: median(list.map(({ cpu }) => cpu)), databaseCpu: median(list.map((each) => each.databaseCpu)),
  }]));
}

/** Until V8 has compiled what is hot, and caches and plans are there: so many answers, or so long on a machine that is busy with other things. */
async function warm(run: Contestant['run']): Promise<void> {
  for (let answers = 0, from = performance.now(); answers < WARM_ANSWERS && performance.now() - from < WARM_MS;) answers += (await run(0.5)).answers;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
