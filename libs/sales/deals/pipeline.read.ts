import { booleanFilter, defineRead, many, type ReadModel, textFilter } from '@throughline/platform/read';
import { PipelineObject, PipelineStageObject } from './api/pipeline.object.js';
import { pipelineSubject } from './deal.policy.js';

export const stageRead: ReadModel<PipelineStageObject> = defineRead({
  name: 'PipelineStage',
  object: () => PipelineStageObject,
  table: 'pipeline_stage',
  sorts: { position: 'integer!' },
  defaultSort: [{ field: 'position', direction: 'ASC' }],
});

export const pipelineRead: ReadModel<PipelineObject> = defineRead({
  name: 'Pipeline',
  object: () => PipelineObject,
  subject: pipelineSubject,
  fields: { stages: many(() => stageRead, { foreign: 'pipeline_id', order: [{ field: 'position', direction: 'ASC' }] }) },
  filters: { name: textFilter(), isDefault: booleanFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
