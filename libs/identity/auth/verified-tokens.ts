import type { AccessClaims } from './access-token.js';

/** Tokens remembered: as many as people may be at work with one process; each is some 400 bytes. */
const CAPACITY = 10_000;

/**
 * Access tokens whose signature was found good, until they expire: a screen sends the same token for ten minutes, and verifying it
 * is a twelfth of the process's time of a small read. Only what the very same text said is remembered; whether the session lives is
 * asked in every transaction, as for any token.
 */
export class VerifiedTokens {
  private readonly known = new Map<string, { claims: AccessClaims; until: number }>();

  constructor(
    private readonly capacity = CAPACITY,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** @returns undefined when it must be verified: unknown, or expired since */
  get(token: string): AccessClaims | undefined {
    const found = this.known.get(token);
    if (!found) return undefined;
    if (found.until > this.now()) return found.claims;
    this.known.delete(token);
    return undefined;
  }

  /** @param expires seconds since 1970, as `exp` says it */
  remember(token: string, claims: AccessClaims, expires: number): void {
    this.known.set(token, { claims, until: expires * 1_000 });
    // The eldest first: they expire first as well.
    if (this.known.size > this.capacity) this.known.delete(this.known.keys().next().value ?? '');
  }

  get size(): number {
    return this.known.size;
  }
}
