import { Injectable } from '@nestjs/common';
import { type AccessColumns, type ColumnValues, lockRow, selectList, updateVersioned, type Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import type { DealStatus } from './deal.workflow.js';

/** A deal as the rules need it. */
export interface DealRow {
  id: string;
  number: string;
  version: number;
  name: string;
  status: DealStatus;
  customerId: string | null;
  contactId: string | null;
  leadId: string | null;
  pipelineId: string;
  stageId: string;
  stageEnteredAt: Date;
  amountMinor: string;
  currency: string;
  ownerId: string | null;
  departmentId: string | null;
  teamId: string | null;
  /** Keys of service categories, as far as whoever asked knew them. */
  requestedServices: string[];
  expectedClose: string | null;
  probability: number;
  requirements: string | null;
  tags: string[];
}

/** A stage as the rules need it. */
export interface StageRow {
  id: string;
  pipelineId: string;
  name: string;
  position: number;
  probability: number;
  isWon: boolean;
  isLost: boolean;
}

const DEAL = {
  table: 'deal',
  label: 'deal',
  fields: ['id', 'number', 'version', 'name', 'status', 'customerId', 'contactId', 'leadId', 'pipelineId', 'stageId', 'stageEnteredAt', 'amountMinor', 'currency', 'ownerId', 'departmentId', 'teamId', 'requestedServices', 'expectedClose::text', 'probability', 'requirements', 'tags'],
};
const STAGE_COLUMNS = selectList(['id', 'pipelineId', 'name', 'position', 'probability', 'isWon', 'isLost']);

/** The access columns of a deal, for permission checks and events. */
export function dealAccess(deal: Pick<DealRow, 'departmentId' | 'teamId' | 'ownerId' | 'customerId' | 'status'> & { amountMinor: string | null; currency: string | null }): AccessColumns {
  const { departmentId, teamId, ownerId, customerId, status, amountMinor, currency } = deal;
  return { departmentId, teamId, ownerId, customerId, state: status, amountMinor, currency };
}

/** All SQL that writes deals. */
@Injectable()
export class DealRepository {
  /**
   * Loads a deal and keeps others from changing it until the transaction ends.
   *
   * @param path where in the input the deal is named
   * @throws AppError NOT_FOUND
   */
  lock(work: Work, id: string, path = 'id'): Promise<DealRow> {
    return lockRow<DealRow>(work, DEAL, id, path);
  }

  async update(work: Work, deal: Pick<DealRow, 'id'>, version: number, values: ColumnValues): Promise<void> {
    await updateVersioned(work, 'deal', 'deal', deal.id, version, values);
  }

  /** Logs a move between stages with the time spent in the one left (DEA-04). */
  async logMove(work: Work, deal: DealRow, toStageId: string, note: string | null): Promise<void> {
    await work.query(
      `INSERT INTO deal_stage_move (id, organization_id, deal_id, from_stage_id, to_stage_id, seconds_in_stage, note, moved_by)
       VALUES ($1, $2, $3, $4, $5, extract(epoch FROM now() - $6::timestamptz)::bigint, $7, $8)`,
      [newId(), work.actor.organizationId, deal.id, deal.stageId, toStageId, deal.stageEnteredAt, note, work.actor.userId],
    );
  }

  /** @throws AppError NOT_FOUND at `stageId` */
  async stage(work: Work, id: string): Promise<StageRow> {
    const [stage] = await work.query<StageRow>(
      `SELECT ${STAGE_COLUMNS} FROM pipeline_stage WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id],
    );
    if (!stage) throw notFound('pipeline stage', 'stageId');
    return stage;
  }

  /**
   * The stages of a pipeline in order.
   *
   * @param pipelineId the organization's default pipeline when null
   */
  async stages(work: Work, pipelineId: string | null): Promise<StageRow[]> {
    return work.query<StageRow>(
      `SELECT ${STAGE_COLUMNS} FROM pipeline_stage s WHERE s.organization_id = $1 AND s.pipeline_id = coalesce($2::uuid,
         (SELECT p.id FROM pipeline p WHERE p.organization_id = $1 AND p.is_default)) ORDER BY s.position`,
      [work.actor.organizationId, pipelineId],
    );
  }

  async organizationCurrency(work: Work): Promise<string> {
    const [row] = await work.query<{ currency: string }>('SELECT currency FROM organization WHERE id = $1', [work.actor.organizationId]);
    return row?.currency ?? 'USD';
  }

  /** The department a deal of this person belongs to when nothing else says so: their first. */
  async departmentOf(work: Work, userId: string | null): Promise<string | null> {
    const [row] = await work.query<{ id: string }>(
      'SELECT department_id AS id FROM user_department WHERE organization_id = $1 AND user_id = $2 ORDER BY department_id LIMIT 1',
      [work.actor.organizationId, userId],
    );
    return row?.id ?? null;
  }

  /** A customer that bought is a customer (CUS-03); records its own event, so that the customer's history tells it. */
  async promoteCustomer(work: Work, customerId: string): Promise<void> {
    const [customer] = await work.query<{ lifeCycle: string; ownerId: string | null; departmentId: string | null }>(
      `UPDATE customer c SET life_cycle = 'CUSTOMER', version = c.version + 1, updated_at = now()
       FROM (SELECT id, life_cycle FROM customer WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE) old
       WHERE c.id = old.id AND c.organization_id = $1 AND old.life_cycle <> 'CUSTOMER'
       RETURNING old.life_cycle AS "lifeCycle", c.owner_id AS "ownerId", c.department_id AS "departmentId"`,
      [work.actor.organizationId, customerId],
    );
    if (!customer) return;
    const access = { ownerId: customer.ownerId, departmentId: customer.departmentId, customerId };
    work.record({
      kind: 'customer.life_cycle_changed', subject: 'customer', subjectId: customerId, access: { before: access, after: access },
      changes: { lifeCycle: { before: customer.lifeCycle, after: 'CUSTOMER' } },
    });
  }
}
