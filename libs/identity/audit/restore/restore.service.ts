import { Injectable } from '@nestjs/common';
import { refuseReadOnly } from '@throughline/platform/access';
import { type AccessColumns, UnitOfWork } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { mayReadChange } from '@throughline/platform/read';
import type { StoredChanges } from '../describe/change-describer.js';
import { RecordHistoryRepository } from '../history/record-history.repository.js';
import { visibleRecord } from '../history/record-history.service.js';
import type { RestorableDefinition } from './define-restorable.js';
import { RestorableRecords } from './restorable-records.js';

/** Which values to bring back. */
export interface RestoreFields {
  subject: string;
  id: string;
  /** The version its editor saw. */
  version: number;
  /** The entry of the history whose earlier values are meant. */
  eventId: string;
  fields: readonly string[];
}

/** Brings back values that fields of a record had before an event (AUD-03). */
@Injectable()
export class RestoreService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: RecordHistoryRepository,
    private readonly records: RestorableRecords,
  ) {}

  /**
   * Only what the caller may see, and only through the feature's own update, with its permission, validation and version.
   *
   * @returns the record's id
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, and whatever the update refuses
   */
  restore(actor: Actor, { subject, id, version, eventId, fields }: RestoreFields): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { model, access } = await visibleRecord(work, actor, subject, id);
      const target = this.records.of(subject);
      if (!target) throw refuse('VALIDATION_FAILED', `Earlier values of a ${model.label} cannot be restored.`, 'subject');
      const changes = await this.events.changes(work, subject, id, eventId);
      if (!changes) throw refuse('NOT_FOUND', 'This entry does not belong to the history of this record.', 'eventId');
      refuseReadOnly(actor, target.definition.permission, fields, columnsOnly(access));
      const visible = (field: string): boolean => mayReadChange(actor.ability, model, access, field);
      await target.provider.restore(actor, id, version, earlierValues(target.definition, changes, fields, visible));
      const columns = columnsOnly(access);
      work.record({
        kind: `${subject}.fieldsRestored`, subject, subjectId: id, access: { before: columns, after: columns },
        changes: { fields: { before: null, after: fields }, fromEntry: { before: null, after: eventId } },
      });
      return id;
    });
  }
}

function earlierValues({ fields: restorable }: RestorableDefinition, changes: StoredChanges, fields: readonly string[], visible: (field: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(fields.map((field, index) => {
    const change = changes[field];
    const kind = restorable[field];
    if (!change || !kind || !visible(field)) throw refuse('VALIDATION_FAILED', 'This entry holds no earlier value of this field that could be restored.', `fields.${index}`);
    if (change.erased) throw refuse('PRECONDITION_FAILED', 'The earlier value was taken out of the history and cannot come back.', `fields.${index}`);
    const { before } = change;
    return [field, kind === 'BIGINT' && before !== null ? BigInt(before as string | number) : before];
  }));
}

const columnsOnly = ({ __subject: _, ...columns }: Record<string, unknown>): AccessColumns => columns;
