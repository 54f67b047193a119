import { AppError, normalizeEmail, normalizeLine, normalizePhone, normalizeText, normalizeWebsite, type Problem, refuse } from '@throughline/platform/kernel';
import { normalizeTags } from '@throughline/common/tags';
import { withoutNull } from '@throughline/sales/customers';
import { dedupeKey } from './dedupe-key.js';
import type { Priority } from './lead.entity.js';
import type { Authority, Need, Timeline } from './scoring/index.js';

/** What people say of a lead; absent = unchanged, null = unknown. Amounts in minor units, `wishedDate` as 2026-11-21. */
export interface LeadFactsInput {
  name?: string | null;
  company?: string | null;
  title?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  city?: string | null;
  country?: string | null;
  externalId?: string | null;
  source?: string | null;
  campaign?: string | null;
  medium?: string | null;
  referrer?: string | null;
  priority?: Priority;
  budgetMinor?: bigint | null;
  currency?: string;
  authority?: Authority | null;
  need?: Need | null;
  timeline?: Timeline | null;
  requestedServices?: readonly string[];
  requirements?: string | null;
  wishedDate?: string | null;
  doNotEmail?: boolean;
  doNotCall?: boolean;
  tags?: readonly string[];
}

const LINES = ['name', 'company', 'title', 'city', 'country', 'externalId', 'source', 'campaign', 'medium', 'referrer'] as const;
const PARSED = [
  ['email', normalizeEmail, 'This is no e-mail address. Write it like ana@example.org.'],
  ['phone', normalizePhone, 'This is no telephone number. Write it with its country, like +44 20 7946 0018.'],
  ['website', normalizeWebsite, 'This is no web address. Write it like https://example.org.'],
] as const;

/**
 * Lead facts as they are stored.
 *
 * @throws AppError VALIDATION_FAILED at each value that makes no sense
 */
export function storedLead(given: LeadFactsInput): LeadFactsInput {
  const facts = withoutNull(given, ['priority', 'currency', 'requestedServices', 'doNotEmail', 'doNotCall', 'tags']);
  const stored: LeadFactsInput = { ...facts };
  const problems: Problem[] = [];
  for (const field of LINES) if (facts[field] !== undefined) stored[field] = normalizeLine(facts[field]);
  for (const [field, normalize, message] of PARSED) {
    if (facts[field] === undefined) continue;
    const line = normalizeLine(facts[field]);
    stored[field] = line === null ? null : normalize(line);
    if (line !== null && stored[field] === null) problems.push({ code: 'VALIDATION_FAILED', message, path: [field] });
  }
  if (facts.requirements !== undefined) stored.requirements = normalizeText(facts.requirements);
  if (facts.tags) stored.tags = normalizeTags(facts.tags);
  if (facts.requestedServices) stored.requestedServices = normalizeServices(facts.requestedServices);
  if (typeof facts.budgetMinor === 'bigint' && facts.budgetMinor < 0n) {
    problems.push({ code: 'VALIDATION_FAILED', message: 'A budget cannot be negative.', path: ['budget'] });
  }
  if (problems.length > 0) throw new AppError(problems);
  return stored;
}

/** Keys of service categories as they are stored: WEB, SEO. */
export function normalizeServices(services: readonly string[]): string[] {
  const keys = services.map((service) => normalizeLine(service)?.toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^_|_$/g, '').slice(0, 40) ?? '');
  return [...new Set(keys.filter((key) => key !== ''))].slice(0, 20);
}

/** Who a lead is, in the columns that lists show and duplicates are found by. */
export interface Identified {
  name: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  externalId: string | null;
  reference: string | null;
}

/**
 * @throws AppError VALIDATION_FAILED when nothing says who it is
 */
export function identityColumns(lead: Identified): { displayName: string; dedupeKey: string } {
  const key = dedupeKey(lead);
  if (key === null) throw refuse('VALIDATION_FAILED', 'A lead needs a name, a company, an e-mail address, a telephone number or an external id.', 'name');
  return { displayName: displayNameOf(lead), dedupeKey: key };
}

/** What a list shows. Never the e-mail address or telephone number: rules may hide those. */
export function displayNameOf(lead: Pick<Identified, 'name' | 'company' | 'reference' | 'externalId'>): string {
  const number = lead.reference ?? lead.externalId;
  return lead.name ?? lead.company ?? (number === null ? 'Unnamed lead' : `Lead ${number}`);
}
