import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../../../libs/testing/api/session.js';

interface Payload { task: { id: string; version: number } | null; errors: { code: string; message: string }[] }

/** What became of a mutation, and when it first failed, milliseconds of the clock. */
export interface Acknowledged { id: string; version: number; firstFailure: number | null }

const RETRY_MS = 50;

/** A person's program that sends a mutation again, with the same Idempotency-Key, until it is answered. */
export class InsistentClient {
  retries = 0;

  private constructor(private readonly client: ApiClient) {}

  static async signIn(url: string, email: string): Promise<InsistentClient> {
    return new InsistentClient(await new ApiClient(url).signIn(email));
  }

  /**
   * @param field the mutation field of the document: its payload holds `task` and `errors`
   * @throws Error when it is refused: what was asked was right
   */
  async mutate(field: string, document: string, input: object): Promise<Acknowledged> {
    const key = randomUUID();
    let firstFailure: number | null = null;
    for (;;) {
      const payload = await this.once(field, document, input, key);
      if (payload?.task) return { ...payload.task, firstFailure };
      firstFailure ??= Date.now();
      this.retries++;
      await delay(RETRY_MS);
    }
  }

  /** @returns null when there was no answer, or one that says to try again */
  private async once(field: string, document: string, input: object, key: string): Promise<Payload | null> {
    const answer = await this.client.send<Record<string, Payload>>(document, { input }, { 'idempotency-key': key }).catch(() => null);
    if (!answer) return null;
    const payload = answer.data?.[field];
    const refused = [...answer.errors.map(({ extensions, message }) => ({ code: extensions.code, message })), ...(payload?.errors ?? [])];
    if (refused.some(({ code }) => code !== 'INTERNAL')) throw new Error(`${field} was refused: ${JSON.stringify(refused)}`);
    return refused.length === 0 && payload ? payload : null;
  }
}
