import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './say.mjs';

/**
 * Waits until an address answers with a status under `below`.
 * @param {string} url
 * @param {{ withinMs: number, name: string, giveUp?: () => boolean, log: string, below?: number }} options
 * @throws Problem naming the process and its log
 */
export async function waitReady(url, { withinMs, name, giveUp = () => false, log, below = 400 }) {
  let last = 'no answer';
  for (const from = Date.now(); Date.now() - from < withinMs && !giveUp(); await sleep(50)) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
      if (answer.status < below) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
  }
  throw new Problem(`${name} did not become ready (${last}). Its log: ${log}`);
}
