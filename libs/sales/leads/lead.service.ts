import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { Placement } from '@throughline/sales/customers';
import { LeadChanges } from './lead-changes.js';
import { LEAD_EVENTS } from './lead.events.js';
import { type LeadFactsInput, storedLead } from './lead.facts.js';
import { leadAccess, leadPermissions, leadSubject } from './lead.policy.js';
import { LeadRepository } from './lead.repository.js';

/** Leads as staff write them down and correct them. */
@Injectable()
export class LeadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
    private readonly changes: LeadChanges,
    private readonly placement: Placement,
  ) {}

  /**
   * Creates a lead; the caller owns it unless somebody else, or nobody (null), is named.
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED, FORBIDDEN, NOT_FOUND (owner)
   */
  create(actor: Actor, facts: LeadFactsInput & { ownerId?: string | null; departmentId?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { ownerId: wantedOwner, departmentId: wantedDepartment, ...given } = facts;
      const ownerId = wantedOwner === undefined ? actor.userId : wantedOwner;
      if (ownerId && ownerId !== actor.userId) await this.placement.requirePerson(work, ownerId, 'ownerId');
      const departmentId = wantedDepartment ?? (await this.placement.queueOf(work, ownerId ?? actor.userId));
      const currency = given.currency ?? (await this.placement.currency(work));
      if (!allows(actor.ability, leadPermissions.create, leadAccess({ ownerId, departmentId, status: 'NEW', budgetMinor: given.budgetMinor ?? null, currency }))) {
        throw refuse('FORBIDDEN', 'You may not create a lead for this person or department.', 'ownerId');
      }
      const stored = storedLead(given);
      return this.changes.create(work, {
        ...stored, currency: stored.currency ?? currency, ownerId, departmentId, assignedAt: ownerId ? new Date() : null,
      });
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, facts: LeadFactsInput): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, id);
      authorize(actor, leadPermissions.update, leadSubject, leadAccess(lead));
      await this.changes.update(work, lead, version, storedLead(facts), { kind: LEAD_EVENTS.updated });
      return id;
    });
  }
}
