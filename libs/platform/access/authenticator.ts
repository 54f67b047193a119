import type { Actor } from '../kernel/index.js';

/** What a request shows of its sender. */
export interface Credentials {
  /** Cookies by name. */
  cookies: Readonly<Record<string, string | undefined>>;
  /** The `Authorization` header, as sent. */
  authorization: string | null;
  /** The client's network address, resolved once by platform/http. */
  address: string | null;
  userAgent: string | null;
  /** Names this request in logs, events and errors. */
  requestId: string;
}

/**
 * Tells who sends a request. Implemented by identity/auth; the platform only knows this.
 */
export abstract class Authenticator {
  /**
   * A request without credentials, or with credentials that have expired, comes from a stranger (tier PUBLIC): whether
   * that is enough is decided by the field that is called.
   *
   * @throws AppError UNAUTHENTICATED for forged or revoked credentials, NETWORK_NOT_ALLOWED, DEVICE_NOT_ALLOWED
   */
  abstract authenticate(credentials: Credentials): Promise<Actor>;
}
