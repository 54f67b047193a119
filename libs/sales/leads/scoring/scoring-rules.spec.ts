import { AppError } from '@throughline/platform/kernel';
import { FACT_NAMES } from './lead-facts.js';
import { FACT_KINDS, MOST_RULES, scoringProfile, type WantedProfile, type WantedRule } from './scoring-rules.js';
import { DEFAULT_SCORING } from './scoring.defaults.js';

const rule = (changes: Partial<WantedRule> = {}): WantedRule => ({ category: 'BEHAVIOUR', label: 'Asked for SEO', points: 5, when: [{ fact: 'requestedServices', is: 'ONE_OF', values: ['SEO'] }], ...changes });
const profile = (changes: Partial<WantedProfile> = {}): WantedProfile => ({ hotFrom: 70, warmFrom: 40, rules: [rule()], ...changes });
const pathsOf = (wanted: WantedProfile): string[] => {
  try {
    scoringProfile(wanted);
    return [];
  } catch (error) {
    return (error as AppError).problems.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
};

it('the present rules can be saved as they are', () => expect(scoringProfile(DEFAULT_SCORING)).toEqual(DEFAULT_SCORING));

it('every fact has a kind', () => expect(Object.keys(FACT_KINDS).sort()).toEqual([...FACT_NAMES].sort()));

it('gives new rules keys of their own', () => {
  const { rules } = scoringProfile(profile({ rules: [rule(), rule(), rule({ key: 'kept' }), rule({ label: 'Manual' }), rule({ label: '…' })] }));
  expect(rules.map(({ key }) => key)).toEqual(['asked_for_seo', 'asked_for_seo_2', 'kept', 'manual_rule', 'rule']);
});

it.each<[string, Partial<WantedProfile>, string]>([
  ['a threshold beyond 100', { hotFrom: 101 }, 'hotFrom'],
  ['a threshold between two scores', { warmFrom: 1.5 }, 'warmFrom'],
  ['warm above hot', { hotFrom: 30 }, 'warmFrom'],
  ['a rule without words', { rules: [rule({ label: '  ' })] }, 'rules.0.label'],
  ['a rule without points', { rules: [rule({ points: 0 })] }, 'rules.0.points'],
  ['too many points', { rules: [rule({ points: 101 })] }, 'rules.0.points'],
  ['an unknown category', { rules: [rule({ category: 'MANUAL' })] }, 'rules.0.category'],
  ['a rule that always holds', { rules: [rule({ when: [] })] }, 'rules.0.when'],
  ['an unknown fact', { rules: [rule({ when: [{ fact: 'shoeSize', is: 'PRESENT' }] })] }, 'rules.0.when.0.fact'],
  ['what cannot be asked of a fact', { rules: [rule({ when: [{ fact: 'visits', is: 'CONTAINS_WORD', values: ['x'] }] })] }, 'rules.0.when.0.is'],
  ['no number', { rules: [rule({ when: [{ fact: 'visits', is: 'AT_LEAST' }] })] }, 'rules.0.when.0.value'],
  ['no values', { rules: [rule({ when: [{ fact: 'source', is: 'ONE_OF', values: [' '] }] })] }, 'rules.0.when.0.values'],
  ['a choice that does not exist', { rules: [rule({ when: [{ fact: 'need', is: 'ONE_OF', values: ['MUCH'] }] })] }, 'rules.0.when.0.values'],
])('refuses %s by name', (_, changes, path) => expect(pathsOf(profile(changes))).toEqual([`VALIDATION_FAILED ${path}`]));

it('refuses more rules than anybody reads', () => expect(pathsOf(profile({ rules: Array.from({ length: MOST_RULES + 1 }, () => rule()) }))).toEqual(['LIMIT_EXCEEDED rules']));
