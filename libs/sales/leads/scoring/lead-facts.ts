import { domainOf, isMailProvider } from '@throughline/platform/kernel';

export const AUTHORITIES = ['YES', 'NO', 'UNKNOWN'] as const;
export type Authority = (typeof AUTHORITIES)[number];
export const NEEDS = ['EXPLICIT', 'IMPLIED', 'NONE'] as const;
export type Need = (typeof NEEDS)[number];
export const TIMELINES = ['IMMEDIATE', 'ONE_TO_THREE_MONTHS', 'THREE_TO_SIX_MONTHS', 'SIX_TO_TWELVE_MONTHS', 'OVER_TWELVE_MONTHS'] as const;
export type Timeline = (typeof TIMELINES)[number];

/** What is known of a lead and may count for its score; null = not known. */
export interface LeadFacts {
  company: string | null;
  title: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  country: string | null;
  city: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  requestedServices: readonly string[];
  requirements: string | null;
  wishedDate: string | null;
  visits: number | null;
  secondsOnSite: number | null;
  pagesPerVisit: number | null;
  lastActivity: string | null;
  doNotEmail: boolean;
  doNotCall: boolean;
  /** Minor units; a decimal string as the database gives it. */
  budgetMinor: string | null;
  authority: Authority | null;
  need: Need | null;
  timeline: Timeline | null;
}

/** A fact as rules see it: text, a list of texts, a number, or a yes/no; null = not known. */
export type FactValue = string | readonly string[] | number | boolean | null;

/** Derived facts beside the stored ones. */
const DERIVED = {
  /** Whether the e-mail address belongs to a company's own domain; null without an address. */
  businessEmail: (facts: LeadFacts): boolean | null => {
    const domain = domainOf(facts.email);
    return domain === null ? null : !isMailProvider(domain);
  },
} as const;

export type FactName = keyof LeadFacts | keyof typeof DERIVED;

/** Every name a scoring rule may use. */
export const FACT_NAMES: readonly FactName[] = [
  'company', 'title', 'email', 'phone', 'website', 'country', 'city', 'source', 'medium', 'campaign', 'requestedServices', 'requirements',
  'wishedDate', 'visits', 'secondsOnSite', 'pagesPerVisit', 'lastActivity', 'doNotEmail', 'doNotCall', 'budgetMinor', 'authority', 'need',
  'timeline', 'businessEmail',
];

export function factOf(facts: LeadFacts, name: FactName): FactValue {
  if (name === 'businessEmail') return DERIVED.businessEmail(facts);
  const value = facts[name];
  return name === 'budgetMinor' && typeof value === 'string' ? Number(value) : value;
}
