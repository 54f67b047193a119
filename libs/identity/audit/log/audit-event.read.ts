import { userRead } from '@throughline/identity/users';
import { bigIntFilter, booleanFilter, column, computed, dateTimeFilter, defineRead, derived, idFilter, one, type ReadModel, resolvedElsewhere, textFilter } from '@throughline/platform/read';
import { AuditEventObject } from '../api/audit-event.object.js';
import { auditSubject } from '../audit.policy.js';
import { eventTitle } from '../describe/words.js';
import { REFUSAL_KINDS } from '../security-kinds.js';

const REFUSED = (alias: string): string => `${alias}.kind IN (${REFUSAL_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** The event log as a list: newest first, a page of it by index whatever it is narrowed to. */
export const auditEventRead: ReadModel<AuditEventObject> = defineRead({
  name: 'AuditEvent',
  object: () => AuditEventObject,
  subject: auditSubject,
  key: { column: 'id', type: 'bigint' },
  fields: {
    id: column('id', 'BIG_INT'),
    title: derived(['kind'], (row) => eventTitle(String(row['kind']))),
    actor: one(() => userRead, { local: 'actor_id' }),
    refused: computed('BOOLEAN', ['kind'], REFUSED),
    // Described for a whole page at once (AuditLogService).
    changes: resolvedElsewhere('id'),
    hiddenChanges: resolvedElsewhere('id'),
    recordName: resolvedElsewhere('id'),
    actorName: resolvedElsewhere('id'),
  },
  filters: {
    id: bigIntFilter(),
    kind: textFilter(),
    subject: textFilter(),
    subjectId: idFilter(),
    actorId: idFilter(),
    actorTier: textFilter(),
    occurredAt: dateTimeFilter(),
    address: textFilter(),
    requestId: textFilter(),
    historical: booleanFilter(),
  },
  // A refusal is one event in thousands, a change of a task every third.
  unevenFilters: true,
  sorts: { occurredAt: 'timestamptz!' },
  defaultSort: [{ field: 'occurredAt', direction: 'DESC' }],
});
