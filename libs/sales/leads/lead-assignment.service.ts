import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, AppError, type ErrorCode, notFound, refuse } from '@throughline/platform/kernel';
import { normalizeTags } from '@throughline/common/tags';
import { Placement } from '@throughline/sales/customers';
import { LeadChanges } from './lead-changes.js';
import { LEAD_EVENTS } from './lead.events.js';
import { leadAccess, leadPermissions, leadSubject } from './lead.policy.js';
import { type ClosingMove, LeadProgressService } from './lead-progress.service.js';
import { LeadRepository, type LeadRow } from './lead.repository.js';

/** What became of a bulk: how many were done, and why the others were not. */
export interface BulkResult {
  done: string[];
  skipped: { id: string; code: ErrorCode; reason: string }[];
}

/** Most records that one bulk takes. */
export const MAX_BULK = 500;

/** Who works on which lead (LEA-05), and the same for many at once (LEA-08). */
@Injectable()
export class LeadAssignmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
    private readonly changes: LeadChanges,
    private readonly progress: LeadProgressService,
    private readonly placement: Placement,
  ) {}

  /**
   * Gives a lead to a member of staff, or to nobody (back into the department's queue).
   *
   * @throws AppError CONFLICT, FORBIDDEN, NOT_FOUND
   */
  assign(actor: Actor, input: { id: string; version: number; ownerId: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      if (input.ownerId) await this.placement.requirePerson(work, input.ownerId, 'ownerId');
      const lead = await this.leads.lock(work, input.id);
      await this.assignLocked(work, lead, input.version, input.ownerId);
      return lead.id;
    });
  }

  /**
   * Takes a lead that nobody owns: of two who try at once, one gets it.
   *
   * @throws AppError PRECONDITION_FAILED when somebody else owns it
   */
  claim(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, id);
      authorize(actor, leadPermissions.claim, leadSubject, leadAccess(lead));
      if (lead.ownerId === actor.userId) return id;
      if (lead.ownerId !== null || actor.userId === null) throw refuse('PRECONDITION_FAILED', 'Somebody else already works on this lead.', 'id');
      await this.give(work, lead, lead.version, actor.userId);
      return id;
    });
  }

  /** @throws AppError NOT_FOUND for the owner; problems of single leads are in the result */
  assignMany(actor: Actor, ids: readonly string[], ownerId: string | null): Promise<BulkResult> {
    return this.bulk(actor, ids, async (work, lead) => this.assignLocked(work, lead, lead.version, ownerId), async (work) => {
      if (ownerId) await this.placement.requirePerson(work, ownerId, 'ownerId');
    });
  }

  /** Adds and removes tags. */
  tagMany(actor: Actor, ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<BulkResult> {
    const removed = new Set(remove.map((tag) => tag.trim().toLowerCase()));
    return this.bulk(actor, ids, async (work, lead) => {
      authorize(actor, leadPermissions.update, leadSubject, leadAccess(lead));
      const tags = normalizeTags([...lead.tags.filter((tag) => !removed.has(tag.toLowerCase())), ...add]);
      await this.changes.update(work, lead, lead.version, { tags }, { kind: LEAD_EVENTS.updated });
    });
  }

  /** Loses, disqualifies or reopens many for the same reason. */
  closeMany(actor: Actor, ids: readonly string[], move: ClosingMove, reason: string): Promise<BulkResult> {
    return this.bulk(actor, ids, async (work, lead) => this.progress.closeLocked(work, lead, move, lead.version, reason));
  }

  private async assignLocked(work: Work, lead: LeadRow, version: number, ownerId: string | null): Promise<void> {
    authorize(work.actor, leadPermissions.assign, leadSubject, leadAccess(lead));
    await this.give(work, lead, version, ownerId);
  }

  /** The lead goes with its owner: to their department, unless they belong to the present one too. */
  private async give(work: Work, lead: LeadRow, version: number, ownerId: string | null): Promise<void> {
    const departmentId = await this.placement.departmentOf(work, ownerId, lead.departmentId);
    const assignedAt = ownerId === lead.ownerId ? lead.assignedAt : ownerId === null ? null : new Date();
    await this.changes.update(work, lead, version, { ownerId, departmentId, assignedAt }, { kind: LEAD_EVENTS.assigned });
  }

  private bulk(
    actor: Actor,
    ids: readonly string[],
    each: (work: Work, lead: LeadRow) => Promise<void>,
    first: (work: Work) => Promise<void> = async () => undefined,
  ): Promise<BulkResult> {
    const wanted = [...new Set(ids)];
    if (wanted.length > MAX_BULK) return Promise.reject(refuse('LIMIT_EXCEEDED', `Choose at most ${MAX_BULK} leads at once.`, 'ids'));
    return this.unitOfWork.run(actor, async (work) => {
      await first(work);
      const leads = await this.leads.lockMany(work, wanted);
      const result: BulkResult = { done: [], skipped: [] };
      for (const id of wanted) {
        try {
          const lead = leads.get(id);
          if (!lead) throw notFound('lead');
          await each(work, lead);
          result.done.push(id);
        } catch (error) {
          // Refusals come before the first statement of a record's change, so the transaction is still whole.
          if (!(error instanceof AppError)) throw error;
          result.skipped.push({ id, code: error.code, reason: error.message });
        }
      }
      return result;
    });
  }
}
