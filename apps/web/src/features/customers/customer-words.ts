import type { CompanySize, ContactChannel, ContactRole, CustomerKind, CustomerLifeCycle } from '@/gql/customers/customers';
import type { Tone } from '@/lib/tone';

export const lifeCycleLabel: Readonly<Record<CustomerLifeCycle, string>> = { LEAD: 'Lead', PROSPECT: 'Prospect', CUSTOMER: 'Customer' };
export const lifeCycleTone: Readonly<Record<CustomerLifeCycle, Tone>> = { LEAD: 'neutral', PROSPECT: 'info', CUSTOMER: 'success' };
export const kindLabel: Readonly<Record<CustomerKind, string>> = { BUSINESS: 'Company', INDIVIDUAL: 'Person' };
export const sizeLabel: Readonly<Record<CompanySize, string>> = { SMALL: 'Up to 50 people', MEDIUM: 'Up to 250 people', LARGE: 'Up to 1,000 people', ENTERPRISE: 'More than 1,000 people' };
export const contactRoleLabel: Readonly<Record<ContactRole, string>> = { DECISION_MAKER: 'Decides', INFLUENCER: 'Is listened to', USER: 'Works with it', GATEKEEPER: 'Controls who gets through' };
export const channelLabel: Readonly<Record<ContactChannel, string>> = { EMAIL: 'E-mail', PHONE: 'Telephone', SMS: 'Text message', IN_PERSON: 'In person' };

/** Labels as choices of a select or filter. */
export function choices<Value extends string>(labels: Readonly<Record<Value, string>>): { value: Value; label: string }[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
