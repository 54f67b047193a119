import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Authenticator } from '../../access/index.js';
import { type Actor, refuse, switchedOff } from '../../kernel/index.js';
import type { Statement } from '../compile/statement.js';
import type { BatchStatement, FirstRow } from './batch.js';
import { ReadConnections } from './read-connections.js';

const ENTER = { name: 'enter', text: 'SELECT session_active, access_version FROM app.enter($1::uuid, $2::uuid, $3::uuid, $4::text)' };

/** Runs a statement as somebody: session, rights and rows in one round trip. */
@Injectable()
export class ReadSession implements OnModuleInit {
  private authenticator: Authenticator | null = null;

  constructor(
    private readonly connections: ReadConnections,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    // Identity stands to the right of the platform, and a worker may run without sign-in.
    try {
      this.authenticator = this.modules.get(Authenticator, { strict: false });
    } catch {
      this.authenticator = null;
    }
  }

  /**
   * @param compiled made from the actor's rights as they are known
   * @param compile makes it anew when they turn out to be outdated
   * @returns the statement that was run and its one row
   * @throws AppError UNAUTHENTICATED when the session has ended, VALIDATION_FAILED for values PostgreSQL cannot read,
   * LIMIT_EXCEEDED when it takes too long; and what `compile` throws
   */
  async run(actor: Actor, compiled: Statement, compile: () => Statement): Promise<{ statement: Statement; row: NonNullable<FirstRow> }> {
    let statement = compiled;
    for (let attempt = 1; ; attempt++) {
      const [entered, row] = await this.send([{ ...ENTER, values: [actor.organizationId, actor.userId, actor.sessionId, actor.request.id] }, statement]);
      if (entered?.[0] !== 't' && !switchedOff('session')) throw refuse('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
      if (actor.accessVersion === undefined || actor.accessVersion === entered?.[1]) return { statement, row: row ?? [] };
      // Read with rights that no longer hold: the answer is thrown away.
      if (attempt > 1 || !this.authenticator) throw refuse('CONFLICT', 'Your rights were changed while this was read. Try again.');
      await this.authenticator.reloadAbility(actor);
      statement = compile();
    }
  }

  private async send(statements: readonly BatchStatement[]): Promise<FirstRow[]> {
    try {
      return await this.connections.run(statements);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }
}

/** What the database refuses because of the caller's values, as a refusal they can act on. */
function refusalOf(error: unknown): Error | null {
  switch ((error as { code?: unknown }).code) {
    case '22P02': // not a value of this type
    case '22003': // number out of range
    case '22007': // not a date
    case '22008': // date out of range
    case '22021': // not UTF-8
    case '22P05': // no such character
      return refuse('VALIDATION_FAILED', 'A value in the filter or the cursor cannot be read.');
    case '57014':
      return refuse('LIMIT_EXCEEDED', 'This takes too long. Ask for less, or narrow it down with a filter.');
    default:
      return null;
  }
}
