import type { Actor } from '../kernel/index.js';

/** What of an incoming request says who is calling; HTTP and WebSocket upgrades alike. */
export interface AuthenticationRequest {
  /** Cookies by name, decoded. */
  cookies: Readonly<Record<string, string | undefined>>;
  /** The `Authorization` header as it came. */
  authorization: string | undefined;
  /** The client's address, already taken from the trusted proxy hops. */
  address: string | null;
  userAgent: string | null;
  requestId: string;
}

/**
 * Turns a request into an `Actor`. The platform asks for it by this class; identity/auth implements it.
 */
export abstract class Authenticator {
  /**
   * Who calls. A missing, altered or expired token makes a stranger (tier PUBLIC, no rights), never an error: whether
   * strangers may call is the root field's business. Somebody who is known but may not work from where they are is a stranger
   * with `refused`. Whether the session still lives is told by `app.enter` in the
   * transaction that the request runs anyway.
   */
  abstract authenticate(request: AuthenticationRequest): Promise<Actor>;

  /**
   * Brings an actor's rights up to date, in place: call it when `app.enter` reports another access version than
   * `actor.accessVersion`, before refusing an operation, and when an open subscription learns of a change of rights.
   *
   * @returns the same actor
   * @throws AppError UNAUTHENTICATED when the session has ended or the person may not sign in any more, NETWORK_NOT_ALLOWED when
   * they may not work from where they are
   */
  abstract reloadAbility(actor: Actor): Promise<Actor>;
}
