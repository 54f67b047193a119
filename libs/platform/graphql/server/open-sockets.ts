import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';

/** An open WebSocket whose sender is known. */
export interface OpenSocket {
  readonly actor: Actor;
  /** Ends it; the client sees code and reason. */
  close(code: number, reason: string): void;
}

/** Close codes beside those of graphql-transport-ws. */
export const SOCKET_CLOSE = { goingAway: 1001, tooSlow: 1013, unauthorized: 4401, tooMany: 4429 } as const;

/** Told of sockets whose sender is known, as they come and go. */
export interface SocketListener {
  opened(actor: Actor): void;
  closed(actor: Actor): void;
  /** Its session is over; `closed` follows. */
  ended(actor: Actor): void;
}

/** Every open WebSocket of this process, so that an ended session can end its sockets at once. */
@Injectable()
export class OpenSockets {
  private readonly sockets = new Set<OpenSocket>();
  private readonly listeners = new Set<SocketListener>();

  /** @returns a function that forgets it */
  add(socket: OpenSocket): () => void {
    this.sockets.add(socket);
    for (const listener of this.listeners) listener.opened(socket.actor);
    return () => {
      if (this.sockets.delete(socket)) for (const listener of this.listeners) listener.closed(socket.actor);
    };
  }

  /** @returns a function that stops listening */
  listen(listener: SocketListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get count(): number {
    return this.sockets.size;
  }

  /** Each session that has a socket here, once. Callers without a session are held by nothing. */
  sessionIds(): string[] {
    return [...new Set([...this.sockets].flatMap(({ actor: { sessionId } }) => (sessionId === null ? [] : [sessionId])))];
  }

  /**
   * Ends the sockets of sessions that are over: sign-out, revocation, deactivated people.
   *
   * @returns how many were ended
   */
  closeWhere(ended: (actor: Actor) => boolean, reason = 'Your session has ended.'): number {
    const found = [...this.sockets].filter(({ actor }) => ended(actor));
    for (const socket of found) {
      for (const listener of this.listeners) listener.ended(socket.actor);
      socket.close(SOCKET_CLOSE.unauthorized, reason);
    }
    return found.length;
  }
}
