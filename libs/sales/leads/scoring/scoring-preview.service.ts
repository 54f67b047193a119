import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { mayReadChange } from '@throughline/platform/read';
import { leadAccess, leadPermissions } from '../lead.policy.js';
import { leadRead } from '../lead.read.js';
import { LeadRepository, type LeadRow } from '../lead.repository.js';
import { OPEN_STATUSES } from '../lead.workflow.js';
import { adjustmentOf, type Rating, RATINGS, scoreLead, type ScoringProfile } from './scoring.js';
import { leadScoringPermissions, leadScoringSubject } from './scoring.policy.js';
import { scoringProfile, type WantedProfile } from './scoring-rules.js';

/** A lead with its score as it is and as it would be. */
export interface RescoredLead {
  id: string;
  displayName: string;
  scoreBefore: number;
  scoreAfter: number;
  ratingBefore: Rating;
  ratingAfter: Rating;
}

export interface ScoringPreview {
  /** How many leads were looked at. */
  looked: number;
  /** Of them, how many would get another score. */
  changed: number;
  ratings: { rating: Rating; before: number; after: number }[];
  /** Those whose score would move most. */
  leads: RescoredLead[];
}

const LATEST = 500;
const SHOWN = 12;

/** What other rules would make of real leads: the latest open ones that the caller sees, with fields they see. */
@Injectable()
export class ScoringPreviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leads: LeadRepository,
  ) {}

  /** @throws AppError VALIDATION_FAILED, LIMIT_EXCEEDED, FORBIDDEN */
  of(actor: Actor, wanted: WantedProfile): Promise<ScoringPreview> {
    authorize(actor, leadScoringPermissions.update, leadScoringSubject, {});
    const profile = scoringProfile(wanted);
    return this.unitOfWork.run(actor, async (work) => {
      const seen = (await this.leads.latest(work, OPEN_STATUSES, LATEST)).filter((lead) => sees(actor, lead, profile));
      const leads = seen.map((lead) => {
        const { score, rating } = scoreLead(profile, lead, adjustmentOf(lead));
        return { id: lead.id, displayName: lead.displayName, scoreBefore: lead.score, scoreAfter: score, ratingBefore: lead.rating, ratingAfter: rating };
      });
      const moved = leads.filter((lead) => lead.scoreBefore !== lead.scoreAfter || lead.ratingBefore !== lead.ratingAfter);
      const count = (which: 'ratingBefore' | 'ratingAfter', rating: Rating): number => leads.filter((lead) => lead[which] === rating).length;
      return {
        looked: leads.length,
        changed: moved.length,
        ratings: RATINGS.map((rating) => ({ rating, before: count('ratingBefore', rating), after: count('ratingAfter', rating) })),
        leads: moved.sort((a, b) => distance(b) - distance(a) || (a.id < b.id ? 1 : -1)).slice(0, SHOWN),
      };
    });
  }
}

/** Rules must not ask for the caller what is hidden from them: who a rule finds says what the lead holds. */
function sees(actor: Actor, lead: LeadRow, { rules }: ScoringProfile): boolean {
  const access = leadAccess(lead);
  const asked = rules.flatMap(({ when }) => when.map(({ fact }) => (fact === 'businessEmail' ? 'email' : fact)));
  return allows(actor.ability, leadPermissions.read, access)
    && [...new Set(['displayName', 'score', 'rating', ...asked])].every((field) => mayReadChange(actor.ability, leadRead, { ...access, __subject: 'lead' }, field));
}

const distance = ({ scoreBefore, scoreAfter }: RescoredLead): number => Math.abs(scoreAfter - scoreBefore);
