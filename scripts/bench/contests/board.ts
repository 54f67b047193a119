import { type Contest, type Given, graphql } from '../lib/contest.js';
import { asOwner } from '../lib/database.js';
import { inTurn, jsonPost } from '../lib/http-load.js';
import { signedIn, webDocument } from '../lib/yardstick.js';

const FIRST = 25;

interface Board { stages: { deals: { nodes: unknown[] } }[] }

/** The deal board as the web application asks for it: six columns of 25 cards with their counts and sums. */
export async function board({ organization, ours, database }: Given): Promise<Contest> {
  const headers = await signedIn(ours, organization.users.SALES_MANAGER);
  const pipelineId = await asOwner(database.ownerUrl, async (client) => (await client.query<{ id: string }>('SELECT id FROM pipeline WHERE organization_id = $1 AND is_default', [organization.id])).rows[0]?.id ?? '');
  return {
    name: 'board', ratio: 0.5, statements: 2, p95: 100,
    ours: inTurn([graphql(webDocument('deals/deals.graphql', 'DealBoard'), { pipelineId, first: FIRST }, headers)]),
    bare: inTurn([jsonPost('/board', {})]),
    right: ({ pipeline, dealStageTotals }) => (pipeline as Board | undefined)?.stages.length === 6 && (pipeline as Board).stages.every(({ deals }) => deals.nodes.length === FIRST) && (dealStageTotals as unknown[]).length === 6,
    server: {
      text: `SELECT json_build_object('data', json_build_object(
          'pipeline', (SELECT json_build_object('id', p.id, 'stages', (SELECT json_agg(json_build_object('id', s.id, 'deals', json_build_object(
              'nodes', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'version', d.version, 'number', d.number, 'name', d.name, 'status', d.status, 'stageEnteredAt', d.stage_entered_at,
                  'expectedClose', d.expected_close, 'amount', json_build_object('amountMinor', d.amount_minor::text, 'currency', d.currency),
                  'stage', json_build_object('id', s.id, 'name', s.name, 'position', s.position, 'rotDays', s.rot_days),
                  'customer', json_build_object('id', c.id, 'name', c.name), 'owner', json_build_object('id', u.id, 'name', u.name)) ORDER BY d.stage_entered_at DESC, d.id DESC), '[]')
                FROM (SELECT * FROM deal WHERE organization_id = $1 AND stage_id = s.id AND department_id = $2 ORDER BY stage_entered_at DESC, id DESC LIMIT ${FIRST}) d
                LEFT JOIN customer c ON c.id = d.customer_id LEFT JOIN user_account u ON u.id = d.owner_id),
              'totalCount', (SELECT count(*) FROM deal WHERE organization_id = $1 AND stage_id = s.id AND department_id = $2))) ORDER BY s.position)
            FROM pipeline_stage s WHERE s.organization_id = $1 AND s.pipeline_id = p.id)) FROM pipeline p WHERE p.organization_id = $1 AND p.id = $3),
          'dealStageTotals', (SELECT json_agg(json_build_object('stageId', s.id, 'total', json_build_object('amountMinor', coalesce(t.total, 0)::text, 'currency', 'USD')) ORDER BY s.position)
            FROM pipeline_stage s LEFT JOIN (SELECT stage_id, sum(amount_minor) FILTER (WHERE currency = 'USD') AS total FROM deal
              WHERE organization_id = $1 AND pipeline_id = $3 AND department_id = $2 GROUP BY stage_id) t ON t.stage_id = s.id WHERE s.organization_id = $1 AND s.pipeline_id = $3)))::text`,
      values: [organization.id, organization.departments.sales, pipelineId],
    },
  };
}
