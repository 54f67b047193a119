import { AppError } from '@throughline/platform/kernel';
import { AUTHORITIES, NEEDS, TIMELINES } from './scoring/index.js';
import { missingAnswers, requireQualified, type Qualification } from './qualification.js';

const refusal = (answers: Qualification): string[][] => {
  try {
    requireQualified(answers);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { problems } = error as AppError;
    expect(problems.every((problem) => problem.code === 'VALIDATION_FAILED')).toBe(true);
    return problems.map((problem) => problem.path);
  }
};

const budgets = [null, -1n, 0n, 500_000n];
const all = budgets.flatMap((budgetMinor) => [null, ...AUTHORITIES].flatMap((authority) => [null, ...NEEDS].flatMap((need) =>
  [null, ...TIMELINES].map((timeline): Qualification => ({ budgetMinor, authority, need, timeline })))));

it('accepts exactly the complete answers with a need', () => {
  expect(all).toHaveLength(4 * 4 * 4 * 6);
  for (const answers of all) {
    const expected: string[][] = [];
    if (answers.budgetMinor === null) expected.push(['budget']);
    if (answers.authority === null) expected.push(['authority']);
    if (answers.need === null) expected.push(['need']);
    if (answers.timeline === null) expected.push(['timeline']);
    if (answers.budgetMinor === -1n) expected.push(['budget']);
    if (answers.need === 'NONE') expected.push(['need']);
    expect(refusal(answers)).toEqual(expected);
  }
});

it('names the answers that are missing in the order they are asked', () => {
  expect(missingAnswers({ budgetMinor: null, authority: null, need: null, timeline: null })).toEqual(['budgetMinor', 'authority', 'need', 'timeline']);
  expect(missingAnswers({ budgetMinor: 0n, authority: 'UNKNOWN', need: null, timeline: 'IMMEDIATE' })).toEqual(['need']);
});
