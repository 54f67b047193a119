import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import { LeadChanges } from './lead-changes.js';
import { LEAD_EVENTS } from './lead.events.js';
import { LEAD_MOVE_PERMISSIONS, leadAccess, leadPermissions, leadSubject } from './lead.policy.js';
import { LeadRepository, type LeadRow } from './lead.repository.js';
import { leadWorkflow, OPEN_STATUSES } from './lead.workflow.js';
import { type Qualification, requireQualified } from './qualification.js';

export const CONTACT_KINDS = ['CALL', 'EMAIL', 'MESSAGE', 'MEETING'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

interface Versioned {
  id: string;
  version: number;
}

/** A call, mail or meeting that took place. */
export interface LeadContact extends Versioned {
  kind: ContactKind;
  /** Whether anybody answered: only then the lead counts as contacted. */
  reached: boolean;
  note?: string | null;
  /** Now when absent. */
  at?: Date | null;
}

/** The moves that end or restart a lead, with their event. */
const CLOSING = { LOSE: LEAD_EVENTS.lost, DISQUALIFY: LEAD_EVENTS.disqualified, REOPEN: LEAD_EVENTS.reopened } as const;
export type ClosingMove = keyof typeof CLOSING;

/** The lead's way from NEW to its end, except conversion (LEA-02, LEA-03). */
@Injectable()
export class LeadProgressService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
    private readonly changes: LeadChanges,
  ) {}

  /**
   * Logs contact with an open lead. The first time somebody is reached, a NEW lead becomes CONTACTED and the time of its first
   * response is kept.
   *
   * @throws AppError ILLEGAL_TRANSITION when the lead is closed, VALIDATION_FAILED for a time in the future
   */
  contact(actor: Actor, input: LeadContact): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, input.id);
      authorize(actor, leadPermissions.contact, leadSubject, leadAccess(lead));
      const isOpen = (OPEN_STATUSES as readonly string[]).includes(lead.status);
      if (!isOpen) leadWorkflow.apply(lead.status, 'CONTACT');
      const now = new Date();
      const at = input.at ?? now;
      if (at > now) throw refuse('VALIDATION_FAILED', 'Contact cannot be logged before it took place.', 'at');
      const status = input.reached && lead.status === 'NEW' ? leadWorkflow.apply(lead.status, 'CONTACT') : lead.status;
      await this.changes.update(work, lead, input.version, {
        status,
        lastContactAt: lead.lastContactAt && lead.lastContactAt > at ? lead.lastContactAt : at,
        ...(input.reached && !lead.firstResponseAt ? { firstResponseAt: at } : {}),
      }, { kind: LEAD_EVENTS.contacted, notes: { channel: input.kind, reached: input.reached, at: at.toISOString(), note: normalizeText(input.note) } });
      return lead.id;
    });
  }

  /**
   * Stores the qualification and moves the lead to QUALIFIED; what is absent was answered before.
   *
   * @throws AppError ILLEGAL_TRANSITION, VALIDATION_FAILED at each answer that is missing
   */
  qualify(actor: Actor, input: Versioned & Partial<Qualification> & { currency?: string; note?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, input.id);
      authorize(actor, leadPermissions.qualify, leadSubject, leadAccess(lead));
      const status = leadWorkflow.apply(lead.status, 'QUALIFY');
      const answers: Qualification = {
        budgetMinor: input.budgetMinor ?? (lead.budgetMinor === null ? null : BigInt(lead.budgetMinor)),
        authority: input.authority ?? lead.authority,
        need: input.need ?? lead.need,
        timeline: input.timeline ?? lead.timeline,
      };
      requireQualified(answers);
      const now = new Date();
      await this.changes.update(work, lead, input.version, {
        ...answers, status, qualifiedAt: now, ...(input.currency ? { currency: input.currency } : {}), ...(lead.firstResponseAt ? {} : { firstResponseAt: now }),
      }, { kind: LEAD_EVENTS.qualified, notes: { note: normalizeText(input.note) } });
      return lead.id;
    });
  }

  /** @throws AppError VALIDATION_FAILED without a reason or beyond 100 points either way */
  adjustScore(actor: Actor, input: Versioned & { points: number; reason: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, input.id);
      authorize(actor, leadPermissions.score, leadSubject, leadAccess(lead));
      if (!Number.isInteger(input.points) || Math.abs(input.points) > 100) {
        throw refuse('VALIDATION_FAILED', 'An adjustment is a whole number from -100 to 100.', 'points');
      }
      const reason = requiredReason(input.reason);
      await this.changes.update(work, lead, input.version, {
        scoreAdjustment: input.points, scoreAdjustmentReason: input.points === 0 ? null : reason,
      }, { kind: LEAD_EVENTS.scoreAdjusted, notes: { reason } });
      return lead.id;
    });
  }

  /**
   * Loses, disqualifies or reopens a lead.
   *
   * @throws AppError ILLEGAL_TRANSITION, VALIDATION_FAILED without a reason
   */
  close(actor: Actor, move: ClosingMove, input: Versioned & { reason: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const lead = await this.leads.lock(work, input.id);
      await this.closeLocked(work, lead, move, input.version, input.reason);
      return lead.id;
    });
  }

  /** The same on a lead that the running transaction has locked (bulk). */
  async closeLocked(work: Work, lead: LeadRow, move: ClosingMove, version: number, reason: string): Promise<void> {
    authorize(work.actor, LEAD_MOVE_PERMISSIONS[move], leadSubject, leadAccess(lead));
    const status = leadWorkflow.apply(lead.status, move);
    const said = requiredReason(reason);
    const reopened = move === 'REOPEN';
    await this.changes.update(work, lead, version, { status, statusReason: reopened ? null : said, closedAt: reopened ? null : new Date() }, {
      kind: CLOSING[move], notes: reopened ? { reason: said } : {},
    });
  }
}

function requiredReason(reason: string): string {
  const said = normalizeLine(reason);
  if (said === null) throw refuse('VALIDATION_FAILED', 'Say why, so that others understand it later.', 'reason');
  return said;
}
