import type { TransportMessage } from '../../realtime/transport/index.js';

/** Kinds of events behind a position of each organization, up to another. */
export type KindsOf = (spans: readonly Span[]) => Promise<ReadonlySet<string>>;

/** What is new of an organization: behind `after`, up to `upTo`. */
export interface Span { organizationId: string; after: number; upTo: number }

/** Whom word of new positions may concern. */
export interface Wakeable {
  kinds: readonly string[];
  look(): void;
}

/**
 * Word of new positions wakes only those consumers that take something of what is new: one look at the log for all of them, where each
 * would look for itself. It saves work and decides nothing: whoever is not woken looks by itself every second.
 */
export class ConsumerWake {
  private readonly seen = new Map<string, number>();
  private readonly heard = new Map<string, number>();
  private looking = false;

  constructor(private readonly all: readonly Wakeable[], private readonly kindsOf: KindsOf) {}

  note(messages: readonly TransportMessage[]): void {
    for (const { organizationId, position } of messages) this.heard.set(organizationId, Math.max(position ?? 0, this.heard.get(organizationId) ?? 0));
    if (!this.looking) void this.look();
  }

  /** Something may have been missed. */
  everybody(): void {
    this.seen.clear();
    for (const each of this.all) each.look();
  }

  /** What is heard while it looks is looked at together afterwards. */
  private async look(): Promise<void> {
    this.looking = true;
    while (this.heard.size > 0) {
      const heard = [...this.heard];
      this.heard.clear();
      const spans = heard.map(([organizationId, upTo]): Span => ({ organizationId, after: this.seen.get(organizationId) ?? Number.NaN, upTo }));
      for (const [organizationId, upTo] of heard) this.seen.set(organizationId, upTo);
      if (spans.some(({ after }) => Number.isNaN(after))) for (const each of this.all) each.look();
      else await this.kindsOf(spans).then((kinds) => this.tell(kinds), () => this.everybody());
    }
    this.looking = false;
  }

  private tell(kinds: ReadonlySet<string>): void {
    for (const each of this.all) if (each.kinds.some((kind) => kinds.has(kind))) each.look();
  }
}
