import { WebSocket } from 'ws';
import type { KeptToken } from './kept-token.js';
import type { Question } from './permitted.js';
import type { Person } from './world.js';

/** One thing that a listener was told, as it came. */
export interface Told {
  position: number;
  type: 'CHANGED' | 'ENTERED' | 'REMOVED';
  subject: string;
  id: string;
  /** `performance.now()` */
  at: number;
  /** When this connection had subscribed: earlier things are caught up, not live. */
  since: number;
}

interface Change { position: string; type: Told['type'] | 'RESYNC' | 'ADVANCED'; subject: string | null; id: string | null }
interface Message { type: string; payload?: { data?: { recordChanges: Change } } }

const DOCUMENT = 'subscription ($subjects: [String!], $recordId: ID, $after: String) { recordChanges(subjects: $subjects, recordId: $recordId, after: $after) { position type subject id kind } }';

/**
 * A screen as the web application has it: keeps the last position it saw and, after any loss, subscribes behind it, at whichever
 * process answers. It hides nothing of what comes.
 */
export class Listener {
  readonly told: Told[] = [];
  last: string | null = null;
  resyncs = 0;
  drops = 0;
  connections = 0;
  /** What the server said that no screen should hear. */
  readonly errors: string[] = [];
  private owed = 0;
  private attempt: number;
  private since = 0;
  private socket: WebSocket | null = null;
  private closed = false;
  private started: (() => void) | null = null;

  constructor(
    readonly person: Person,
    readonly question: Question,
    private readonly urls: readonly string[],
    private readonly token: KeptToken,
    /** Milliseconds to wait before connecting again. */
    private readonly backOff: () => number,
    first: number,
  ) {
    this.attempt = first;
  }

  /** Resolves with the first message: from then on nothing may be missed. */
  open(): Promise<void> {
    return new Promise((done) => {
      this.started = done;
      void this.connect();
    });
  }

  /** Cuts the line without a word: now, or as soon as there is one again. */
  drop(): void {
    if (this.since > 0 && this.socket?.readyState === WebSocket.OPEN) this.cut();
    else this.owed++;
  }

  close(): void {
    this.closed = true;
    this.socket?.terminate();
  }

  private cut(): void {
    this.drops++;
    this.since = 0;
    this.socket?.terminate();
  }

  private async connect(): Promise<void> {
    const token = await this.token.get();
    if (this.closed) return;
    const url = this.urls[this.attempt++ % this.urls.length]!;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { authorization: `Bearer ${token}` }, perMessageDeflate: false, handshakeTimeout: 10_000 });
    this.socket = socket;
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => this.receive(socket, JSON.parse((data as Buffer).toString()) as Message));
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.since = 0;
      setTimeout(() => void this.connect(), this.backOff());
    });
  }

  private receive(socket: WebSocket, message: Message): void {
    if (message.type === 'connection_ack') {
      this.connections++;
      const { subjects, recordId } = this.question;
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: DOCUMENT, variables: { subjects, recordId, after: this.last } } }));
      this.since = performance.now();
      if (this.owed > 0) {
        this.owed--;
        setTimeout(() => this.drop(), this.backOff());
      }
    } else if (message.type === 'next' && message.payload?.data) {
      this.take(message.payload.data.recordChanges);
    } else if (message.type === 'ping') {
      socket.send('{"type":"pong"}');
    } else if (message.type !== 'pong') {
      this.errors.push(JSON.stringify(message).slice(0, 300));
      socket.terminate();
    }
  }

  private take({ position, type, subject, id }: Change): void {
    this.last = position;
    if (type === 'RESYNC') this.resyncs++;
    else if (type !== 'ADVANCED') this.told.push({ position: Number(position), type, subject: subject ?? '', id: id ?? '', at: performance.now(), since: this.since });
    this.started?.();
    this.started = null;
  }
}
