import { registerEnumType } from '@nestjs/graphql';
import type { ContactChannel, ContactRole } from '../contact.entity.js';
import type { DuplicateReason } from '../customer-duplicates.js';
import type { CompanySize, CustomerKind, LifeCycle } from '../customer.entity.js';

type EnumOf<Value extends string> = { readonly [Key in Value]: Key };

export const CustomerKindEnum: EnumOf<CustomerKind> = { BUSINESS: 'BUSINESS', INDIVIDUAL: 'INDIVIDUAL' };
registerEnumType(CustomerKindEnum, {
  name: 'CustomerKind',
  description: 'Whether a customer is a company or a person.',
  valuesMap: { BUSINESS: { description: 'A company.' }, INDIVIDUAL: { description: 'A person.' } },
});

export const LifeCycleEnum: EnumOf<LifeCycle> = { LEAD: 'LEAD', PROSPECT: 'PROSPECT', CUSTOMER: 'CUSTOMER' };
registerEnumType(LifeCycleEnum, {
  name: 'CustomerLifeCycle',
  description: 'How far a customer has come.',
  valuesMap: {
    LEAD: { description: 'Has only asked.' },
    PROSPECT: { description: 'Has a deal, but has not bought yet.' },
    CUSTOMER: { description: 'Has bought.' },
  },
});

export const CompanySizeEnum: EnumOf<CompanySize> = { SMALL: 'SMALL', MEDIUM: 'MEDIUM', LARGE: 'LARGE', ENTERPRISE: 'ENTERPRISE' };
registerEnumType(CompanySizeEnum, {
  name: 'CompanySize',
  description: 'How large a company is.',
  valuesMap: {
    SMALL: { description: 'Up to 50 people.' },
    MEDIUM: { description: 'Up to 250 people.' },
    LARGE: { description: 'Up to 1,000 people.' },
    ENTERPRISE: { description: 'More than 1,000 people.' },
  },
});

export const ContactRoleEnum: EnumOf<ContactRole> = { DECISION_MAKER: 'DECISION_MAKER', INFLUENCER: 'INFLUENCER', USER: 'USER', GATEKEEPER: 'GATEKEEPER' };
registerEnumType(ContactRoleEnum, {
  name: 'ContactRole',
  description: 'What a person does in a purchase.',
  valuesMap: {
    DECISION_MAKER: { description: 'Decides.' },
    INFLUENCER: { description: 'Is listened to.' },
    USER: { description: 'Will work with it.' },
    GATEKEEPER: { description: 'Controls who gets through.' },
  },
});

export const ContactChannelEnum: EnumOf<ContactChannel> = { EMAIL: 'EMAIL', PHONE: 'PHONE', SMS: 'SMS', IN_PERSON: 'IN_PERSON' };
registerEnumType(ContactChannelEnum, {
  name: 'ContactChannel',
  description: 'How a person prefers to be reached.',
  valuesMap: {
    EMAIL: { description: 'By e-mail.' },
    PHONE: { description: 'By telephone.' },
    SMS: { description: 'By text message.' },
    IN_PERSON: { description: 'In person.' },
  },
});

export const DuplicateReasonEnum: EnumOf<DuplicateReason> = { DOMAIN: 'DOMAIN', EMAIL: 'EMAIL', NAME: 'NAME', PHONE: 'PHONE' };
registerEnumType(DuplicateReasonEnum, {
  name: 'DuplicateReason',
  description: 'Why two records may be the same.',
  valuesMap: {
    DOMAIN: { description: 'The same web or mail domain.' },
    EMAIL: { description: 'The same e-mail address.' },
    NAME: { description: 'The same or a similar name.' },
    PHONE: { description: 'The same telephone number.' },
  },
});
