import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/index.js';
import type { OpenSockets } from '../../graphql/index.js';
import type { Transport } from '../transport/index.js';
import { LocalPeople, sessionOf } from './local-people.js';
import { type Here, PresenceBoard, type Standing } from './presence-board.js';
import type { PresenceMessage, PresenceMode, PresenceSide, StandingMessage } from './presence-message.js';
import { PRESENCE_OPTIONS, type PresenceOptions } from './presence-options.js';

/** Somebody says where they are. */
export interface Announcement {
  record: string;
  mode: PresenceMode;
  side: PresenceSide;
  /** What they are called. */
  name: string;
}

/** Of names: what fits into a notification with room to spare. */
const NAME_LENGTH = 100;
const CUSTOMERS = 10;
const TOGETHER_MS = 5;

/**
 * This process's part in presence: tells the others who has a socket here and what they announce, and keeps what the others
 * tell. Every word runs out by itself, so that people of a killed process go offline and a lost message does no lasting harm.
 */
export class PresenceNode {
  readonly board: PresenceBoard;
  private readonly node = randomUUID();
  private readonly people: LocalPeople;
  private readonly options: PresenceOptions;
  private readonly stops: (() => void)[] = [];
  private readonly outgoing: PresenceMessage[] = [];
  private sending: NodeJS.Timeout | null = null;

  constructor(
    private readonly transport: Transport,
    private readonly sockets: OpenSockets,
    options: Partial<PresenceOptions> = {},
    now: () => number = Date.now,
  ) {
    this.options = { ...PRESENCE_OPTIONS, ...options };
    this.board = new PresenceBoard(now);
    this.people = new LocalPeople(now);
  }

  async start(): Promise<void> {
    this.stops.push(
      this.sockets.listen({
        opened: (actor) => this.stand([this.people.opened(actor)]),
        closed: (actor) => this.people.closed(actor),
        ended: (actor) => this.endSession(actor),
      }),
      this.every(this.options.repeatMs, () => this.stand(this.people.all())),
      this.every(this.options.sweepMs, () => this.sweep()),
    );
    this.stops.push(await this.transport.subscribe('presence', {
      // What we said ourselves was taken when we said it; its echo may be older than what we said since.
      onMessages: (messages) => messages.filter(({ node }) => node !== this.node).forEach((message) => this.take(message)),
      onReconnected: () => this.greet(),
    }));
    this.greet();
  }

  /** What stays untold runs out at the others. */
  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
    if (this.sending) clearTimeout(this.sending);
  }

  /** Somebody views, edits or types. Who is nobody to others announces nothing. */
  announce(actor: Actor, { record, mode, side, name }: Announcement): void {
    const session = sessionOf(actor);
    if (session === null || !actor.userId) return;
    const client = actor.tier === 'CLIENT';
    this.say([{
      type: 'HERE', organizationId: actor.organizationId, node: this.node, session, userId: actor.userId, name: name.slice(0, NAME_LENGTH),
      customerIds: client ? actor.customerIds.slice(0, CUSTOMERS) : null, record, mode, side, forMs: mode === 'TYPING' ? this.options.typingMs : this.options.hereMs,
    }]);
  }

  /** Somebody leaves a record; all of them without one. */
  leave(actor: Actor, record: string | null): void {
    const session = sessionOf(actor);
    if (session !== null) this.say([{ type: 'LEFT', organizationId: actor.organizationId, node: this.node, session, record }]);
  }

  /** Somebody is away from the screen, or back. */
  away(actor: Actor, away: boolean): void {
    const session = sessionOf(actor);
    if (session !== null) this.say([{ type: 'AWAY', organizationId: actor.organizationId, node: this.node, session, away }]);
  }

  here(organizationId: string, record: string): Here[] {
    return this.board.here(organizationId, record);
  }

  standing(organizationId: string, userId: string): Standing {
    return this.board.standing(organizationId, userId);
  }

  private endSession(actor: Actor): void {
    this.leave(actor, null);
    this.stand([this.people.ended(actor)]);
  }

  private sweep(): void {
    this.stand(this.people.leavers(this.options.graceMs));
    this.board.sweep();
  }

  private stand(told: readonly (Pick<StandingMessage, 'organizationId' | 'userId' | 'state'> | null)[]): void {
    this.say(told.flatMap((each): PresenceMessage[] => (each ? [{ type: 'STANDING', node: this.node, forMs: this.options.standingMs, ...each }] : [])));
  }

  /** Known here at once, whatever becomes of the transport. */
  private say(messages: PresenceMessage[]): void {
    for (const message of messages) this.take(message);
    this.send(messages);
  }

  /** What is said closely together travels together: a thousand screens may connect at the same moment. */
  private send(messages: readonly PresenceMessage[]): void {
    if (messages.length === 0) return;
    this.outgoing.push(...messages);
    this.sending ??= setTimeout(() => {
      this.sending = null;
      void this.transport.publish('presence', this.outgoing.splice(0));
    }, TOGETHER_MS).unref();
  }

  private take(message: PresenceMessage): void {
    switch (message.type) {
      case 'HERE':
        this.stand([this.people.away(message.session, false)]);
        return this.board.put(message, this.options.hereMs);
      case 'LEFT':
        return this.board.leave(message);
      case 'STANDING':
        return this.board.stand(message);
      case 'AWAY':
        return this.stand([this.people.away(message.session, message.away)]);
      case 'HELLO':
        return this.repeat();
    }
  }

  /** Asks what was missed, and tells what others may have missed. */
  private greet(): void {
    this.send([{ type: 'HELLO', organizationId: '', node: this.node }]);
    this.repeat();
  }

  private repeat(): void {
    this.stand(this.people.all());
    this.send(this.board.heldBy(this.node));
  }

  private every(milliseconds: number, work: () => void): () => void {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  }
}
