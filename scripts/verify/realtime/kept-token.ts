import { setTimeout as delay } from 'node:timers/promises';
import { ACCESS_COOKIE } from '../../../libs/identity/auth/cookies.js';
import { ApiClient } from '../../../libs/testing/api/session.js';

/** Access tokens live for ten minutes, and a run may take longer. */
const GOOD_FOR_MS = 400_000;
const RETRY_MS = 200;

/** A person's access token, made anew before it runs out, at whichever process answers. */
export class KeptToken {
  private token: Promise<string> | null = null;
  private until = 0;

  constructor(private readonly urls: readonly string[], private readonly email: string) {}

  get(): Promise<string> {
    if (!this.token || performance.now() > this.until) {
      this.until = performance.now() + GOOD_FOR_MS;
      this.token = this.signIn();
    }
    return this.token;
  }

  private async signIn(): Promise<string> {
    for (let attempt = 0; ; attempt++) {
      const client = await new ApiClient(this.urls[attempt % this.urls.length]!).signIn(this.email).catch(() => null);
      const token = client?.cookie(ACCESS_COOKIE);
      if (token) return token;
      if (attempt > 50) throw new Error(`${this.email} cannot sign in.`);
      await delay(RETRY_MS);
    }
  }
}
