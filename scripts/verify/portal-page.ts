import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ApiClient } from '@throughline/testing/api';

const CHANGES = `subscription ($recordId: ID!, $after: String) {
  recordChanges(recordId: $recordId, after: $after) { position type progress { id node basisPoints } }
}`;

interface Change { position: string; type: string; progress: { id: string; node: string; basisPoints: number | null }[] }

/** A client's open project page: what it was told, in what order, and how fast. */
export class PortalPage {
  events = 0;
  doubled = 0;
  outOfOrder = 0;
  /** The project's progress as the page shows it. */
  basisPoints: number | null = null;
  private last = 0n;
  private readonly times: number[] = [];
  private waiting: ((change: Change) => void) | null = null;

  private constructor(private readonly client: Client, private readonly projectId: string) {}

  /** Opens the subscription with the client's session and waits until it is connected. */
  static async open(url: string, session: ApiClient, projectId: string): Promise<PortalPage> {
    const cookie = `tl_access=${encodeURIComponent(session.cookie('tl_access') ?? '')}`;
    class Socket extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie, origin: url } });
      }
    }
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 20, lazy: false });
    const page = new PortalPage(client, projectId);
    const connected = new Promise<void>((done) => client.on('connected', () => done()));
    client.subscribe<{ recordChanges: Change }>({ query: CHANGES, variables: { recordId: projectId } }, {
      next: ({ data }) => data && page.take(data.recordChanges),
      error: (error) => console.log(`portal subscription: ${JSON.stringify(error)}`),
      complete: () => undefined,
    });
    await connected;
    return page;
  }

  /**
   * Runs a change and waits until the page has been told of it.
   *
   * @throws Error after five seconds of silence
   */
  async measure(change: () => Promise<unknown>): Promise<void> {
    const told = new Promise<void>((done) => {
      this.waiting = ({ progress }) => {
        if (progress.some(({ id }) => id === this.projectId)) done();
      };
    });
    await change();
    const acknowledged = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new Error('The client\'s page was not told of a change within five seconds.')), 5_000);
    });
    await Promise.race([told, silence]).finally(() => clearTimeout(timer));
    this.waiting = null;
    // Told before the answer of the mutation came: nobody could have seen it sooner.
    this.times.push(Math.max(0, performance.now() - acknowledged));
  }

  latencies(): { count: number; p50: number; p99: number; max: number } {
    const sorted = [...this.times].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
  }

  /** Gives the last event time to arrive: until the page shows 100 %, or a second has passed. */
  async settle(): Promise<void> {
    const until = performance.now() + 1_000;
    while (this.basisPoints !== 10_000 && performance.now() < until) await new Promise((turn) => setImmediate(turn));
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private take(change: Change): void {
    const position = BigInt(change.position);
    if (position === this.last && change.type !== 'ADVANCED') this.doubled++;
    if (position < this.last) this.outOfOrder++;
    this.last = position;
    if (change.type === 'ADVANCED') return;
    this.events++;
    const own = change.progress.find(({ id }) => id === this.projectId);
    if (own) this.basisPoints = own.basisPoints;
    this.waiting?.(change);
  }
}
