import { registerEnumType } from '@nestjs/graphql';

/** What a requirement asks for. */
export const RequirementKindEnum = {
  INFORMATION: 'INFORMATION',
  DOCUMENT: 'DOCUMENT',
  ACCESS: 'ACCESS',
} as const;
export type RequirementKindEnum = (typeof RequirementKindEnum)[keyof typeof RequirementKindEnum];

registerEnumType(RequirementKindEnum, {
  name: 'RequirementKind',
  description: 'What a requirement asks for.',
  valuesMap: {
    INFORMATION: { description: 'A fact or text.' },
    DOCUMENT: { description: 'A file.' },
    ACCESS: { description: 'An account or permission.' },
  },
});
