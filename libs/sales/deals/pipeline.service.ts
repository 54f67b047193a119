import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, newId } from '@throughline/platform/kernel';
import { DEFAULT_PIPELINE } from './pipeline.defaults.js';

/** Pipelines of an organization. */
@Injectable()
export class PipelineService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Gives a new organization its first pipeline; does nothing when it has a default one.
   *
   * @returns the default pipeline's id
   */
  ensureDefault(actor: Actor): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { organizationId } = actor;
      const [existing] = await work.query<{ id: string }>('SELECT id FROM pipeline WHERE organization_id = $1 AND is_default', [organizationId]);
      if (existing) return existing.id;
      const id = newId();
      await work.query('INSERT INTO pipeline (id, organization_id, name, is_default) VALUES ($1, $2, $3, true)', [id, organizationId, DEFAULT_PIPELINE.name]);
      for (const [index, stage] of DEFAULT_PIPELINE.stages.entries()) {
        await work.query(
          `INSERT INTO pipeline_stage (id, organization_id, pipeline_id, name, position, probability, is_won, is_lost, rot_days)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [newId(), organizationId, id, stage.name, index + 1, stage.probability, stage.isWon ?? false, stage.isLost ?? false, stage.rotDays ?? null],
        );
      }
      work.record({
        kind: 'pipeline.created', subject: 'pipeline', subjectId: id, access: { before: null, after: {} },
        changes: { name: { before: null, after: DEFAULT_PIPELINE.name } },
      });
      return id;
    });
  }
}
