import { Injectable } from '@nestjs/common';
import { normalizeTags } from '@throughline/common/tags';
import { authorize, allows } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, Numbers, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { dealPermissions, dealSubject } from './deal.policy.js';
import { dealAccess, DealRepository, type DealRow, type StageRow } from './deal.repository.js';
import { dealWorkflow } from './deal.workflow.js';

/** What a new deal may be made of; amounts in minor units. */
export interface NewDeal {
  name: string;
  customerId?: string | null;
  contactId?: string | null;
  leadId?: string | null;
  pipelineId?: string | null;
  amountMinor?: bigint;
  /** The organization's own currency when absent. */
  currency?: string;
  expectedClose?: string | null;
  ownerId?: string | null;
  departmentId?: string | null;
  teamId?: string | null;
  requestedServices?: string[];
  requirements?: string | null;
}

/** Facts of a deal that may be edited; absent = unchanged. */
export interface DealChanges {
  name?: string;
  amountMinor?: bigint;
  expectedClose?: string | null;
  probability?: number;
  customerId?: string | null;
  contactId?: string | null;
  ownerId?: string | null;
  requirements?: string | null;
  tags?: readonly string[] | null;
}

/** Deals and their way through the pipeline. */
@Injectable()
export class DealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deals: DealRepository,
    private readonly numbers: Numbers,
  ) {}

  /**
   * Creates a deal in the first open stage of its pipeline. Joins a running transaction (lead conversion).
   *
   * @returns the deal's id
   * @throws AppError FORBIDDEN, VALIDATION_FAILED
   */
  create(actor: Actor, input: NewDeal): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const stage = (await this.deals.stages(work, input.pipelineId ?? null)).find((candidate) => !candidate.isWon && !candidate.isLost);
      if (!stage) throw refuse('PRECONDITION_FAILED', 'This pipeline has no open stage. Add one in the settings first.', 'pipelineId');
      const ownerId = input.ownerId === undefined ? actor.userId : input.ownerId;
      const departmentId = input.departmentId ?? (await this.deals.departmentOf(work, ownerId ?? actor.userId));
      const currency = input.currency ?? (await this.deals.organizationCurrency(work));
      const access = dealAccess({ departmentId, teamId: input.teamId ?? null, ownerId, customerId: input.customerId ?? null, status: 'OPEN', amountMinor: String(input.amountMinor ?? 0), currency });
      if (!allows(actor.ability, dealPermissions.create, access)) {
        throw refuse('FORBIDDEN', 'You may not create a deal for this person or department.');
      }
      const id = newId();
      const number = await this.numbers.next(actor.organizationId, 'DEAL');
      await insertRow(work, 'deal', {
        id, number, name: input.name, customerId: input.customerId, contactId: input.contactId, leadId: input.leadId, pipelineId: stage.pipelineId,
        stageId: stage.id, amountMinor: input.amountMinor ?? 0n, currency, probability: stage.probability, expectedClose: input.expectedClose, ownerId,
        departmentId, teamId: input.teamId, requestedServices: input.requestedServices, requirements: input.requirements,
      });
      work.record({
        kind: 'deal.created', subject: 'deal', subjectId: id, related: relatedTo({ customerId: input.customerId ?? null, leadId: input.leadId ?? null }),
        access: { before: null, after: access },
        changes: { name: { before: null, after: input.name }, amountMinor: { before: null, after: (input.amountMinor ?? 0n).toString() }, number: { before: null, after: number } },
      });
      return id;
    });
  }

  /** @throws AppError CONFLICT, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, { tags, ...rest }: DealChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const changes = { ...rest, ...(tags ? { tags: normalizeTags(tags) } : {}) };
      const deal = await this.deals.lock(work, id);
      authorize(actor, dealPermissions.update, dealSubject, dealAccess(deal));
      const after = { ...deal, ...('ownerId' in changes ? { ownerId: changes.ownerId ?? null } : {}), ...('customerId' in changes ? { customerId: changes.customerId ?? null } : {}) };
      authorize(actor, dealPermissions.update, dealSubject, dealAccess(after));
      await this.deals.update(work, deal, version, columnValues(changes as Record<string, unknown>));
      work.record({
        kind: 'deal.updated', subject: 'deal', subjectId: id, related: relatedTo(after),
        access: { before: dealAccess(deal), after: dealAccess(after) }, changes: fieldChanges(deal, changes),
      });
      return id;
    });
  }

  /** Moves a deal to an open stage of its pipeline; the stage's probability is taken (DEA-04). */
  advance(actor: Actor, input: { id: string; version: number; stageId: string; note?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const deal = await this.deals.lock(work, input.id);
      authorize(actor, dealPermissions.advance, dealSubject, dealAccess(deal));
      dealWorkflow.apply(deal.status, 'ADVANCE');
      const stage = await this.deals.stage(work, input.stageId);
      if (stage.pipelineId !== deal.pipelineId) throw refuse('VALIDATION_FAILED', 'This stage belongs to another pipeline.', 'stageId');
      if (stage.isWon || stage.isLost) {
        throw refuse('VALIDATION_FAILED', `To move a deal to "${stage.name}", mark it as ${stage.isWon ? 'won' : 'lost'}.`, 'stageId');
      }
      await this.moveTo(work, deal, input.version, stage, { status: 'OPEN', note: input.note ?? null, kind: 'deal.stage_changed' });
      return deal.id;
    });
  }

  /** @throws AppError PRECONDITION_FAILED without a customer; ILLEGAL_TRANSITION when it is not open */
  win(actor: Actor, input: { id: string; version: number; reason?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const deal = await this.deals.lock(work, input.id);
      authorize(actor, dealPermissions.win, dealSubject, dealAccess(deal));
      await this.winLocked(work, deal, input.version, input.reason ?? null);
      return deal.id;
    });
  }

  /**
   * Wins the deal because its quote was accepted: the client's signature is the authority, so no permission of the
   * (possibly anonymous) actor is asked. A deal that is won already stays as it is.
   */
  async winByAcceptance(work: Work, dealId: string, reason: string): Promise<void> {
    const deal = await this.deals.lock(work, dealId);
    if (deal.status === 'WON') return;
    await this.winLocked(work, deal, deal.version, reason);
  }

  lose(actor: Actor, input: { id: string; version: number; reason: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const deal = await this.deals.lock(work, input.id);
      authorize(actor, dealPermissions.lose, dealSubject, dealAccess(deal));
      const status = dealWorkflow.apply(deal.status, 'LOSE');
      const stage = (await this.deals.stages(work, deal.pipelineId)).find((candidate) => candidate.isLost);
      await this.moveTo(work, deal, input.version, stage ?? null, { status, note: input.reason, kind: 'deal.lost' });
      return deal.id;
    });
  }

  /** Back to the first open stage. */
  reopen(actor: Actor, input: { id: string; version: number; reason: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const deal = await this.deals.lock(work, input.id);
      authorize(actor, dealPermissions.reopen, dealSubject, dealAccess(deal));
      const status = dealWorkflow.apply(deal.status, 'REOPEN');
      const stage = (await this.deals.stages(work, deal.pipelineId)).find((candidate) => !candidate.isWon && !candidate.isLost);
      await this.moveTo(work, deal, input.version, stage ?? null, { status, note: input.reason, kind: 'deal.reopened' });
      return deal.id;
    });
  }

  private async winLocked(work: Work, deal: DealRow, version: number, reason: string | null): Promise<void> {
    const status = dealWorkflow.apply(deal.status, 'WIN');
    if (!deal.customerId) throw refuse('PRECONDITION_FAILED', 'A deal needs a customer before it can be won. Choose the customer first.', 'customerId');
    const stage = (await this.deals.stages(work, deal.pipelineId)).find((candidate) => candidate.isWon);
    await this.moveTo(work, deal, version, stage ?? null, { status, note: reason, kind: 'deal.won' });
    await this.deals.promoteCustomer(work, deal.customerId);
  }

  private async moveTo(
    work: Work,
    deal: DealRow,
    version: number,
    stage: StageRow | null,
    to: { status: DealRow['status']; note: string | null; kind: string },
  ): Promise<void> {
    const target = stage ?? { id: deal.stageId, probability: to.status === 'WON' ? 100 : 0 };
    await this.deals.update(work, deal, version, {
      stage_id: target.id, stage_entered_at: new Date(), probability: target.probability, status: to.status,
      status_reason: to.status === 'OPEN' ? null : to.note, closed_at: to.status === 'OPEN' ? null : new Date(),
    });
    await this.deals.logMove(work, deal, target.id, to.note);
    work.record({
      kind: to.kind, subject: 'deal', subjectId: deal.id, related: relatedTo(deal),
      access: { before: dealAccess(deal), after: dealAccess({ ...deal, status: to.status }) },
      changes: { stageId: { before: deal.stageId, after: target.id }, status: { before: deal.status, after: to.status }, ...(to.note ? { note: { before: null, after: to.note } } : {}) },
    });
  }
}

function relatedTo(deal: { customerId: string | null; leadId: string | null }): string[] {
  return [deal.customerId, deal.leadId].filter((id): id is string => id !== null);
}
