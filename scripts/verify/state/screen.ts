import { type Client as Socket, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../../libs/testing/api/session.js';
import { until } from '../../../libs/testing/until.js';
import { differing, type List, load, loadOne, type Shown, type State } from './lists.js';
import { tablesOf } from './touched.js';

interface Change { position: string; type: 'CHANGED' | 'ENTERED' | 'REMOVED' | 'RESYNC' | 'ADVANCED'; subject: string | null; id: string | null; carried: string[]; progress: { node: string; id: string }[] }

const CHANGES = 'subscription { recordChanges { position type subject id carried progress { node id } } }';
/** Lists in one request, requests at the same time. */
const TOGETHER = 5;

/** Where a screen that applied what it was sent differs from a fresh one. */
export interface Difference { list: string; id: string; what: string }

/** Somebody with everything open: lists that are kept up by what `recordChanges` sends, and by nothing else. */
export class Screen {
  state: State = new Map();
  private readonly changes: Change[] = [];
  private last = 0;
  private closing = false;
  private allowed: readonly List[] = [];
  /** What each list reads, as far as it was loaded by itself once. */
  private readonly reads = new Map<string, ReadonlySet<string>>();

  private constructor(readonly name: string, readonly userId: string, readonly api: ApiClient, private readonly lists: readonly List[], private readonly socket: Socket) {}

  static async open(name: string, userId: string, api: ApiClient, lists: readonly List[]): Promise<Screen> {
    const headers = { authorization: `Bearer ${api.cookie('tl_access') ?? ''}` };
    class Connection extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    const socket = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: Connection, retryAttempts: 0, lazy: false });
    const screen = new Screen(name, userId, api, lists, socket);
    let started = false;
    socket.subscribe<{ recordChanges: Change }>({ query: CHANGES }, {
      next: ({ data }) => {
        if (data) screen.take(data.recordChanges);
        started = true;
      },
      error: (error) => screen.closing || console.error(name, error),
      complete: () => undefined,
    });
    await until(`${name} to be told where the log stands`, () => started);
    screen.state = await screen.everything();
    return screen;
  }

  /** How many lists the person may use. */
  get size(): number {
    return this.allowed.length;
  }

  /** Until everything up to a position has come. */
  reach(position: number): Promise<boolean> {
    return until(`${this.name} to be told of ${position}`, () => this.last >= position, 20_000);
  }

  /** Learns which of these tables each list reads. */
  async learn(tables: readonly string[]): Promise<void> {
    for (const list of this.allowed.filter(({ opaque }) => !opaque)) this.reads.set(list.name, await tablesOf(tables, () => load(this.api, [list])));
  }

  /**
   * Does with what was sent what the product's screens do.
   *
   * @param marks positions of our own marks, which tell nothing
   * @param touched tables that were written since the last time; null: look at every list
   * @returns where that differs from a fresh state
   */
  async apply(marks: ReadonlySet<string>, touched: ReadonlySet<string> | null): Promise<Difference[]> {
    const changes = this.changes.splice(0).filter(({ position }) => !marks.has(position));
    if (changes.some(({ type }) => type === 'RESYNC')) {
      this.state = await this.everything();
      return [];
    }
    await this.applyEach(changes);
    const concerned = this.allowed.filter(({ name }) => {
      const reads = this.reads.get(name);
      return !touched || !reads || [...reads].some((table) => touched.has(table));
    });
    return this.differences(await this.load(concerned));
  }

  close(): void {
    this.closing = true;
    void this.socket.dispose();
  }

  private async applyEach(changes: readonly Change[]): Promise<void> {
    const again = new Map<string, { subject: string; id: string }>();
    const whole = new Set<List>();
    for (const { type, subject, id, carried, progress } of changes) {
      for (const { node, id: nodeId } of progress) again.set(`${node} ${nodeId}`, { subject: node.toLowerCase(), id: nodeId });
      for (const kind of carried) for (const list of this.of(kind)) whole.add(list);
      if (!subject || !id) continue;
      if (type === 'REMOVED') {
        again.delete(`${subject.toUpperCase()} ${id}`);
        for (const list of this.of(subject)) {
          if (list.subjects[0] === subject && !list.whole) this.state.get(list.name)?.delete(id);
          else whole.add(list);
        }
      } else again.set(`${subject.toUpperCase()} ${id}`, { subject, id });
    }
    const single: (() => Promise<void>)[] = [];
    for (const { subject, id } of again.values()) {
      for (const list of this.of(subject)) {
        const { one } = list;
        if (one && list.subjects[0] === subject) single.push(async () => this.put(list.name, id, await loadOne(this.api, one, id)));
        else whole.add(list);
      }
    }
    await Promise.all([...single.map((load) => load()), this.load([...whole]).then((fresh) => fresh.forEach((shown, name) => this.state.set(name, shown)))]);
  }

  private of(subject: string): readonly List[] {
    return this.allowed.filter(({ subjects }) => subjects.includes(subject));
  }

  private put(list: string, id: string, text: string | null): void {
    const shown = this.state.get(list);
    if (text === null) shown?.delete(id);
    else shown?.set(id, text);
  }

  private differences(fresh: State): Difference[] {
    const found: Difference[] = [];
    for (const [list, now] of fresh) {
      const shown: Shown = this.state.get(list) ?? new Map<string, string>();
      for (const id of new Set([...now.keys(), ...shown.keys()])) {
        const [one, other] = [shown.get(id), now.get(id)];
        if (one === undefined) found.push({ list, id, what: 'is missing' });
        else if (other === undefined) found.push({ list, id, what: 'is still there' });
        else if (one !== other) found.push(...differing(one, other).map((field) => ({ list, id, what: field })));
      }
    }
    for (const [list, now] of fresh) this.state.set(list, now);
    return found;
  }

  /** As after opening the page: also what they could not use before. */
  private async everything(): Promise<State> {
    const state = await this.load(this.lists);
    this.allowed = this.lists.filter(({ name }) => state.has(name));
    return state;
  }

  private async load(lists: readonly List[]): Promise<State> {
    const parts = [...lists.filter(({ deep }) => deep).map((list) => [list]), ...chunks(lists.filter(({ deep }) => !deep), TOGETHER)];
    const states = await Promise.all(parts.map(async (some) => {
      const together = await load(this.api, some);
      if (together || some.length === 1) return [together];
      return Promise.all(some.map((list) => load(this.api, [list])));
    }));
    return new Map(states.flat().flatMap((state) => [...(state ?? [])]));
  }

  private take(change: Change): void {
    this.last = Math.max(this.last, Number(change.position));
    if (change.type !== 'ADVANCED') this.changes.push(change);
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
