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

/** Every open WebSocket of this process, so that an ended session can end its sockets at once. */
@Injectable()
export class OpenSockets {
  private readonly sockets = new Set<OpenSocket>();

  /** @returns a function that forgets it */
  add(socket: OpenSocket): () => void {
    this.sockets.add(socket);
    return () => this.sockets.delete(socket);
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
    for (const socket of found) socket.close(SOCKET_CLOSE.unauthorized, reason);
    return found.length;
  }
}
