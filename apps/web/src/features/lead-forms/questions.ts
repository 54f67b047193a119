import type { LeadFormFieldKey } from '@/gql/lead-forms/lead-forms';

/** What a public form can ask, in people's words. */
export const questionLabel: Readonly<Record<LeadFormFieldKey, string>> = {
  NAME: 'Name', COMPANY: 'Company', EMAIL: 'E-mail', PHONE: 'Telephone', WEBSITE: 'Web site', SERVICES: 'Services', REQUIREMENTS: 'What is needed', BUDGET: 'Budget', WISHED_DATE: 'Wished date',
};

/** How often a question is asked. */
export type Asked = 'NO' | 'OPTIONAL' | 'REQUIRED';
export const askedOptions: readonly { value: Asked; label: string }[] = [{ value: 'NO', label: 'Not asked' }, { value: 'OPTIONAL', label: 'Optional' }, { value: 'REQUIRED', label: 'Needed' }];
export type Questions = Record<LeadFormFieldKey, Asked>;

const KEYS = Object.keys(questionLabel) as LeadFormFieldKey[];

/** A form's questions as one choice each. */
export function questionsOf(fields: readonly { key: LeadFormFieldKey; required: boolean }[]): Questions {
  const found = new Map(fields.map(({ key, required }) => [key, required]));
  return Object.fromEntries(KEYS.map((key) => [key, found.get(key) === undefined ? 'NO' : found.get(key) ? 'REQUIRED' : 'OPTIONAL'])) as Questions;
}

/** And back: those that were asked keep their order, new ones follow. */
export function fieldsOf(questions: Questions, before: readonly { key: LeadFormFieldKey }[]): { key: LeadFormFieldKey; required: boolean }[] {
  const order = [...before.map(({ key }) => key), ...KEYS.filter((key) => !before.some((field) => field.key === key))];
  return order.filter((key) => questions[key] !== 'NO').map((key) => ({ key, required: questions[key] === 'REQUIRED' }));
}

/** A service's key from its name: "Google Ads" becomes GOOGLE_ADS. */
export const serviceKey = (label: string): string => label.trim().toUpperCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 50);
