import { AppError, type Problem } from '@throughline/platform/kernel';
import type { Authority, Need, Timeline } from './scoring/index.js';

/** The four answers of a qualification (budget, authority, need, timeline). */
export interface Qualification {
  /** Minor units of the lead's currency. */
  budgetMinor: bigint | null;
  authority: Authority | null;
  need: Need | null;
  timeline: Timeline | null;
}

export const QUALIFICATION_ANSWERS = ['budgetMinor', 'authority', 'need', 'timeline'] as const;
export type QualificationAnswer = (typeof QUALIFICATION_ANSWERS)[number];

/** Where in an input each answer stands. */
const PATHS: Record<QualificationAnswer, string> = { budgetMinor: 'budget', authority: 'authority', need: 'need', timeline: 'timeline' };

const QUESTIONS: Record<QualificationAnswer, string> = {
  budgetMinor: 'What may it cost? Enter the budget, or 0 when there is none yet.',
  authority: 'Does this person decide about the budget?',
  need: 'Is there a need?',
  timeline: 'When should it start?',
};

/** Which of the four are not answered yet, in the order they are asked. */
export function missingAnswers(answers: Qualification): QualificationAnswer[] {
  return QUALIFICATION_ANSWERS.filter((name) => answers[name] === null);
}

/**
 * Whether a lead may become QUALIFIED: all four are answered and there is a need. The other answers only weigh in the
 * score, because a closer may have good reasons.
 *
 * @throws AppError VALIDATION_FAILED at each answer that is missing or impossible
 */
export function requireQualified(answers: Qualification): void {
  const problems: Problem[] = missingAnswers(answers).map((name) => ({ code: 'VALIDATION_FAILED', message: QUESTIONS[name], path: [PATHS[name]] }));
  if (answers.budgetMinor !== null && answers.budgetMinor < 0n) {
    problems.push({ code: 'VALIDATION_FAILED', message: 'A budget cannot be negative.', path: ['budget'] });
  }
  if (answers.need === 'NONE') {
    problems.push({ code: 'VALIDATION_FAILED', message: 'A lead without a need cannot be qualified. Disqualify it, or change the answer.', path: ['need'] });
  }
  if (problems.length > 0) throw new AppError(problems);
}
