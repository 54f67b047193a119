import fc from 'fast-check';
import { AUTHORITIES, FACT_NAMES, factOf, NEEDS, TIMELINES, type LeadFacts } from './lead-facts.js';
import { DEFAULT_SCORING } from './scoring.defaults.js';
import { ratingOf, scoreLead, type ScoringCondition, type ScoringProfile } from './scoring.js';

const NOTHING: LeadFacts = {
  company: null, title: null, email: null, phone: null, website: null, country: null, city: null, source: null, medium: null, campaign: null,
  requestedServices: [], requirements: null, wishedDate: null, visits: null, secondsOnSite: null, pagesPerVisit: null, lastActivity: null,
  doNotEmail: false, doNotCall: false, budgetMinor: null, authority: null, need: null, timeline: null,
};

const profileOf = (points: number, ...when: ScoringCondition[]): ScoringProfile =>
  ({ hotFrom: 70, warmFrom: 40, rules: [{ key: 'r', category: 'BEHAVIOUR', label: 'Rule', points, when }] });
const counts = (condition: ScoringCondition, facts: Partial<LeadFacts>): boolean =>
  scoreLead(profileOf(10, condition), { ...NOTHING, ...facts }).score === 10;

describe('conditions', () => {
  const cases: [ScoringCondition, Partial<LeadFacts>, boolean][] = [
    [{ fact: 'company', is: 'PRESENT' }, { company: 'Acme' }, true],
    [{ fact: 'company', is: 'PRESENT' }, {}, false],
    [{ fact: 'company', is: 'PRESENT' }, { company: '' }, false],
    [{ fact: 'visits', is: 'PRESENT' }, { visits: 0 }, true],
    [{ fact: 'requestedServices', is: 'PRESENT' }, { requestedServices: [] }, false],
    [{ fact: 'requestedServices', is: 'PRESENT' }, { requestedServices: ['SEO'] }, true],
    [{ fact: 'phone', is: 'ABSENT' }, {}, true],
    [{ fact: 'phone', is: 'ABSENT' }, { phone: '+1' }, false],
    [{ fact: 'doNotEmail', is: 'TRUE' }, { doNotEmail: true }, true],
    [{ fact: 'doNotEmail', is: 'TRUE' }, {}, false],
    [{ fact: 'doNotEmail', is: 'FALSE' }, {}, true],
    [{ fact: 'businessEmail', is: 'TRUE' }, { email: 'ana@acme.example.com' }, true],
    [{ fact: 'businessEmail', is: 'TRUE' }, { email: 'ana@gmail.com' }, false],
    [{ fact: 'businessEmail', is: 'FALSE' }, { email: 'ana@gmail.com' }, true],
    [{ fact: 'businessEmail', is: 'TRUE' }, {}, false],
    [{ fact: 'businessEmail', is: 'FALSE' }, {}, false],
    [{ fact: 'source', is: 'ONE_OF', values: ['Referral'] }, { source: 'rEFERRAL' }, true],
    [{ fact: 'source', is: 'ONE_OF', values: ['Referral'] }, { source: 'Referral sites' }, false],
    [{ fact: 'requestedServices', is: 'ONE_OF', values: ['seo'] }, { requestedServices: ['WEB', 'SEO'] }, true],
    [{ fact: 'visits', is: 'ONE_OF', values: ['3'] }, { visits: 3 }, true],
    [{ fact: 'title', is: 'CONTAINS_WORD', values: ['head'] }, { title: 'Head of Marketing' }, true],
    [{ fact: 'title', is: 'CONTAINS_WORD', values: ['head'] }, { title: 'Ahead Ltd' }, false],
    [{ fact: 'title', is: 'CONTAINS_WORD', values: ['head'] }, {}, false],
    [{ fact: 'visits', is: 'AT_LEAST', value: 3 }, { visits: 3 }, true],
    [{ fact: 'visits', is: 'AT_LEAST', value: 3 }, { visits: 2 }, false],
    [{ fact: 'visits', is: 'AT_LEAST', value: 0 }, {}, false],
    [{ fact: 'visits', is: 'AT_MOST', value: 3 }, { visits: 3 }, true],
    [{ fact: 'visits', is: 'AT_MOST', value: 3 }, { visits: 4 }, false],
    [{ fact: 'budgetMinor', is: 'AT_LEAST', value: 1_000_00 }, { budgetMinor: '100000' }, true],
    [{ fact: 'budgetMinor', is: 'AT_LEAST', value: 1_000_00 }, { budgetMinor: '99999' }, false],
  ];
  it.each(cases)('%j with %j: %s', (condition, facts, expected) => expect(counts(condition, facts)).toBe(expected));

  it('need all of a rule to hold, and a rule without any never counts', () => {
    const both: ScoringCondition[] = [{ fact: 'phone', is: 'PRESENT' }, { fact: 'company', is: 'PRESENT' }];
    expect(scoreLead(profileOf(10, ...both), { ...NOTHING, phone: '+14155550100' }).score).toBe(0);
    expect(scoreLead(profileOf(10, ...both), { ...NOTHING, phone: '+14155550100', company: 'A' }).score).toBe(10);
    expect(scoreLead(profileOf(10), NOTHING).score).toBe(0);
  });
});

