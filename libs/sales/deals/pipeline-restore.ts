import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { pipelinePermissions } from './deal.policy.js';
import { kindOf, type PipelineStageFacts, PipelineSettingsService } from './pipeline-settings.service.js';

const restorable = defineRestorable(pipelinePermissions.update, ['name', 'stages']);

/** Brings back a pipeline's earlier name and stages (AUD-03): a stage that was removed since then comes as a new one. */
@Injectable()
@Restores(restorable)
export class RestorePipeline implements RestoresRecord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pipelines: PipelineSettingsService,
  ) {}

  restore(actor: Actor, id: string, version: number, { name, stages }: { name?: string; stages?: readonly PipelineStageFacts[] }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const rows = await work.query<{ id: string }>('SELECT id FROM pipeline_stage WHERE organization_id = $1 AND pipeline_id = $2', [actor.organizationId, id]);
      const present = new Set(rows.map((stage) => stage.id));
      const wanted = stages?.map((stage) => ({ ...stage, id: present.has(stage.id) ? stage.id : null, kind: kindOf(stage) }));
      return this.pipelines.update(actor, { id, version, name, stages: wanted });
    });
  }
}
