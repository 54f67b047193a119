import { Injectable } from '@nestjs/common';
import { type Actor, notFound } from '../kernel/index.js';
import type { ConnectionArguments, ConnectionResult, ReadModel } from './model.js';
import type { Selection } from './selection.js';

/**
 * Reads records for a caller: one SQL statement per call, cut to the caller's rows and fields at every level.
 * In the answers an aliased field lies under `alias:field`, any other under its name (`answerSelections` makes GraphQL
 * find them).
 */
@Injectable()
export class Reader {
  /**
   * A page of a list.
   *
   * @throws AppError VALIDATION_FAILED for a cursor, filter or page size that makes no sense; FORBIDDEN when it filters,
   * sorts or searches by a field that a rule may hide
   */
  async connection<T>(_actor: Actor, _model: ReadModel<T>, _args: ConnectionArguments, _selection: Selection): Promise<ConnectionResult<T>> {
    throw new Error('Not built yet.');
  }

  /** One record, or null when there is none with this id or the caller may not see it. */
  async one<T>(_actor: Actor, _model: ReadModel<T>, _id: string, _selection: Selection): Promise<T | null> {
    throw new Error('Not built yet.');
  }

  /** One record. @throws AppError NOT_FOUND when it is missing or not visible */
  async existing<T>(actor: Actor, model: ReadModel<T>, id: string, selection: Selection): Promise<T> {
    const record = await this.one(actor, model, id, selection);
    if (record === null) throw notFound(model.label);
    return record;
  }
}
