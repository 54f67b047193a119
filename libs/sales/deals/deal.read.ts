import { departmentRead } from '@throughline/identity/departments';
import { userRead } from '@throughline/identity/users';
import { moveOffers } from '@throughline/platform/access';
import {
  bigIntFilter, connection, dateFilter, dateTimeFilter, defineRead, derived, enumFilter, extendRead, idFilter, listFilter, many, money, one, type ReadModel, textFilter,
} from '@throughline/platform/read';
import { contactRead, customerRead } from '@throughline/sales/customers';
import { DealStatusEnum } from './api/deal-status.enum.js';
import { DealObject, DealStageMoveObject } from './api/deal.object.js';
import { dealPermissions, dealSubject } from './deal.policy.js';
import { dealAccess } from './deal.repository.js';
import { type DealMove, dealWorkflow, type DealStatus } from './deal.workflow.js';
import { pipelineRead, stageRead } from './pipeline.read.js';

const MOVE_PERMISSIONS = { ADVANCE: dealPermissions.advance, WIN: dealPermissions.win, LOSE: dealPermissions.lose, REOPEN: dealPermissions.reopen } satisfies Record<DealMove, unknown>;
const ACCESS_COLUMNS = ['status', 'amount_minor', 'currency', 'department_id', 'team_id', 'owner_id', 'customer_id'] as const;

const amount = (value: unknown): string | null => (typeof value === 'number' ? String(value) : null);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const dealStageMoveRead: ReadModel<DealStageMoveObject> = defineRead({
  name: 'DealStageMove',
  object: () => DealStageMoveObject,
  table: 'deal_stage_move',
  fields: {
    from: one(() => stageRead, { local: 'from_stage_id' }),
    to: one(() => stageRead, { local: 'to_stage_id' }),
    movedBy: one(() => userRead, { local: 'moved_by' }),
  },
  sorts: { movedAt: 'timestamptz!' },
  defaultSort: [{ field: 'movedAt', direction: 'DESC' }],
});

export const dealRead: ReadModel<DealObject> = defineRead({
  name: 'Deal',
  object: () => DealObject,
  subject: dealSubject,
  fields: {
    amount: money('amount_minor'),
    stage: one(() => stageRead, { local: 'stage_id' }),
    pipeline: one(() => pipelineRead, { local: 'pipeline_id' }),
    customer: one(() => customerRead, { local: 'customer_id' }),
    contact: one(() => contactRead, { local: 'contact_id' }),
    owner: one(() => userRead, { local: 'owner_id' }),
    department: one(() => departmentRead, { local: 'department_id' }),
    moves: many(() => dealStageMoveRead, { foreign: 'deal_id', limit: 50 }),
    allowedMoves: derived(ACCESS_COLUMNS, (row, actor) => moveOffers(
      actor,
      dealAccess({ departmentId: text(row['department_id']), teamId: text(row['team_id']), ownerId: text(row['owner_id']), customerId: text(row['customer_id']), status: row['status'] as DealStatus, amountMinor: amount(row['amount_minor']), currency: text(row['currency']) }),
      dealWorkflow, row['status'] as DealStatus, MOVE_PERMISSIONS,
    )),
  },
  filters: {
    status: enumFilter('DealStatus', () => DealStatusEnum),
    name: textFilter(),
    number: textFilter(),
    stageId: idFilter(),
    pipelineId: idFilter(),
    customerId: idFilter(),
    leadId: idFilter(),
    ownerId: idFilter(),
    departmentId: idFilter(),
    amountMinor: bigIntFilter(),
    expectedClose: dateFilter(),
    tags: listFilter(),
    createdAt: dateTimeFilter(),
    closedAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!', name: 'text!', amountMinor: 'bigint!', expectedClose: 'date', closedAt: 'timestamptz', stageEnteredAt: 'timestamptz!', probability: 'integer!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_deal', fields: ['name', 'number'] },
});

extendRead(stageRead, { deals: connection(() => dealRead, { foreign: 'stage_id', order: [{ field: 'stageEnteredAt', direction: 'DESC' }] }) });
extendRead(customerRead, { deals: connection(() => dealRead, { foreign: 'customer_id' }) });
