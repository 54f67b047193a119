import type { StoredEvent } from '../log/stored-event.js';
import { type Audience, keysOf } from './audience.js';

interface Entry<Answer, Member> {
  audience: Audience<Answer>;
  members: Set<Member>;
}

/** Audiences with their members, found by an event's keys: the cost of an event grows with those it may concern. */
export class AudienceIndex<Answer, Member> {
  private readonly audiences = new Map<string, Entry<Answer, Member>>();
  private readonly byKey = new Map<string, Set<Entry<Answer, Member>>>();

  /** Members, in all audiences. */
  size = 0;

  add(audience: Audience<Answer>, member: Member): void {
    let entry = this.audiences.get(audience.key);
    if (!entry) {
      entry = { audience, members: new Set() };
      this.audiences.set(audience.key, entry);
      for (const key of audience.keys) {
        const found = this.byKey.get(key);
        if (found) found.add(entry);
        else this.byKey.set(key, new Set([entry]));
      }
    }
    if (!entry.members.has(member)) this.size++;
    entry.members.add(member);
  }

  remove(audience: Audience<Answer>, member: Member): void {
    const entry = this.audiences.get(audience.key);
    if (!entry?.members.delete(member)) return;
    this.size--;
    if (entry.members.size > 0) return;
    this.audiences.delete(audience.key);
    for (const key of entry.audience.keys) {
      const found = this.byKey.get(key);
      found?.delete(entry);
      if (found?.size === 0) this.byKey.delete(key);
    }
  }

  /** The audiences an event may concern, each once. */
  concerned(event: StoredEvent): Set<Entry<Answer, Member>> {
    const concerned = new Set<Entry<Answer, Member>>();
    for (const key of keysOf(event)) for (const entry of this.byKey.get(key) ?? []) concerned.add(entry);
    return concerned;
  }
}
