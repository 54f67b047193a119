import { normalizeTags } from '@throughline/common/tags';
import { AppError, comparableName, domainOf, isMailProvider, normalizeEmail, normalizeLine, normalizePhone, normalizeWebsite, type Problem } from '@throughline/platform/kernel';
import type { ContactChannel, ContactRole } from './contact.entity.js';
import type { CompanySize, CustomerKind, LifeCycle, PostalAddress } from './customer.entity.js';

/** What people say of a customer; absent = unchanged, null = unknown. */
export interface CustomerFacts {
  name?: string;
  kind?: CustomerKind;
  lifeCycle?: LifeCycle;
  active?: boolean;
  externalId?: string | null;
  industry?: string | null;
  companySize?: CompanySize | null;
  annualRevenueMinor?: bigint | null;
  currency?: string;
  website?: string | null;
  phone?: string | null;
  email?: string | null;
  source?: string | null;
  billingAddress?: PostalAddress | null;
  tags?: readonly string[];
  parentId?: string | null;
  ownerId?: string | null;
  departmentId?: string | null;
}

/** What people say of a contact; absent = unchanged, null = unknown. */
export interface ContactFacts {
  name?: string;
  title?: string | null;
  role?: ContactRole | null;
  email?: string | null;
  phone?: string | null;
  isPrimary?: boolean;
  preferredChannel?: ContactChannel | null;
  doNotEmail?: boolean;
  doNotCall?: boolean;
}

/**
 * Customer facts as they are stored: normalized, with what duplicates are found by.
 *
 * @throws AppError VALIDATION_FAILED at each value that makes no sense
 */
export function storedCustomer(given: CustomerFacts): CustomerFacts & { nameKey?: string; domain?: string | null } {
  const problems: Problem[] = [];
  const facts = withoutNull(given, ['name', 'kind', 'lifeCycle', 'active', 'currency', 'tags']);
  const stored = { ...facts, ...reachable(facts, problems) };
  if (facts.name !== undefined) stored.name = requiredName(facts.name, 'customer', problems);
  if (facts.website !== undefined) stored.website = parsed(facts.website, normalizeWebsite, 'website', 'This is no web address. Write it like https://example.org.', problems);
  for (const field of ['industry', 'source', 'externalId'] as const) if (facts[field] !== undefined) stored[field] = normalizeLine(facts[field]);
  if (facts.tags) stored.tags = normalizeTags(facts.tags);
  if (problems.length > 0) throw new AppError(problems);
  return { ...stored, ...(stored.name !== undefined ? { nameKey: comparableName(stored.name) } : {}) };
}

/** @throws AppError VALIDATION_FAILED at each value that makes no sense */
export function storedContact(given: ContactFacts): ContactFacts {
  const problems: Problem[] = [];
  const facts = withoutNull(given, ['name', 'isPrimary', 'doNotEmail', 'doNotCall']);
  const stored = { ...facts, ...reachable(facts, problems) };
  if (facts.name !== undefined) stored.name = requiredName(facts.name, 'contact', problems);
  if (facts.title !== undefined) stored.title = normalizeLine(facts.title);
  if (problems.length > 0) throw new AppError(problems);
  return stored;
}

/** The web domain that tells a company: of its site, else of its mail unless a mail provider's; null when unknown. */
export function companyDomain(facts: { website?: string | null; email?: string | null }): string | null {
  const site = domainOf(facts.website);
  if (site) return site;
  const mail = domainOf(facts.email);
  return mail && !isMailProvider(mail) ? mail : null;
}

/** A null where there must be a value says nothing, as if it were absent. */
export function withoutNull<T extends object>(facts: T, names: readonly (keyof T)[]): T {
  const kept = { ...facts };
  for (const name of names) if (kept[name] === null) delete kept[name];
  return kept;
}

function reachable(facts: { email?: string | null; phone?: string | null }, problems: Problem[]): { email?: string | null; phone?: string | null } {
  return {
    ...(facts.email !== undefined ? { email: parsed(facts.email, normalizeEmail, 'email', 'This is no e-mail address. Write it like ana@example.org.', problems) } : {}),
    ...(facts.phone !== undefined ? { phone: parsed(facts.phone, normalizePhone, 'phone', 'This is no telephone number. Write it with its country, like +44 20 7946 0018.', problems) } : {}),
  };
}

function parsed(value: string | null, normalize: (text: string) => string | null, path: string, message: string, problems: Problem[]): string | null {
  const line = normalizeLine(value);
  if (line === null) return null;
  const result = normalize(line);
  if (result === null) problems.push({ code: 'VALIDATION_FAILED', message, path: [path] });
  return result;
}

function requiredName(value: string, what: string, problems: Problem[]): string {
  const name = normalizeLine(value);
  if (name === null) problems.push({ code: 'VALIDATION_FAILED', message: `Give the ${what} a name.`, path: ['name'] });
  return name ?? '';
}
