import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import { pipelinePermissions, pipelineSubject } from './deal.policy.js';
import { DEFAULT_PIPELINE } from './pipeline.defaults.js';

/** OPEN: on the way. Each pipeline ends in one stage for won and one for lost deals. */
export type StageKind = 'OPEN' | 'WON' | 'LOST';

/** A stage as somebody wants it. */
export interface WantedStage {
  /** A present stage; a new one when absent. */
  id?: string | null | undefined;
  name: string;
  kind: StageKind;
  /** Percent; of open stages. */
  probability?: number | null | undefined;
  rotDays?: number | null | undefined;
  colour?: string | null | undefined;
}

/** A stage as it is stored, and as events tell it. */
export interface PipelineStageFacts {
  id: string;
  name: string;
  position: number;
  probability: number;
  isWon: boolean;
  isLost: boolean;
  rotDays: number | null;
  colour: string | null;
}

interface PipelineRow {
  id: string;
  name: string;
  isDefault: boolean;
}

const PIPELINE = { table: 'pipeline', label: 'pipeline', fields: ['id', 'name', 'isDefault'] };
const CHANCE: Readonly<Record<StageKind, number | null>> = { OPEN: null, WON: 100, LOST: 0 };

/** Ways of selling and their stages, edited as one (ORG-06). Deals keep the probability they took when they entered their stage. */
@Injectable()
export class PipelineSettingsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param stages those every organization starts with when absent @throws AppError VALIDATION_FAILED, DUPLICATE (name), FORBIDDEN */
  create(actor: Actor, input: { name: string; stages?: readonly WantedStage[] | null | undefined }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, pipelinePermissions.update, pipelineSubject, {});
      const name = named(input.name, 'name');
      const wanted = input.stages ?? DEFAULT_PIPELINE.stages.map((stage) => ({ ...stage, kind: kindOf(stage) }));
      const stages = staged(wanted, []);
      const id = newId();
      await insertRow(work, 'pipeline', { id, name, isDefault: false });
      await this.write(work, id, [], stages);
      record(work, 'pipeline.created', id, fieldChanges({}, { name, stages }), true);
      return id;
    });
  }

  /**
   * @param stages all of them in order; those left out are removed
   * @throws AppError VALIDATION_FAILED, DUPLICATE, CONFLICT, PRECONDITION_FAILED (a removed stage has deals), FORBIDDEN, NOT_FOUND
   */
  update(actor: Actor, input: { id: string; version: number; name?: string | undefined; isDefault?: boolean | undefined; stages?: readonly WantedStage[] | undefined }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const pipeline = await lockRow<PipelineRow>(work, PIPELINE, input.id);
      authorize(actor, pipelinePermissions.update, pipelineSubject, {});
      if (input.isDefault === false && pipeline.isDefault) throw refuse('VALIDATION_FAILED', 'Make another pipeline the one that new deals start in.', 'isDefault');
      const before = await this.stagesOf(work, input.id);
      const stages = input.stages && staged(input.stages, before);
      const facts = { name: input.name === undefined ? undefined : named(input.name, 'name'), isDefault: input.isDefault, stages };
      const changes = fieldChanges({ ...pipeline, stages: before }, facts);
      if (changes['isDefault']) await work.execute('UPDATE pipeline SET is_default = false, version = version + 1, updated_at = now() WHERE organization_id = $1 AND is_default', [actor.organizationId]);
      await updateVersioned(work, 'pipeline', 'pipeline', input.id, input.version, { ...(facts.name ? { name: facts.name } : {}), ...(facts.isDefault ? { is_default: true } : {}) });
      if (stages && changes['stages']) await this.write(work, input.id, before, stages);
      record(work, 'pipeline.updated', input.id, changes);
      return input.id;
    });
  }

  /** @throws AppError PRECONDITION_FAILED (deals; the one new deals start in), CONFLICT, FORBIDDEN, NOT_FOUND */
  delete(actor: Actor, { id, version }: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const pipeline = await lockRow<PipelineRow>(work, PIPELINE, id);
      authorize(actor, pipelinePermissions.update, pipelineSubject, {});
      if (pipeline.isDefault) throw refuse('PRECONDITION_FAILED', 'New deals start in this pipeline. Choose another one for them first.');
      const [used] = await work.query<{ deals: number }>('SELECT count(*)::int AS deals FROM deal WHERE organization_id = $1 AND pipeline_id = $2', [actor.organizationId, id]);
      if (used && used.deals > 0) throw refuse('PRECONDITION_FAILED', `${used.deals} deals are in this pipeline, closed ones too. It stays with them.`, '', { deals: used.deals });
      await updateVersioned(work, 'pipeline', 'pipeline', id, version, {});
      const before = await this.stagesOf(work, id);
      await work.execute('DELETE FROM pipeline_stage WHERE organization_id = $1 AND pipeline_id = $2', [actor.organizationId, id]);
      await work.execute('DELETE FROM pipeline WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      work.record({ kind: 'pipeline.deleted', subject: 'pipeline', subjectId: id, access: { before: {}, after: null }, changes: { name: { before: pipeline.name, after: null }, stages: { before, after: null } } });
      return id;
    });
  }

  private stagesOf(work: Work, pipelineId: string): Promise<PipelineStageFacts[]> {
    return work.query<PipelineStageFacts>(
      `SELECT id, name, position, probability, is_won AS "isWon", is_lost AS "isLost", rot_days AS "rotDays", colour FROM pipeline_stage
       WHERE organization_id = $1 AND pipeline_id = $2 ORDER BY position FOR UPDATE`, [work.actor.organizationId, pipelineId]);
  }

  private async write(work: Work, pipelineId: string, before: readonly PipelineStageFacts[], after: readonly PipelineStageFacts[]): Promise<void> {
    const { organizationId } = work.actor;
    const removed = before.filter(({ id }) => !after.some((stage) => stage.id === id));
    await this.refuseUsed(work, removed);
    await work.execute('DELETE FROM pipeline_stage WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [organizationId, removed.map(({ id }) => id)]);
    // Places are unique at every moment: everybody steps aside first.
    await work.execute('UPDATE pipeline_stage SET position = -position WHERE organization_id = $1 AND pipeline_id = $2', [organizationId, pipelineId]);
    await work.execute(
      `INSERT INTO pipeline_stage AS s (id, organization_id, pipeline_id, name, position, probability, is_won, is_lost, rot_days, colour)
       SELECT v.id, $1, $2, v.name, v.position, v.probability, v."isWon", v."isLost", v."rotDays", v.colour
       FROM jsonb_to_recordset($3::jsonb) AS v(id uuid, name text, position integer, probability integer, "isWon" boolean, "isLost" boolean, "rotDays" integer, colour text)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, probability = excluded.probability, rot_days = excluded.rot_days,
         colour = excluded.colour, version = s.version + 1, updated_at = now()`,
      [organizationId, pipelineId, JSON.stringify(after)],
    );
  }

  /** Deals also remember which stages they went through. */
  private async refuseUsed(work: Work, stages: readonly PipelineStageFacts[]): Promise<void> {
    for (const { id, name } of stages) {
      const [used] = await work.query<{ deals: number }>(
        `SELECT (SELECT count(*) FROM deal WHERE organization_id = $1 AND stage_id = $2)::int + (SELECT count(DISTINCT deal_id) FROM deal_stage_move m
           WHERE m.organization_id = $1 AND (m.from_stage_id = $2 OR m.to_stage_id = $2)
             AND NOT EXISTS (SELECT 1 FROM deal d WHERE d.organization_id = $1 AND d.id = m.deal_id AND d.stage_id = $2))::int AS deals`,
        [work.actor.organizationId, id]);
      if (used && used.deals > 0) throw refuse('PRECONDITION_FAILED', `${used.deals} deals are or were in "${name}". Rename it instead of removing it.`, 'stages', { stageId: id, deals: used.deals });
    }
  }
}

