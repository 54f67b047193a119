import { Injectable } from '@nestjs/common';
import { abilitySql } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { dealSubject } from './deal.policy.js';

/** Amounts in minor units. */
interface StageTotals {
  stageId: string;
  count: number;
  total: { amountMinor: bigint; currency: string };
  weighted: { amountMinor: bigint; currency: string };
}

/** Sums over the board's columns; only deals in the organization's own currency are added up (FIN-04). */
@Injectable()
export class StageTotalsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One entry per stage of the pipeline, in order; one statement. */
  of(actor: Actor, pipelineId: string): Promise<StageTotals[]> {
    const parameters: unknown[] = [actor.organizationId, pipelineId];
    const visible = abilitySql(actor.ability, 'read', dealSubject, 'd', { add: (value) => `$${parameters.push(value)}` });
    return this.unitOfWork.run(actor, async (work) => {
      const rows = await work.query<{ stageId: string; count: number; total: string; weighted: string; currency: string }>(
        `SELECT s.id AS "stageId", o.currency, coalesce(sums.count, 0)::int AS count, coalesce(sums.total, 0)::bigint::text AS total,
                coalesce(sums.weighted, 0)::bigint::text AS weighted
         FROM pipeline_stage s JOIN organization o ON o.id = s.organization_id
         LEFT JOIN LATERAL (
           SELECT count(*) AS count, sum(d.amount_minor) FILTER (WHERE d.currency = o.currency) AS total,
                  sum(d.amount_minor * d.probability / 100) FILTER (WHERE d.currency = o.currency) AS weighted
           FROM deal d WHERE d.organization_id = s.organization_id AND d.stage_id = s.id AND ${visible}
         ) sums ON true
         WHERE s.organization_id = $1 AND s.pipeline_id = $2 ORDER BY s.position`,
        parameters,
      );
      return rows.map(({ stageId, count, total, weighted, currency }) => ({
        stageId, count, total: { amountMinor: BigInt(total), currency }, weighted: { amountMinor: BigInt(weighted), currency },
      }));
    });
  }
}
