import type { LeadScoringTest } from '@/gql/scoring/scoring';
import { authorityLabel, needLabel, timelineLabel } from '../leads/lead-words';

/** What a fact is, and so what can be asked of it; the server has the last word. */
export type FactKind = 'TEXT' | 'LIST' | 'NUMBER' | 'MONEY' | 'FLAG' | 'CHOICE';

/** A condition as the form holds it. */
export interface Condition {
  fact: string;
  is: LeadScoringTest;
  values: readonly string[] | null;
  value: number | null;
}

/** A rule as the form holds it; without a key until it is saved. */
export interface Rule {
  key: string | null;
  category: 'DEMOGRAPHIC' | 'BEHAVIOUR' | 'ENGAGEMENT' | 'QUALIFICATION' | 'MANUAL';
  label: string;
  points: number;
  when: readonly Condition[];
}

export const facts: Readonly<Record<string, { label: string; kind: FactKind; choices?: Readonly<Record<string, string>> }>> = {
  company: { label: 'Company', kind: 'TEXT' }, title: { label: 'Position', kind: 'TEXT' }, email: { label: 'E-mail', kind: 'TEXT' }, businessEmail: { label: 'Has a company’s own e-mail address', kind: 'FLAG' },
  phone: { label: 'Telephone', kind: 'TEXT' }, website: { label: 'Website', kind: 'TEXT' }, city: { label: 'City', kind: 'TEXT' }, country: { label: 'Country', kind: 'TEXT' },
  source: { label: 'Source', kind: 'TEXT' }, campaign: { label: 'Campaign', kind: 'TEXT' }, medium: { label: 'Medium', kind: 'TEXT' },
  requestedServices: { label: 'Services asked for', kind: 'LIST' }, requirements: { label: 'What is wanted', kind: 'TEXT' }, wishedDate: { label: 'Wished date', kind: 'TEXT' },
  visits: { label: 'Visits to the site', kind: 'NUMBER' }, secondsOnSite: { label: 'Seconds on the site', kind: 'NUMBER' }, pagesPerVisit: { label: 'Pages in a visit', kind: 'NUMBER' },
  lastActivity: { label: 'Last activity', kind: 'TEXT' }, doNotEmail: { label: 'Wants no e-mail', kind: 'FLAG' }, doNotCall: { label: 'Wants no calls', kind: 'FLAG' },
  budgetMinor: { label: 'Budget', kind: 'MONEY' }, authority: { label: 'Decides about the budget', kind: 'CHOICE', choices: authorityLabel },
  need: { label: 'Need', kind: 'CHOICE', choices: needLabel }, timeline: { label: 'Wants to start', kind: 'CHOICE', choices: timelineLabel },
};

export const testLabel: Readonly<Record<LeadScoringTest, string>> = {
  PRESENT: 'is known', ABSENT: 'is not known', TRUE: 'is so', FALSE: 'is not so', ONE_OF: 'is one of', CONTAINS_WORD: 'has the word', AT_LEAST: 'is at least', AT_MOST: 'is at most',
};

const TESTS: Readonly<Record<FactKind, readonly LeadScoringTest[]>> = {
  TEXT: ['PRESENT', 'ABSENT', 'ONE_OF', 'CONTAINS_WORD'], LIST: ['PRESENT', 'ABSENT', 'ONE_OF'], NUMBER: ['AT_LEAST', 'AT_MOST', 'PRESENT', 'ABSENT'], MONEY: ['AT_LEAST', 'AT_MOST', 'PRESENT', 'ABSENT'],
  FLAG: ['TRUE', 'FALSE'], CHOICE: ['ONE_OF', 'PRESENT', 'ABSENT'],
};

export const factOptions = Object.entries(facts).map(([value, { label }]) => ({ value, label }));
export const testOptions = (fact: string) => TESTS[facts[fact]?.kind ?? 'TEXT'].map((value) => ({ value, label: testLabel[value] }));

/** What a condition on another fact begins with. */
export function conditionOn(fact: string): Condition {
  return { fact, is: TESTS[facts[fact]?.kind ?? 'TEXT'][0]!, values: null, value: null };
}

export const takesValues = (is: LeadScoringTest): boolean => is === 'ONE_OF' || is === 'CONTAINS_WORD';
export const takesNumber = (is: LeadScoringTest): boolean => is === 'AT_LEAST' || is === 'AT_MOST';

/** `Budget is at least 10`; amounts come in minor units, and `money` writes them. */
export function conditionText({ fact, is, values, value }: Condition, money: (minor: number) => string): string {
  const { label = fact, kind, choices } = facts[fact] ?? { kind: 'TEXT' as const, label: fact };
  if (kind === 'FLAG') return is === 'TRUE' ? label : `Not: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  if (takesValues(is)) return `${label} ${is === 'ONE_OF' && values?.length === 1 ? 'is' : testLabel[is]} ${(values ?? []).map((each) => choices?.[each] ?? each).join(', ') || '…'}`;
  if (takesNumber(is)) return `${label} ${testLabel[is]} ${value === null ? '…' : kind === 'MONEY' ? money(value) : value}`;
  return `${label} ${testLabel[is]}`;
}

/** `+4` or `−6`. */
export const pointsText = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);

/** Rules of one side that the other one has not, or has otherwise: `Names a company +4, Left a telephone number +4`. */
export function differingRules(own: readonly Rule[], others: readonly Rule[]): string {
  const known = new Set(others.map((rule) => JSON.stringify(rule)));
  return own.filter((rule) => !known.has(JSON.stringify(rule))).map(({ label, points }) => `${label} ${pointsText(points)}`).join(', ') || 'none of these';
}
