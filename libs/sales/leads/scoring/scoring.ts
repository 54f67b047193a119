import { factOf, type FactName, type FactValue, type LeadFacts } from './lead-facts.js';

export const SCORE_CATEGORIES = ['DEMOGRAPHIC', 'BEHAVIOUR', 'ENGAGEMENT', 'QUALIFICATION', 'MANUAL'] as const;
export type ScoreCategory = (typeof SCORE_CATEGORIES)[number];
export const RATINGS = ['HOT', 'WARM', 'COLD'] as const;
export type Rating = (typeof RATINGS)[number];

/** One thing that must hold for a rule to count; text compares without case. */
export type ScoringCondition =
  | { fact: FactName; is: 'PRESENT' | 'ABSENT' | 'TRUE' | 'FALSE' }
  | { fact: FactName; is: 'ONE_OF' | 'CONTAINS_WORD'; values: readonly string[] }
  | { fact: FactName; is: 'AT_LEAST' | 'AT_MOST'; value: number };

/** A rule as data: an organization keeps its own list (LEA-03). */
export interface ScoringRule {
  key: string;
  category: ScoreCategory;
  /** Read by people in "why this score": `Decides about the budget`. */
  label: string;
  points: number;
  /** All must hold. */
  when: readonly ScoringCondition[];
}

/** Rules and the scores from which a lead is HOT or WARM. */
export interface ScoringProfile {
  rules: readonly ScoringRule[];
  hotFrom: number;
  warmFrom: number;
}

/** One line of the explanation of a score; all points together are the score. */
export interface ScoreReason {
  key: string;
  category: ScoreCategory;
  label: string;
  points: number;
}

export interface Score {
  /** 0 to 100. */
  score: number;
  rating: Rating;
  reasons: ScoreReason[];
}

/** A correction by hand that stands until it is changed. */
export interface ScoreAdjustment {
  points: number;
  reason: string;
}

/** What was added or taken away by hand; null when nothing was. */
export function adjustmentOf({ scoreAdjustment, scoreAdjustmentReason }: { scoreAdjustment: number; scoreAdjustmentReason: string | null }): ScoreAdjustment | null {
  return scoreAdjustment === 0 ? null : { points: scoreAdjustment, reason: scoreAdjustmentReason ?? 'Adjusted by hand' };
}

/**
 * Computes a score together with its explanation: the reasons' points always add up to the score, a limit at 0 or 100
 * is a reason of its own.
 */
export function scoreLead(profile: ScoringProfile, facts: LeadFacts, adjustment: ScoreAdjustment | null = null): Score {
  const reasons: ScoreReason[] = profile.rules
    .filter((rule) => rule.points !== 0 && rule.when.length > 0 && rule.when.every((condition) => holds(condition, facts)))
    .map(({ key, category, label, points }) => ({ key, category, label, points }));
  if (adjustment && adjustment.points !== 0) {
    reasons.push({ key: 'manual', category: 'MANUAL', label: adjustment.reason, points: adjustment.points });
  }
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  const score = Math.min(100, Math.max(0, sum));
  if (score !== sum) {
    const label = sum > 100 ? 'A score ends at 100' : 'A score starts at 0';
    reasons.push({ key: 'limit', category: 'MANUAL', label, points: score - sum });
  }
  return { score, rating: ratingOf(profile, score), reasons };
}

export function ratingOf(profile: Pick<ScoringProfile, 'hotFrom' | 'warmFrom'>, score: number): Rating {
  if (score >= profile.hotFrom) return 'HOT';
  return score >= profile.warmFrom ? 'WARM' : 'COLD';
}

function holds(condition: ScoringCondition, facts: LeadFacts): boolean {
  const fact = factOf(facts, condition.fact);
  switch (condition.is) {
    case 'PRESENT':
      return isPresent(fact);
    case 'ABSENT':
      return !isPresent(fact);
    case 'TRUE':
      return fact === true;
    case 'FALSE':
      return fact === false;
    case 'ONE_OF': {
      const wanted = new Set(condition.values.map((value) => value.toLowerCase()));
      return textsOf(fact).some((text) => wanted.has(text.toLowerCase()));
    }
    case 'CONTAINS_WORD': {
      const words = new Set(textsOf(fact).flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
      return condition.values.some((value) => words.has(value.toLowerCase()));
    }
    case 'AT_LEAST':
      return typeof fact === 'number' && fact >= condition.value;
    case 'AT_MOST':
      return typeof fact === 'number' && fact <= condition.value;
  }
}

function isPresent(fact: FactValue): boolean {
  if (fact === null || fact === '') return false;
  return typeof fact === 'object' ? fact.length > 0 : true;
}

function textsOf(fact: FactValue): readonly string[] {
  if (fact === null || typeof fact === 'boolean') return [];
  return typeof fact === 'object' ? fact : [String(fact)];
}
