import type { Actor } from '../../kernel/index.js';
import type { StandingMessage } from './presence-message.js';

/** One sign-in with sockets at this process. */
interface Session { name: string; organizationId: string; userId: string; sockets: number; away: boolean; goneAt: number | null }

type Told = Pick<StandingMessage, 'organizationId' | 'userId' | 'state'>;

/** Who has a WebSocket at this process: people are here as long as one of their screens is connected. */
export class LocalPeople {
  private readonly sessions = new Map<string, Session>();
  private readonly byPerson = new Map<string, Set<Session>>();

  constructor(private readonly now: () => number = Date.now) {}

  /** @returns what to tell the others, if anything */
  opened(actor: Actor): Told | null {
    const name = sessionOf(actor);
    if (name === null || !actor.userId) return null;
    const session = this.sessions.get(name) ?? this.add(name, actor.organizationId, actor.userId);
    session.sockets++;
    session.goneAt = null;
    return this.told(session);
  }

  /** What is to be told about it waits for `leavers`: most come back at once. */
  closed(actor: Actor): void {
    const session = this.sessions.get(sessionOf(actor) ?? '');
    if (!session) return;
    session.sockets--;
    if (session.sockets <= 0) session.goneAt = this.now();
  }

  /** The session is over: its person is gone at once, unless they have another. */
  ended(actor: Actor): Told | null {
    const session = this.sessions.get(sessionOf(actor) ?? '');
    return session ? this.remove(session) : null;
  }

  /** @returns what to tell the others; null when nothing changes here */
  away(name: string, away: boolean): Told | null {
    const session = this.sessions.get(name);
    if (!session || session.away === away) return null;
    session.away = away;
    return this.told(session);
  }

  /** Those whose last socket closed a while ago. */
  leavers(graceMs: number): Told[] {
    const gone = [...this.sessions.values()].filter(({ goneAt }) => goneAt !== null && goneAt + graceMs <= this.now());
    return gone.map((session) => this.remove(session));
  }

  /** Everybody, each once. */
  all(): Told[] {
    return [...this.byPerson.values()].flatMap(([first]) => (first ? [this.told(first)] : []));
  }

  private add(name: string, organizationId: string, userId: string): Session {
    const session: Session = { name, organizationId, userId, sockets: 0, away: false, goneAt: null };
    this.sessions.set(name, session);
    this.byPerson.set(personOf(session), (this.byPerson.get(personOf(session)) ?? new Set<Session>()).add(session));
    return session;
  }

  private remove(session: Session): Told {
    this.sessions.delete(session.name);
    const own = this.byPerson.get(personOf(session));
    own?.delete(session);
    if (own?.size === 0) this.byPerson.delete(personOf(session));
    return this.told(session);
  }

  private told(session: Session): Told {
    const { organizationId, userId } = session;
    const own = [...(this.byPerson.get(personOf(session)) ?? [])];
    return { organizationId, userId, state: own.length === 0 ? 'OFFLINE' : own.some(({ away }) => !away) ? 'ONLINE' : 'AWAY' };
  }
}

const personOf = ({ organizationId, userId }: Session): string => `${organizationId} ${userId}`;

/** What stands for one sign-in; null for whoever is nobody to others: strangers, programs, an administrator who views as somebody else. */
export function sessionOf({ userId, sessionId, tier, viewing }: Pick<Actor, 'userId' | 'sessionId' | 'tier' | 'viewing'>): string | null {
  return !userId || viewing || tier === 'SERVICE' || tier === 'SYSTEM' || tier === 'PUBLIC' ? null : (sessionId ?? userId);
}
