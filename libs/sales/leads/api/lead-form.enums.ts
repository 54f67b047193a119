import { registerEnumType } from '@nestjs/graphql';
import type { FormFieldKey } from '../forms/form-fields.js';

/** Values inside are the submission's own field names. */
export const FormFieldKeyEnum = {
  NAME: 'name',
  COMPANY: 'company',
  EMAIL: 'email',
  PHONE: 'phone',
  WEBSITE: 'website',
  SERVICES: 'services',
  REQUIREMENTS: 'requirements',
  WISHED_DATE: 'wishedDate',
  BUDGET: 'budget',
} as const satisfies Record<string, FormFieldKey>;
registerEnumType(FormFieldKeyEnum, {
  name: 'LeadFormFieldKey',
  description: 'A question that a public form can ask.',
  valuesMap: {
    NAME: { description: 'The visitor\'s name.' },
    COMPANY: { description: 'The company.' },
    EMAIL: { description: 'The e-mail address.' },
    PHONE: { description: 'The telephone number.' },
    WEBSITE: { description: 'The web site.' },
    SERVICES: { description: 'Which of the form\'s services are wanted.' },
    REQUIREMENTS: { description: 'What is needed, in the visitor\'s words.' },
    WISHED_DATE: { description: 'When it is wanted.' },
    BUDGET: { description: 'What it may cost.' },
  },
});
