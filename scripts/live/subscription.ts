import { WebSocket } from 'ws';

/** One message of `recordChanges`. */
export interface Change {
  position: string;
  type: 'CHANGED' | 'ENTERED' | 'REMOVED' | 'RESYNC' | 'ADVANCED';
  subject: string | null;
  id: string | null;
  progress: { node: string; id: string; workDone: string }[];
}

const DOCUMENT = `subscription ($recordId: ID, $after: String) {
  recordChanges(recordId: $recordId, after: $after) { position type subject id progress { node id workDone } }
}`;
const RETRY_MS = 100;

/**
 * A screen that watches one record as the web application does: remembers the last position, and after a loss subscribes
 * again behind it. It hides nothing of what comes, so that doubles and disorder show.
 */
export class WatchingScreen {
  readonly changes: Change[] = [];
  /** Positions of the log by which the server said that it is up to date, in the order they came. */
  last: string | null = null;
  connections = 0;
  private socket: WebSocket | null = null;
  private closed = false;
  private started: (() => void) | null = null;

  /** @param onChange called with each message and the time it came, milliseconds */
  constructor(
    private readonly url: string,
    private readonly token: () => string,
    private readonly recordId: string | null,
    private readonly onChange: (change: Change, at: number) => void = () => undefined,
  ) {}

  /** Resolves with the first message: from then on nothing is missed. */
  open(): Promise<void> {
    return new Promise((done) => {
      this.started = done;
      this.connect();
    });
  }

  /** The line is cut without a word. */
  drop(): void {
    this.socket?.terminate();
  }

  close(): void {
    this.closed = true;
    this.socket?.terminate();
  }

  private connect(): void {
    if (this.closed) return;
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { authorization: `Bearer ${this.token()}` }, perMessageDeflate: false,
    });
    this.socket = socket;
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => this.receive(socket, JSON.parse((data as Buffer).toString()) as { type: string; payload?: { data?: { recordChanges: Change } } }));
    socket.on('error', () => undefined);
    socket.once('close', () => setTimeout(() => this.connect(), RETRY_MS));
  }

  private receive(socket: WebSocket, message: { type: string; payload?: { data?: { recordChanges: Change } } }): void {
    if (message.type === 'connection_ack') {
      this.connections++;
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: DOCUMENT, variables: { recordId: this.recordId, after: this.last } } }));
    } else if (message.type === 'next' && message.payload?.data) {
      this.take(message.payload.data.recordChanges);
    } else if (message.type === 'error' || message.type === 'next') {
      process.stderr.write(`subscription: ${JSON.stringify(message).slice(0, 500)}\n`);
      socket.terminate();
    } else if (message.type === 'ping') {
      socket.send('{"type":"pong"}');
    }
  }

  private take(change: Change): void {
    this.last = change.position;
    if (change.type !== 'ADVANCED') this.changes.push(change);
    this.onChange(change, performance.now());
    this.started?.();
    this.started = null;
  }
}
