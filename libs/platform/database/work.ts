import type { PoolClient, QueryResult } from 'pg';
import type { Actor } from '../kernel/index.js';
import type { EventInput } from './event-input.js';
import { FrequentStatements } from './frequent-statements.js';

/**
 * One running transaction on behalf of one actor. Services receive it from `UnitOfWork.run`, hand it to their
 * repositories and record their events on it; it ends with the outermost `run`.
 */
export class Work {
  private readonly events: EventInput[] = [];
  /** What was sent and is not waited for yet: the beginning, posted statements, the commit. */
  private readonly sent: Promise<unknown>[] = [];

  /** @param begun the transaction's beginning, possibly still under way: statements follow it on the same connection */
  constructor(
    readonly actor: Actor,
    private readonly client: PoolClient,
    private readonly begun: Promise<unknown>,
  ) {
    this.keep(begun);
  }

  /** Runs one statement inside the transaction; rows come back as plain objects with the columns' names. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.run(sql, parameters)).rows as Row[];
  }

  /** Runs one statement and tells how many rows it touched. */
  async execute(sql: string, parameters: unknown[] = []): Promise<number> {
    return (await this.run(sql, parameters)).rowCount ?? 0;
  }

  /**
   * Sends a statement without waiting for it: it runs before everything that is sent later, and what it refuses rolls the
   * transaction back. For writes whose result nobody needs, so that they travel with the events and the commit in one round trip.
   */
  post(sql: string, parameters: unknown[] = []): void {
    holdBack(this.client);
    this.keep(send(this.client, sql, parameters));
  }

  /** Adds an event; all events of a transaction are written together just before it commits (domain.md, "One event log"). */
  record(event: EventInput): void {
    this.events.push(event);
  }

  /** What was recorded so far, in order. For the unit of work only. */
  takeEvents(): EventInput[] {
    return this.events.splice(0);
  }

  /** Waits for everything that was sent. For the unit of work only. @throws whatever failed first */
  async settle(): Promise<void> {
    const failure = await this.failure();
    if (failure) throw failure.error;
  }

  /** What failed first of everything that was sent; later statements only fail because of it. For the unit of work only. */
  async failure(): Promise<{ error: unknown } | null> {
    for (const outcome of await Promise.allSettled(this.sent)) {
      if (outcome.status === 'rejected') return { error: outcome.reason as unknown };
    }
    return null;
  }

  private async run(sql: string, parameters: unknown[]): Promise<QueryResult> {
    const result = send(this.client, sql, parameters);
    result.catch(() => undefined);
    // Nothing is shown before it is known that the session lives and the rights are the present ones.
    await this.begun;
    return result;
  }

  private keep(sent: Promise<unknown>): void {
    sent.catch(() => undefined);
    this.sent.push(sent);
  }
}

const frequent = new FrequentStatements();

/** Sends a statement to a connection whose queries are pipelined; what is sent often keeps its plan there. */
export function send(client: PoolClient, text: string, values: unknown[] = []): Promise<QueryResult> {
  const name = values.length > 0 ? frequent.nameOf(text) : undefined;
  return client.query({ text, values, ...(name === undefined ? {} : { name }) });
}

/**
 * Lets what is sent until the end of this turn of the event loop go out in one piece: a system call instead of one for each
 * statement is a fifth of the process's time of a small write.
 */
export function holdBack(client: PoolClient): void {
  const { stream } = (client as PoolClient & { connection: { stream: { cork(): void; uncork(): void } } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}
