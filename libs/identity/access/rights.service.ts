import { Inject, Injectable } from '@nestjs/common';
import { type Actor, refuse, switchedOff } from '@throughline/platform/kernel';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { DataSource, type QueryRunner } from 'typeorm';
import { RightsCache } from './rights.cache.js';
import { HeldRights, type Rights } from './rights.js';
import { readRightsFacts } from './rights.repository.js';
import { viewRights } from './view-as/view-rights.js';

/** Whose rights are asked for. */
export type RightsHolder = Pick<Actor, 'organizationId' | 'userId' | 'sessionId'> & { userId: string; requestId: string; address?: string | null };

export type RightsInForce = Rights & { accessVersion: string };

const CAPACITY = 10_000;

/** The compiled rights of people, from memory where nothing changed. */
@Injectable()
export class RightsService {
  private readonly cache = new RightsCache(CAPACITY);
  private readonly warned = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * The rights last seen; from the database only for somebody new here. They may be older than the last change: whoever runs a
   * transaction compares versions and calls `reload`.
   *
   * @throws AppError UNAUTHENTICATED when the session has ended
   */
  async lastKnown(holder: RightsHolder): Promise<RightsInForce> {
    const entry = this.cache.get(holder.userId);
    return entry && !entry.held.outdated(Date.now()) ? judged(entry, holder) : this.reload(holder);
  }

  /**
   * The rights in force now.
   *
   * @throws AppError UNAUTHENTICATED when the session has ended
   */
  async reload(holder: RightsHolder): Promise<RightsInForce> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      const accessVersion = await enter(runner, holder);
      const known = this.cache.get(holder.userId);
      const entry = known?.accessVersion === accessVersion && !known.held.outdated(Date.now()) ? known : { accessVersion, ...(await this.compile(runner, holder)) };
      await runner.query('COMMIT');
      this.cache.set(holder.userId, entry);
      return judged(entry, holder);
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async compile(runner: QueryRunner, { organizationId, userId }: RightsHolder): Promise<Pick<Entry, 'held' | 'views'>> {
    const facts = await readRightsFacts(runner, organizationId, userId);
    if (!facts) throw ended();
    const warn = (permission: string): void => this.warn(permission);
    const views = new Map<string, HeldRights>();
    for (const view of facts.views) views.set(view.sessionId, await viewRights(runner, organizationId, facts, view, warn));
    return { held: new HeldRights(facts, warn), views };
  }

  private warn(permission: string): void {
    if (this.warned.has(permission)) return;
    this.warned.add(permission);
    this.logger.warn({ permission }, 'a role grants a permission that no feature declares; the grant does nothing');
  }
}

type Entry = Parameters<RightsCache['set']>[1];

/** The rights of a request: of the one the session views as, if it does. */
function judged({ accessVersion, held, views }: Entry, { sessionId, address = null }: RightsHolder): RightsInForce {
  const whose = (sessionId === null ? undefined : views.get(sessionId)) ?? held;
  return { ...whose.in({ address, now: new Date() }), accessVersion };
}

/** The version is read before the grants: a change in between makes the entry look old, never new. */
async function enter(runner: QueryRunner, holder: RightsHolder): Promise<string> {
  const [, rows] = await Promise.all([
    runner.query('BEGIN'),
    runner.query('SELECT session_active, access_version FROM app.enter($1, $2, $3, $4)', [
      holder.organizationId, holder.userId, holder.sessionId, holder.requestId,
    ]) as Promise<{ session_active: boolean; access_version: string }[]>,
  ]);
  if (!rows[0] || (!rows[0].session_active && !switchedOff('session'))) throw ended();
  return rows[0].access_version;
}

const ended = (): Error => refuse('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