describe('scoreLead', () => {
  it('explains a limit as a reason of its own', () => {
    expect(scoreLead(profileOf(130, { fact: 'phone', is: 'ABSENT' }), NOTHING)).toEqual({
      score: 100,
      rating: 'HOT',
      reasons: [
        { key: 'r', category: 'BEHAVIOUR', label: 'Rule', points: 130 },
        { key: 'limit', category: 'MANUAL', label: 'A score ends at 100', points: -30 },
      ],
    });
    expect(scoreLead(profileOf(-5, { fact: 'phone', is: 'ABSENT' }), NOTHING).reasons.at(-1))
      .toEqual({ key: 'limit', category: 'MANUAL', label: 'A score starts at 0', points: 5 });
  });

  it('takes an adjustment by hand with its reason', () => {
    expect(scoreLead(profileOf(10, { fact: 'phone', is: 'ABSENT' }), NOTHING, { points: 35, reason: 'Met at the fair' })).toEqual({
      score: 45,
      rating: 'WARM',
      reasons: [
        { key: 'r', category: 'BEHAVIOUR', label: 'Rule', points: 10 },
        { key: 'manual', category: 'MANUAL', label: 'Met at the fair', points: 35 },
      ],
    });
  });

  it('rates from the thresholds on', () => {
    expect([69, 70, 39, 40, 0, 100].map((score) => ratingOf(DEFAULT_SCORING, score))).toEqual(['WARM', 'HOT', 'COLD', 'WARM', 'COLD', 'HOT']);
  });

  it('makes a fully qualified enquiry hot and an empty one cold, by default', () => {
    const good = scoreLead(DEFAULT_SCORING, {
      ...NOTHING, company: 'Acme', email: 'ana@acme.example.com', phone: '+14155550100', title: 'Owner', requestedServices: ['SEO'],
      requirements: 'More visitors', budgetMinor: '500000', authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE',
    });
    expect(good).toMatchObject({ score: 90, rating: 'HOT' });
    expect(scoreLead(DEFAULT_SCORING, NOTHING)).toEqual({ score: 0, rating: 'COLD', reasons: [] });
  });

  it('always adds up: the points of the reasons are the score', () => {
    const text = fc.option(fc.constantFrom('Owner', 'Referral', 'Email Opened', 'Unreachable', 'x@gmail.com', 'x@acme.example.com'));
    const facts: fc.Arbitrary<LeadFacts> = fc.record({
      company: text, title: text, email: text, phone: text, website: text, country: text, city: text, source: text, medium: text, campaign: text,
      requestedServices: fc.array(fc.constantFrom('SEO', 'WEB')), requirements: text, wishedDate: text, visits: fc.option(fc.nat(9)),
      secondsOnSite: fc.option(fc.nat(2_000)), pagesPerVisit: fc.option(fc.nat(9)), lastActivity: text, doNotEmail: fc.boolean(), doNotCall: fc.boolean(),
      budgetMinor: fc.option(fc.nat().map(String)), authority: fc.option(fc.constantFrom(...AUTHORITIES)), need: fc.option(fc.constantFrom(...NEEDS)),
      timeline: fc.option(fc.constantFrom(...TIMELINES)),
    });
    fc.assert(fc.property(facts, fc.option(fc.integer({ min: -100, max: 100 })), (lead, points) => {
      const result = scoreLead(DEFAULT_SCORING, lead, points === null ? null : { points, reason: 'By hand' });
      expect(result.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(result.score);
      expect(result.score).toBeGreaterThanOrEqual(0);
      expect(result.score).toBeLessThanOrEqual(100);
    }));
  });
});

describe('the default rules', () => {
  it('have unique keys, known facts and points', () => {
    const keys = DEFAULT_SCORING.rules.map((rule) => rule.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const rule of DEFAULT_SCORING.rules) {
      expect(rule.points).not.toBe(0);
      for (const condition of rule.when) expect(FACT_NAMES).toContain(condition.fact);
    }
  });

  it('can ask for every fact', () => {
    expect(FACT_NAMES.map((name) => factOf(NOTHING, name)).filter((value) => value === undefined)).toEqual([]);
  });
});
