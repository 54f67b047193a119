import { AppError, normalizeLine, type Problem } from '@throughline/platform/kernel';
import type { LeadFactsInput } from '../lead.facts.js';
import type { FormField, FormFieldKey, FormService } from './form-fields.js';

/** What a visitor filled in; amounts in minor units of the organization's currency. */
export interface Submission {
  name?: string | null;
  company?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  services?: readonly string[] | null;
  requirements?: string | null;
  wishedDate?: string | null;
  budget?: { amountMinor: bigint; currency: string } | null;
}

const ASKED: Record<FormFieldKey, string> = {
  name: 'Enter your name.',
  company: 'Enter your company.',
  email: 'Enter your e-mail address.',
  phone: 'Enter your telephone number.',
  website: 'Enter your web address.',
  services: 'Choose at least one service.',
  requirements: 'Say what you need.',
  wishedDate: 'Choose a date.',
  budget: 'Enter your budget.',
};

/**
 * What a submission says of the lead.
 *
 * @param today as 2026-11-21
 * @throws AppError VALIDATION_FAILED at each field that is missing, not asked for, or impossible
 */
export function readSubmission(
  form: { fields: readonly FormField[]; services: readonly FormService[]; currency: string },
  given: Submission,
  today: string,
): LeadFactsInput {
  const problems: Problem[] = [];
  const fail = (key: string, message: string): void => void problems.push({ code: 'VALIDATION_FAILED', message, path: [key] });
  const asked = new Map(form.fields.map((field) => [field.key, field]));
  for (const key of Object.keys(ASKED) as FormFieldKey[]) {
    const empty = isEmpty(given[key]);
    const field = asked.get(key);
    if (!field && !empty) fail(key, 'This form does not ask for this.');
    if (field?.required && empty) fail(key, ASKED[key]);
  }
  const offered = new Set(form.services.map((service) => service.key));
  if (given.services?.some((service) => !offered.has(service))) fail('services', 'Choose among the services of this form.');
  if (given.wishedDate && given.wishedDate < today) fail('wishedDate', 'Choose a date that has not passed.');
  if (given.budget && given.budget.currency !== form.currency) fail('budget', `Enter the budget in ${form.currency}.`);
  if (problems.length > 0) throw new AppError(problems);
  const { services, budget, wishedDate, ...lines } = given;
  return {
    ...lines,
    ...(services ? { requestedServices: services } : {}),
    ...(wishedDate ? { wishedDate } : {}),
    ...(budget ? { budgetMinor: budget.amountMinor, currency: budget.currency } : {}),
  };
}

function isEmpty(value: Submission[FormFieldKey]): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return normalizeLine(value) === null;
  return Array.isArray(value) && value.length === 0;
}
