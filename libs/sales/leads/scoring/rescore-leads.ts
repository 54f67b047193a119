import { Injectable } from '@nestjs/common';
import { fieldChanges, UnitOfWork, type Work } from '@throughline/platform/database';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import type { Actor } from '@throughline/platform/kernel';
import { LEAD_EVENTS } from '../lead.events.js';
import { leadAccess } from '../lead.policy.js';
import { LeadRepository, type LeadRow } from '../lead.repository.js';
import { OPEN_STATUSES } from '../lead.workflow.js';
import { adjustmentOf, type Score, scoreLead } from './scoring.js';
import { rescoreLeads } from './rescore.job.js';
import { ScoringProfiles } from './scoring-profiles.js';

const BATCH = 500;

/** A lead whose score moves. */
interface Rescored extends Score {
  lead: LeadRow;
}

/**
 * Scores follow their rules: every open lead is counted anew by the rules that hold then, a batch in each transaction, one
 * statement for all that differ, one event for each. A score is derived, so that nobody's edit becomes stale by it; closed
 * leads keep what they had when they were decided.
 */
@Injectable()
@HandlesJob(rescoreLeads)
export class RescoreLeads implements JobHandler<{ version: number }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
    private readonly profiles: ScoringProfiles,
  ) {}

  async handle({ actor }: Pick<RunningJob<{ version: number }>, 'actor'>): Promise<void> {
    let after: string | null = '00000000-0000-0000-0000-000000000000';
    while (after !== null) after = await this.batch(actor, after);
  }

  /** @returns the last id; null after the last batch */
  private batch(actor: Actor, after: string): Promise<string | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const leads = await this.leads.lockNext(work, OPEN_STATUSES, after, BATCH);
      const profile = await this.profiles.of(work);
      const moved = leads.map((lead) => ({ lead, ...scoreLead(profile, lead, adjustmentOf(lead)) })).filter(({ lead, score, rating, reasons }) =>
        Object.keys(fieldChanges({ ...lead, reasons: lead.scoreReasons }, { score, rating, reasons })).length > 0);
      await this.store(work, moved);
      return leads.length < BATCH ? null : (leads.at(-1)?.id ?? null);
    });
  }

  private async store(work: Work, moved: readonly Rescored[]): Promise<void> {
    await this.leads.rescore(work, moved.map(({ lead, score, rating, reasons }) => ({ id: lead.id, score, rating, reasons })));
    for (const { lead, score, rating } of moved) {
      const changes = fieldChanges(lead, { score, rating });
      if (Object.keys(changes).length === 0) continue;
      const access = leadAccess(lead);
      work.record({ kind: LEAD_EVENTS.rescored, subject: 'lead', subjectId: lead.id, access: { before: access, after: access }, changes });
    }
  }
}
