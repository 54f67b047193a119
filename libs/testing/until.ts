import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for something that another process or connection will bring about; looks every few milliseconds.
 *
 * @param look returns what was waited for, or null/undefined/false while it is not there yet
 * @throws Error naming `what` after a minute
 */
export async function until<T>(what: string, look: () => T | Promise<T>, withinMs = 60_000): Promise<NonNullable<T>> {
  for (const from = Date.now(); Date.now() - from < withinMs; await delay(5)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Waited ${withinMs} ms in vain for: ${what}`);
}
