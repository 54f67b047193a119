import { conditionOn, conditionText, differingRules, factOptions, pointsText, testOptions } from './scoring-words';

const money = (minor: number) => `$${minor / 100}`;

describe('words of scoring rules', () => {
  it('read as sentences', () => {
    expect([
      conditionText({ fact: 'company', is: 'PRESENT', values: null, value: null }, money),
      conditionText({ fact: 'source', is: 'ONE_OF', values: ['Partner', 'Event'], value: null }, money),
      conditionText({ fact: 'need', is: 'ONE_OF', values: ['NONE'], value: null }, money),
      conditionText({ fact: 'budgetMinor', is: 'AT_LEAST', values: null, value: 50_000 }, money),
      conditionText({ fact: 'visits', is: 'AT_MOST', values: null, value: 3 }, money),
      conditionText({ fact: 'doNotEmail', is: 'TRUE', values: null, value: null }, money),
      conditionText({ fact: 'doNotEmail', is: 'FALSE', values: null, value: null }, money),
    ]).toEqual(['Company is known', 'Source is one of Partner, Event', 'Need is None', 'Budget is at least $500', 'Visits to the site is at most 3', 'Wants no e-mail', 'Not: wants no e-mail']);
  });

  it('offer of every fact what can be asked of it, the usual first', () => {
    for (const { value } of factOptions) expect(testOptions(value).map((option) => option.value)).toContain(conditionOn(value).is);
    expect([conditionOn('visits').is, conditionOn('doNotCall').is, conditionOn('need').is]).toEqual(['AT_LEAST', 'TRUE', 'ONE_OF']);
  });

  it('tell in a conflict only the rules that differ', () => {
    const rule = (label: string, points: number) => ({ key: label, category: 'BEHAVIOUR' as const, label, points, when: [] });
    expect([differingRules([rule('A', 1), rule('B', 2)], [rule('A', 1), rule('B', 3)]), differingRules([rule('A', 1)], [rule('A', 1), rule('C', 5)])]).toEqual(['B +2', 'none of these']);
  });

  it('show points with their sign', () => expect([4, -6].map(pointsText)).toEqual(['+4', '−6']));
});
