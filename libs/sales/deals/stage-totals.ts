import { defineFigures } from '@throughline/platform/read';
import { dealSubject } from './deal.policy.js';

/**
 * Sums over the board's columns, one entry for each stage of a pipeline, in order; only deals in the organization's own currency are
 * added up (FIN-04). Every deal is looked at once, whatever its stage.
 */
export const stageTotals = defineFigures({
  name: 'DealStageTotals',
  sql: ({ organization, add, visible }, { pipelineId }) => {
    const pipeline = `${add(pipelineId)}::uuid`;
    return `(SELECT coalesce(jsonb_agg(jsonb_build_object('stageId', s.id, 'count', coalesce(sums.count, 0),
        'total', jsonb_build_object('amountMinor', coalesce(sums.total, 0)::bigint::text, 'currency', o.currency),
        'weighted', jsonb_build_object('amountMinor', coalesce(sums.weighted, 0)::bigint::text, 'currency', o.currency)) ORDER BY s.position), '[]')
      FROM pipeline_stage s JOIN organization o ON o.id = s.organization_id
      LEFT JOIN (
        SELECT d.stage_id, count(*) AS count, sum(d.amount_minor) FILTER (WHERE d.currency = own.currency) AS total,
               sum(d.amount_minor * d.probability / 100) FILTER (WHERE d.currency = own.currency) AS weighted
        FROM deal d, (SELECT currency FROM organization WHERE id = ${organization}) own
        WHERE d.organization_id = ${organization} AND d.pipeline_id = ${pipeline} AND ${visible(dealSubject, 'd') ?? 'false'} GROUP BY d.stage_id
      ) sums ON sums.stage_id = s.id
      WHERE s.organization_id = ${organization} AND s.pipeline_id = ${pipeline})`;
  },
});
