import type { Client } from 'pg';
import { newId } from '../../../libs/platform/kernel/ids.js';
import { DEFAULT_PIPELINE } from '../../../libs/sales/deals/pipeline.defaults.js';
import type { TestOrganization } from '../../../libs/testing/organization.js';
import { madeId } from './made.js';

/** Deals of the yardstick data set in the default pipeline, two in three in the sales department, of the customers that `insertProjects` made. */
export async function insertDeals(client: Client, { id: organizationId, departments, users }: TestOrganization, seed: number, count: number): Promise<void> {
  const pipelineId = newId();
  await client.query('INSERT INTO pipeline (id, organization_id, name, is_default) VALUES ($1, $2, $3, true)', [pipelineId, organizationId, DEFAULT_PIPELINE.name]);
  const stages: string[] = [];
  for (const [index, { name, probability, isWon = false, isLost = false, rotDays = null }] of DEFAULT_PIPELINE.stages.entries()) {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO pipeline_stage (id, organization_id, pipeline_id, name, position, probability, is_won, is_lost, rot_days) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [newId(), organizationId, pipelineId, name, index + 1, probability, isWon, isLost, rotDays],
    );
    stages.push(rows[0]!.id);
  }
  // A third is open, as in a pipeline that has been used for years.
  await client.query(
    `INSERT INTO deal (id, organization_id, number, name, customer_id, pipeline_id, stage_id, stage_entered_at, status, amount_minor, currency, probability, expected_close, closed_at, owner_id, department_id, created_at)
     SELECT ${madeId(`'deal' || g`, '$6')}, $1, 'DEAL-' || g, 'Deal ' || g, ${madeId(`'customer' || g % 500`, '$6')}, $2, ($3::uuid[])[k.stage], timestamptz '2025-06-01' + g * interval '20 minutes',
       k.status, (g * 104729) % 5000000, 'USD', 50, date '2026-01-01' + g % 365, CASE WHEN k.status <> 'OPEN' THEN now() - (g % 500) * interval '1 day' END,
       ($4::uuid[])[1 + g % 3], ($5::uuid[])[1 + g % 3], timestamptz '2025-01-01' + g * interval '20 minutes'
     FROM generate_series(1, $7::int) g
     CROSS JOIN LATERAL (SELECT r.n, CASE WHEN r.n < 4 THEN 1 + r.n WHEN r.n < 9 THEN 5 ELSE 6 END AS stage,
       CASE WHEN r.n < 4 THEN 'OPEN' WHEN r.n < 9 THEN 'WON' ELSE 'LOST' END AS status FROM (SELECT abs(hashint8(g + $6::bigint)) % 12 AS n) r) k`,
    [organizationId, pipelineId, stages, [users.SALES_CLOSER.id, users.SALES_AGENT.id, users.SALES_MANAGER.id], [departments.sales, departments.sales, departments.marketing], seed, count],
  );
}
