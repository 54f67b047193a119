import { type Client as Socket, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../../libs/testing/api/session.js';
import { until } from '../../../libs/testing/until.js';
import { differing, type List, load, loadOne, type Shown, type State } from './lists.js';

interface Change { position: string; type: 'CHANGED' | 'ENTERED' | 'REMOVED' | 'RESYNC' | 'ADVANCED'; subject: string | null; id: string | null; progress: { node: string; id: string }[] }

const CHANGES = 'subscription { recordChanges { position type subject id progress { node id } } }';

/** Where a screen that applied what it was sent differs from a fresh one. */
export interface Difference { list: string; id: string; what: string }

/** Somebody with everything open: lists that are kept up by what `recordChanges` sends, and by nothing else. */
export class Screen {
  state: State = new Map();
  private readonly changes: Change[] = [];
  private last = 0;
  private closing = false;

  private constructor(readonly name: string, readonly userId: string, readonly api: ApiClient, private lists: readonly List[], private readonly socket: Socket) {}

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
      error: (error) => screen.closing || console.error(`${name}: ${JSON.stringify(error)}`),
      complete: () => undefined,
    });
    await until(`${name} to be told where the log stands`, () => started);
    await screen.refresh();
    return screen;
  }

  /** How many lists the person may use. */
  get size(): number {
    return this.lists.length;
  }

  /** Everything anew, as after opening the page. */
  async refresh(): Promise<void> {
    this.changes.length = 0;
    this.state = await this.fresh();
    this.lists = this.lists.filter(({ name }) => this.state.has(name));
  }

  /** Until everything up to a position has come. */
  reach(position: number): Promise<boolean> {
    return until(`${this.name} to be told of ${position}`, () => this.last >= position);
  }

  /** Does with what was sent what the product's screens do. @returns where that differs from a fresh state */
  async apply(): Promise<Difference[]> {
    const changes = this.changes.splice(0);
    if (changes.some(({ type }) => type === 'RESYNC')) this.state = await this.fresh();
    const reload = new Map<string, { subject: string; id: string }>();
    const mark = (subject: string, id: string): unknown => reload.set(`${subject} ${id}`, { subject, id });
    for (const { type, subject, id, progress } of changes) {
      for (const node of progress) mark(node.node.toLowerCase(), node.id);
      if (!subject || !id) continue;
      if (type === 'REMOVED') {
        reload.delete(`${subject} ${id}`);
        for (const { name } of this.of(subject)) this.state.get(name)?.delete(id);
      } else mark(subject, id);
    }
    const whole = new Set<List>();
    for (const { subject, id } of reload.values()) {
      for (const list of this.of(subject)) {
        if (list.one) this.put(list.name, id, await loadOne(this.api, list.one, id));
        else whole.add(list);
      }
    }
    for (const list of whole) this.state.set(list.name, (await load(this.api, list)) ?? new Map());
    return this.differences(await this.fresh());
  }

  close(): void {
    this.closing = true;
    void this.socket.dispose();
  }

  private of(subject: string): readonly List[] {
    return this.lists.filter((list) => list.subject === subject);
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
    this.state = fresh;
    return found;
  }

  private async fresh(): Promise<State> {
    const state: State = new Map();
    const waiting = [...this.lists];
    await Promise.all(Array.from({ length: 4 }, async () => {
      for (let list = waiting.shift(); list; list = waiting.shift()) {
        const shown = await load(this.api, list);
        if (shown) state.set(list.name, shown);
      }
    }));
    return state;
  }

  private take(change: Change): void {
    this.last = Math.max(this.last, Number(change.position));
    if (change.type !== 'ADVANCED') this.changes.push(change);
  }
}
