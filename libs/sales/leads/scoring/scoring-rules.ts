import { AppError, normalizeLine, type Problem, refuse } from '@throughline/platform/kernel';
import { AUTHORITIES, FACT_NAMES, type FactName, NEEDS, TIMELINES } from './lead-facts.js';
import { SCORE_CATEGORIES, type ScoringCondition, type ScoringProfile, type ScoringRule } from './scoring.js';

/** What a fact is, and so what can be asked of it. */
export type FactKind = 'TEXT' | 'LIST' | 'NUMBER' | 'FLAG' | 'CHOICE';

export const FACT_KINDS: Readonly<Record<FactName, FactKind>> = {
  company: 'TEXT', title: 'TEXT', email: 'TEXT', phone: 'TEXT', website: 'TEXT', country: 'TEXT', city: 'TEXT', source: 'TEXT', medium: 'TEXT', campaign: 'TEXT',
  requirements: 'TEXT', wishedDate: 'TEXT', lastActivity: 'TEXT', requestedServices: 'LIST', visits: 'NUMBER', secondsOnSite: 'NUMBER', pagesPerVisit: 'NUMBER',
  budgetMinor: 'NUMBER', doNotEmail: 'FLAG', doNotCall: 'FLAG', businessEmail: 'FLAG', authority: 'CHOICE', need: 'CHOICE', timeline: 'CHOICE',
};

const CHOICES: Partial<Record<FactName, readonly string[]>> = { authority: AUTHORITIES, need: NEEDS, timeline: TIMELINES };

export const SCORING_TESTS = ['PRESENT', 'ABSENT', 'TRUE', 'FALSE', 'ONE_OF', 'CONTAINS_WORD', 'AT_LEAST', 'AT_MOST'] as const;
export type ScoringTest = (typeof SCORING_TESTS)[number];

const TESTS: Readonly<Record<FactKind, readonly ScoringTest[]>> = {
  TEXT: ['PRESENT', 'ABSENT', 'ONE_OF', 'CONTAINS_WORD'],
  LIST: ['PRESENT', 'ABSENT', 'ONE_OF'],
  NUMBER: ['PRESENT', 'ABSENT', 'AT_LEAST', 'AT_MOST'],
  FLAG: ['TRUE', 'FALSE'],
  CHOICE: ['PRESENT', 'ABSENT', 'ONE_OF'],
};

/** A rule as somebody writes it. */
export interface WantedRule {
  /** Of a present rule; made of the label when absent. */
  key?: string | null | undefined;
  category: string;
  label: string;
  points: number;
  when: readonly WantedCondition[];
}

export interface WantedCondition {
  fact: string;
  is: ScoringTest;
  values?: readonly string[] | null | undefined;
  value?: number | null | undefined;
}

export interface WantedProfile {
  hotFrom: number;
  warmFrom: number;
  rules: readonly WantedRule[];
}

export const MOST_RULES = 100;
const MOST_CONDITIONS = 5;
const MOST_VALUES = 50;

/** @throws AppError VALIDATION_FAILED at everything that makes no sense */
export function scoringProfile({ hotFrom, warmFrom, rules }: WantedProfile): ScoringProfile {
  if (rules.length > MOST_RULES) throw refuse('LIMIT_EXCEEDED', `There can be ${MOST_RULES} rules at most.`, 'rules');
  const problems: Problem[] = [];
  const complain = (message: string, path: string): void => void problems.push({ code: 'VALIDATION_FAILED', message, path: path.split('.') });
  for (const [name, score] of [['hotFrom', hotFrom], ['warmFrom', warmFrom]] as const) {
    if (!Number.isInteger(score) || score < 0 || score > 100) complain('A score is a whole number from 0 to 100.', name);
  }
  if (warmFrom > hotFrom) complain('A lead gets warm before it gets hot.', 'warmFrom');
  const keys = new Set<string>();
  const written = rules.map((rule, index) => {
    const path = `rules.${index}`;
    const label = normalizeLine(rule.label) ?? '';
    if (!label) complain('Say in words what the rule finds.', `${path}.label`);
    if (!Number.isInteger(rule.points) || rule.points === 0 || Math.abs(rule.points) > 100) complain('Points are a whole number from -100 to 100, and not 0.', `${path}.points`);
    const category = SCORE_CATEGORIES.find((known) => known === rule.category && known !== 'MANUAL');
    if (!category) complain('Choose what kind of fact it is.', `${path}.category`);
    if (rule.when.length === 0 || rule.when.length > MOST_CONDITIONS) complain(`A rule has 1 to ${MOST_CONDITIONS} conditions.`, `${path}.when`);
    const key = freeKey(rule.key, label, keys);
    const when = rule.when.map((condition, at) => writtenCondition(condition, `${path}.when.${at}`, complain));
    return { key, category: category ?? 'BEHAVIOUR', label, points: rule.points, when } satisfies ScoringRule;
  });
  if (problems.length > 0) throw new AppError(problems);
  return { hotFrom, warmFrom, rules: written };
}

function writtenCondition({ fact, is, values, value }: WantedCondition, path: string, complain: (message: string, path: string) => void): ScoringCondition {
  const name = FACT_NAMES.find((known) => known === fact);
  if (!name) {
    complain(`Nothing called ${fact} is known of leads.`, `${path}.fact`);
    return { fact: 'company', is: 'PRESENT' };
  }
  if (!TESTS[FACT_KINDS[name]].includes(is)) complain('This cannot be asked of it.', `${path}.is`);
  if (is === 'AT_LEAST' || is === 'AT_MOST') {
    if (typeof value !== 'number' || !Number.isFinite(value)) complain('Enter a number.', `${path}.value`);
    return { fact: name, is, value: value ?? 0 };
  }
  if (is !== 'ONE_OF' && is !== 'CONTAINS_WORD') return { fact: name, is };
  const words = [...new Set((values ?? []).map((word) => normalizeLine(word)?.slice(0, 100) ?? '').filter(Boolean))];
  if (words.length === 0 || words.length > MOST_VALUES) complain(`Name 1 to ${MOST_VALUES} values.`, `${path}.values`);
  const known = CHOICES[name];
  if (known && words.some((word) => !known.includes(word))) complain(`It can only be ${known.join(', ')}.`, `${path}.values`);
  return { fact: name, is, values: words };
}

/** `Names a company` as `names_a_company`; another one of the same label gets a number. */
function freeKey(given: string | null | undefined, label: string, taken: Set<string>): string {
  const base = (given ?? label).normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40) || 'rule';
  let key = ['manual', 'limit'].includes(base) ? `${base}_rule` : base;
  for (let count = 2; taken.has(key); count++) key = `${base}_${count}`;
  taken.add(key);
  return key;
}
