import { Injectable } from '@nestjs/common';
import { maySee, permissionCatalogue } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, isId, notFound, refuse } from '@throughline/platform/kernel';
import { modelOfSubject, recordAccess } from '@throughline/platform/read';

/** Which value. */
export interface MaskedValue {
  subject: string;
  recordId: string;
  field: string;
}

/** Shows a masked value as it is. Every use is an event on the record, without the value (AUD-01). */
@Injectable()
export class UnmaskService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns the value; null when there is none
   * @throws AppError NOT_FOUND (record), VALIDATION_FAILED (nothing that can be masked), FORBIDDEN (without `<subject>.unmask` on it, or hidden)
   */
  unmask(actor: Actor, { subject: name, recordId, field }: MaskedValue): Promise<string | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const model = modelOfSubject(name);
      const permission = permissionCatalogue().find((each) => each.name === `${name}.unmask`);
      const masked = model?.subject?.maskable?.[field];
      if (!model || !permission || !masked) throw refuse('VALIDATION_FAILED', 'This is no field that can be masked.', 'field');
      const found = isId(recordId) ? await recordAccess(work, model, recordId) : null;
      const access = found && Object.fromEntries(Object.entries(found).filter(([key]) => key !== '__subject'));
      if (!access || !maySee(actor.ability, name, access)) throw notFound(model.label, 'recordId');
      const record = { ...access, __subject: name };
      if (!actor.ability.can('read', record, field)) throw refuse('FORBIDDEN', 'This field is hidden from you.', 'field');
      if (!actor.ability.can(permission.action, record)) throw refuse('FORBIDDEN', `You may not see this value: it needs the permission "${permission.name}".`, 'field');
      const column = masked.column ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const [row] = await work.query<{ value: string | null }>(`SELECT ${column} AS value FROM ${model.table} WHERE ${model.tenant} = $1 AND id = $2`, [actor.organizationId, recordId]);
      work.record({ kind: 'record.unmasked', subject: name, subjectId: recordId, access: { before: access, after: access }, changes: { field: { before: null, after: field } } });
      return row?.value ?? null;
    });
  }
}
