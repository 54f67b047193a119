import { Injectable } from '@nestjs/common';
import { Authenticator, permissionCatalogue } from '../../access/index.js';
import { EventReader } from '../../events/index.js';
import { OpenSockets } from '../../graphql/index.js';
import { type Actor, isId, refuse } from '../../kernel/index.js';
import { endSockets } from '../session-ends.js';
import { type ChangeIterator, changeIterator } from './change-iterator.js';
import { ChangeReceiver } from './change-receiver.js';
import type { RecordChange } from './record-change.object.js';

/** The arguments of `recordChanges` as callers send them. */
export interface RecordChangesArguments {
  subjects?: string[] | null | undefined;
  recordId?: string | null | undefined;
  after?: string | null | undefined;
}

const MAX_SUBJECTS = 30;
/** Opens subscriptions to what happens to records. */
@Injectable()
export class RecordChanges {
  constructor(
    private readonly reader: EventReader<RecordChange>,
    private readonly authenticator: Authenticator,
    private readonly sockets: OpenSockets,
  ) {}

  /**
   * @returns what happens from now on, or from `after` on
   * @throws AppError VALIDATION_FAILED for an unknown subject, an id that is none, a position that is none
   */
  async open(actor: Actor, { subjects, recordId, after }: RecordChangesArguments): Promise<ChangeIterator> {
    const question = { subjects: subjectsOf(subjects), recordId: recordIdOf(recordId) };
    const receiver = new ChangeReceiver(actor, question, this.authenticator, (whose, failure) => endSockets(this.sockets, whose, failure));
    return changeIterator(await this.reader.subscribe(receiver, positionOf(after)));
  }
}

function subjectsOf(subjects: string[] | null | undefined): string[] | null {
  if (!subjects) return null;
  const wanted = [...new Set(subjects)].sort();
  if (wanted.length === 0 || wanted.length > MAX_SUBJECTS) {
    throw refuse('VALIDATION_FAILED', `Name 1 to ${MAX_SUBJECTS} subjects, or leave them out for all.`, 'subjects');
  }
  const known = new Set(permissionCatalogue().map((permission) => permission.subject));
  const unknown = wanted.find((subject) => !known.has(subject));
  if (unknown !== undefined) {
    throw refuse('VALIDATION_FAILED', `There is no such subject. Known are: ${[...known].sort().join(', ')}.`, `subjects.${subjects.indexOf(unknown)}`);
  }
  return wanted;
}

function recordIdOf(recordId: string | null | undefined): string | null {
  if (recordId === null || recordId === undefined) return null;
  if (!isId(recordId)) throw refuse('VALIDATION_FAILED', 'A record id is a UUID.', 'recordId');
  return recordId.toLowerCase();
}

function positionOf(after: string | null | undefined): number | null {
  if (after === null || after === undefined) return null;
  if (!/^\d{1,15}$/.test(after)) throw refuse('VALIDATION_FAILED', 'A position is what an earlier message carried, for example "1042".', 'after');
  return Number(after);
}
