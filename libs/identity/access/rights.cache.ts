import type { HeldRights } from './rights.js';

interface Entry {
  accessVersion: string;
  held: HeldRights;
  /** What sessions see that view as somebody else, by session. */
  views: ReadonlyMap<string, HeldRights>;
}

/**
 * Compiled rights by person, each with the organization's access version it was compiled from. Bounded: the person who was
 * not seen for longest goes first. Whoever uses an entry compares its version with the one `app.enter` reports.
 */
export class RightsCache {
  private readonly entries = new Map<string, Entry>();

  /** @param capacity people kept; a compiled ability of a usual role takes some 20 kB */
  constructor(private readonly capacity: number) {}

  get(userId: string): Entry | undefined {
    const entry = this.entries.get(userId);
    if (entry) {
      // A Map keeps insertion order, so inserting again makes it the youngest.
      this.entries.delete(userId);
      this.entries.set(userId, entry);
    }
    return entry;
  }

  set(userId: string, entry: Entry): void {
    this.entries.delete(userId);
    this.entries.set(userId, entry);
    if (this.entries.size > this.capacity) {
      const [eldest] = this.entries.keys();
      if (eldest !== undefined) this.entries.delete(eldest);
    }
  }
}