export const kindOf = ({ isWon, isLost }: { isWon?: boolean; isLost?: boolean }): StageKind => (isWon ? 'WON' : isLost ? 'LOST' : 'OPEN');

/** The stages in order, with places and ids. @throws AppError VALIDATION_FAILED, NOT_FOUND at the stage */
function staged(wanted: readonly WantedStage[], before: readonly PipelineStageFacts[]): PipelineStageFacts[] {
  const count = (kind: StageKind): number => wanted.filter((stage) => stage.kind === kind).length;
  if (count('OPEN') === 0 || count('WON') !== 1 || count('LOST') !== 1) {
    throw refuse('VALIDATION_FAILED', 'A pipeline has open stages, one stage for won and one for lost deals.', 'stages');
  }
  const names = new Set<string>();
  const ids = new Set<string>();
  return wanted.map(({ id, name: given, kind, probability, rotDays, colour }, index) => {
    const name = named(given, `stages.${index}.name`);
    if (names.has(name.toLowerCase())) throw refuse('VALIDATION_FAILED', 'Two stages have the same name.', `stages.${index}.name`);
    names.add(name.toLowerCase());
    const present = id ? before.find((stage) => stage.id === id) : undefined;
    if (id && (!present || ids.has(id))) throw notFound('stage', `stages.${index}.id`);
    if (id) ids.add(id);
    if (present && kindOf(present) !== kind) throw refuse('VALIDATION_FAILED', 'Whether a stage is for open, won or lost deals cannot change. Make a new one.', `stages.${index}.kind`);
    const chance = CHANCE[kind] ?? probability;
    if (chance === null || chance === undefined) throw refuse('VALIDATION_FAILED', 'Say how likely deals in this stage are won, in percent.', `stages.${index}.probability`);
    return {
      id: present?.id ?? newId(), name, position: index + 1, probability: chance, isWon: kind === 'WON', isLost: kind === 'LOST',
      rotDays: kind === 'OPEN' ? (rotDays ?? null) : null, colour: colour?.toLowerCase() ?? null,
    };
  });
}

function named(given: string, path: string): string {
  const name = normalizeLine(given);
  if (!name) throw refuse('VALIDATION_FAILED', 'Give it a name.', path);
  return name;
}

function record(work: Work, kind: string, id: string, changes: Record<string, { before: unknown; after: unknown }>, created = false): void {
  work.record({ kind, subject: 'pipeline', subjectId: id, access: { before: created ? null : {}, after: {} }, changes });
}
