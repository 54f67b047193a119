import type { StoredEvent } from '../log/stored-event.js';

/**
 * The last events of an organization, in memory: when a server comes back, a thousand screens ask for the same few events.
 * Positions are gap-free, so that a position is an index.
 */
export class RecentEvents {
  private events: StoredEvent[] = [];

  constructor(private readonly capacity: number) {}

  /** Events in the order of their positions, each the next of the one before. */
  add(events: readonly StoredEvent[]): void {
    this.events.push(...events);
    // In large steps: shifting one by one would copy the whole array each time.
    if (this.events.length > this.capacity * 1.5) this.events = this.events.slice(-this.capacity);
  }

  clear(): void {
    this.events = [];
  }

  /** What lies behind a position, at most `limit`; null when it is not all here any more. */
  after(position: number, limit: number): StoredEvent[] | null {
    const first = this.events[0]?.position;
    if (first === undefined || position + 1 < first) return null;
    const from = position + 1 - first;
    return this.events.slice(from, from + limit);
  }
}
