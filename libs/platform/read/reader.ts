import { Injectable } from '@nestjs/common';
import { type Actor, isId, notFound } from '../kernel/index.js';
import { compileStatement, type ReadRequest, type Statement } from './compile/statement.js';
import type { Figures } from './figures.js';
import type { ConnectionArguments, ConnectionResult, ReadModel } from './model.js';
import { RecordStatements } from './record-statements.js';
import type { Selection } from './selection.js';
import { ReadSession } from './session/read-session.js';

/**
 * Reads records for a caller: one SQL statement per call, cut to the caller's rows and fields at every level.
 * In the parsed answers an aliased field lies under `alias:field`, any other under its name.
 *
 * Every method may throw AppError: VALIDATION_FAILED for a cursor, filter or page size that makes no sense; FORBIDDEN when it
 * filters, sorts or searches by a field that a rule may hide; UNAUTHENTICATED when the session has ended; LIMIT_EXCEEDED.
 */
@Injectable()
export class Reader {
  private readonly records = new RecordStatements();

  constructor(private readonly session: ReadSession) {}

  /** A page of a list; parts that the selection does not name are absent. */
  async connection<T>(actor: Actor, model: ReadModel<T>, args: ConnectionArguments, selection: Selection): Promise<ConnectionResult<T>> {
    const [page] = await this.query(actor, [{ shape: 'connection', model, args, selection }]);
    return page as ConnectionResult<T>;
  }

  /** One record, or null when there is none with this id or the caller may not see it. */
  async one<T>(actor: Actor, model: ReadModel<T>, id: string, selection: Selection): Promise<T | null> {
    if (!isId(id)) return null;
    const compile = (): Statement => this.records.of(actor, model, id, selection);
    const { statement, row } = await this.session.run(actor, compile(), compile);
    return parsed(row[0] ?? null, statement.finishes[0] ?? null) as T | null;
  }

  /** One record. @throws AppError NOT_FOUND when it is missing or not visible */
  async existing<T>(actor: Actor, model: ReadModel<T>, id: string, selection: Selection): Promise<T> {
    const record = await this.one(actor, model, id, selection);
    if (record === null) throw notFound(model.label);
    return record;
  }

  /** Figures over many records, as far as the selection names them. */
  async figures(actor: Actor, figures: Figures, args: Readonly<Record<string, unknown>>, selection: Selection): Promise<unknown> {
    const [value] = await this.query(actor, [{ shape: 'figures', figures, args, selection }]);
    return value;
  }

  /** Several reads from one snapshot, in one statement; null for a record that is missing. For REST, exports and pages. */
  async query(actor: Actor, requests: readonly ReadRequest[]): Promise<unknown[]> {
    const compile = (): Statement => compileStatement(actor, requests, false);
    const { statement, row } = await this.session.run(actor, compile(), compile);
    return requests.map((_, index) => parsed(row[index] ?? null, statement.finishes[index] ?? null));
  }

  /**
   * The JSON texts of several reads as the database made them, under the response keys; null for a record that is missing.
   *
   * @param statement of `compileStatement(actor, requests, true)`
   * @param compileAgain makes it anew when the actor's rights turn out to be outdated
   */
  async rawText(actor: Actor, statement: Statement, compileAgain: () => Statement): Promise<readonly (string | null)[]> {
    const { row } = await this.session.run(actor, statement, compileAgain);
    return row;
  }
}

function parsed(text: string | null, finish: Statement['finishes'][number]): unknown {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (finish && value !== null) finish(value);
  return value;
}
