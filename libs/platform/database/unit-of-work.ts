import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { type Actor, refuse, refuseViewing, switchedOff } from '../kernel/index.js';
import { CommitSignal } from './commit-signal.js';
import { claimIdempotencyKey, storeIdempotentResult } from './idempotency.js';
import { holdBack, send, Work } from './work.js';

const MAX_ATTEMPTS = 5;
/** Deadlock and serialization failure: PostgreSQL asks for the whole transaction again. */
const RETRYABLE = new Set(['40P01', '40001']);

/** Thrown inside an attempt whose actor carries rights of an earlier access version; `run` starts over with the present ones. */
class OutdatedRights extends Error {}

/**
 * One transaction per business operation: settings for row-level security, idempotency key, the caller's work, its
 * events, commit. A `run` inside a `run` joins the outer transaction (bound by AsyncLocalStorage).
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Work>();
  private reloadRights: ((actor: Actor) => Promise<unknown>) | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly committed: CommitSignal,
  ) {}

  /**
   * Tells how an actor's rights are brought up to date, in place, when the transaction finds that they have changed since
   * they were compiled. Identity sets it at start; a setter, because identity itself writes through units of work.
   */
  reloadRightsWith(reload: (actor: Actor) => Promise<unknown>): void {
    this.reloadRights = reload;
  }

  /**
   * Runs `work` in a transaction as `actor` and commits it together with its events.
   *
   * @param work may run more than once (deadlock, serialization failure): no effects outside the database
   * @returns what `work` returned; on a repeat with the same idempotency key, what the first run returned
   * @throws AppError CONFLICT when the idempotency key was used with other input or by another operation
   */
  async run<T>(actor: Actor, work: (work: Work) => Promise<T>): Promise<T> {
    const outer = this.running.getStore();
    if (outer) {
      if (outer.actor.organizationId !== actor.organizationId) throw new Error('A transaction belongs to one organization.');
      return work(outer);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (error instanceof OutdatedRights && this.reloadRights && attempt < MAX_ATTEMPTS) {
          await this.reloadRights(actor);
          continue;
        }
        if (attempt >= MAX_ATTEMPTS || !RETRYABLE.has(databaseCode(error))) throw error;
        await delay(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  /**
   * `run` for what only reads, before or after the change that a request is about: it takes no part in the request's idempotency key, which
   * would take its answer for that of the change, or the change's for its own.
   */
  look<T>(actor: Actor, work: (work: Work) => Promise<T>): Promise<T> {
    if (!actor.request.idempotency || this.running.getStore()) return this.run(actor, work);
    const { idempotency: _kept, ...request } = actor.request;
    return this.run({ ...actor, request }, work);
  }

  /**
   * Looks something up before the tenant is known, through a SECURITY DEFINER function that returns ids and hashes only
   * (domain.md, "Tenancy"); row-level security shows nothing else here. Inside a running transaction it sees that one's rows.
   *
   * @returns the first row, or undefined
   */
  async lookUp<Row>(sql: string, parameters: unknown[]): Promise<Row | undefined> {
    const outer = this.running.getStore();
    const [row] = outer ? await outer.query<Row>(sql, parameters) : await this.dataSource.query<Row[]>(sql, parameters);
    return row;
  }

  private async attempt<T>(actor: Actor, body: (work: Work) => Promise<T>): Promise<T> {
    const queryRunner = this.dataSource.createQueryRunner();
    // TypeORM keeps the pool; statements go to the connection itself, which is faster and can keep their plans.
    const client = (await queryRunner.connect()) as PoolClient;
    // The first statement travels with the beginning, the last ones with the commit: two round trips where there were five.
    const work = new Work(actor, client, begin(client, actor));
    try {
      const { result, events } = await this.running.run(work, () => perform(work, body));
      work.post('COMMIT');
      await work.settle();
      // The change is done: what the request still does, to answer, is no repeat of it.
      delete actor.request.idempotency;
      if (events > 0) this.committed.notify(actor.organizationId);
      return result;
    } catch (error) {
      const first = await work.failure();
      await send(client, 'ROLLBACK').catch(() => undefined);
      throw first ? first.error : error;
    } finally {
      await queryRunner.release();
    }
  }
}

/**
 * BEGIN and the transaction's settings, pipelined into one round trip.
 *
 * @throws AppError UNAUTHENTICATED when the session has ended; OutdatedRights
 */
async function begin(client: PoolClient, actor: Actor): Promise<void> {
  holdBack(client);
  const [, { rows: [entered] }] = await Promise.all([
    send(client, 'BEGIN'),
    send(client, 'SELECT session_active, access_version FROM app.enter($1, $2, $3, $4)', [
      actor.organizationId, actor.userId, actor.sessionId, actor.request.id,
    ]) as Promise<{ rows: { session_active: boolean; access_version: string }[] }>,
  ]);
  if (entered?.session_active !== true && !switchedOff('session')) throw refuse('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
  if (actor.userId && actor.accessVersion !== undefined && actor.accessVersion !== entered?.access_version) throw new OutdatedRights();
}

async function perform<T>(work: Work, body: (work: Work) => Promise<T>): Promise<{ result: T; events: number }> {
  const idempotency = work.actor.request.idempotency;
  if (idempotency) {
    const earlier = await claimIdempotencyKey(work, idempotency);
    if (earlier) return { result: earlier.result as T, events: 0 };
  }
  const result = await body(work);
  const events = work.takeEvents();
  if (events.length > 0) {
    // The guard has refused this already; not so where the view began a moment ago on another instance.
    refuseViewing(work.actor);
    work.post('SELECT app.record_events($1::jsonb)', [JSON.stringify(events.map((event) => ({
      kind: event.kind,
      subject: event.subject,
      subject_id: event.subjectId,
      related: event.related ?? [],
      actor_tier: work.actor.viewing?.ownTier ?? work.actor.tier,
      access_before: event.access.before,
      access_after: event.access.after,
      progress: event.progress ?? null,
      changes: event.changes ?? {},
      historical: work.actor.historical ?? false,
      occurred_at: event.occurredAt ?? null,
      address: work.actor.request.address,
      user_agent: work.actor.request.userAgent,
    })))]);
  }
  if (idempotency) storeIdempotentResult(work, idempotency, result);
  return { result, events: events.length };
}

function databaseCode(error: unknown): string {
  const code = (error as { code?: unknown }).code ?? (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof code === 'string' ? code : '';
}
