import { userRead } from '@throughline/identity/users';
import { allows } from '@throughline/platform/access';
import { dateTimeFilter, defineRead, derived, enumFilter, idFilter, many, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { ImportStatusEnum } from '../api/lead-import.enums.js';
import { type DetectedFileObject, ImportRefusalObject, type ImportReportObject, LeadImportObject } from '../api/lead-import.object.js';
import { leadAccess, leadImportPermissions, leadImportSubject } from '../lead.policy.js';
import { importWorkflow } from './import.workflow.js';
import type { ImportStatus } from './lead-import.entity.js';

/** Refused rows are seen with their import. */
export const importRefusalRead: ReadModel<ImportRefusalObject> = defineRead({
  name: 'LeadImportRefusal',
  object: () => ImportRefusalObject,
  table: 'lead_import_refusal',
  key: { column: 'line', type: 'integer' },
  fields: { cells: derived(['cells'], (row) => row['cells'] ?? []) },
  sorts: { line: 'integer!' },
  defaultSort: [{ field: 'line', direction: 'ASC' }],
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const leadImportRead: ReadModel<LeadImportObject> = defineRead({
  name: 'LeadImport',
  object: () => LeadImportObject,
  subject: leadImportSubject,
  fields: {
    detected: derived(['detected'], (row) => row['detected'] as DetectedFileObject | null),
    report: derived(['report'], (row) => row['report'] as ImportReportObject | null),
    owner: one(() => userRead, { local: 'owner_id' }),
    refusals: many(() => importRefusalRead, { foreign: 'import_id' }),
    allowedMoves: derived(['status', 'owner_id', 'department_id'], (row, actor) => importWorkflow.offers(row['status'] as ImportStatus, () => {
      const access = leadAccess({ ownerId: text(row['owner_id']), departmentId: text(row['department_id']) });
      return allows(actor.ability, leadImportPermissions.create, access) ? null : `Needs the permission "${leadImportPermissions.create.name}".`;
    })),
  },
  filters: { id: idFilter(), status: enumFilter('LeadImportStatus', () => ImportStatusEnum), fileName: textFilter(), ownerId: idFilter(), createdAt: dateTimeFilter() },
  sorts: { createdAt: 'timestamptz!', fileName: 'text!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});
