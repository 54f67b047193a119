import { registerEnumType } from '@nestjs/graphql';

/** Where a quote stands. */
export const QuoteStatusEnum = {
  DRAFT: 'DRAFT',
  SENT: 'SENT',
  VIEWED: 'VIEWED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  EXPIRED: 'EXPIRED',
  SUPERSEDED: 'SUPERSEDED',
} as const;
export type QuoteStatusEnum = (typeof QuoteStatusEnum)[keyof typeof QuoteStatusEnum];

registerEnumType(QuoteStatusEnum, {
  name: 'QuoteStatus',
  description: 'Where a quote stands.',
  valuesMap: {
    DRAFT: { description: 'Being written; the client cannot see it.' },
    SENT: { description: 'Sent to the client.' },
    VIEWED: { description: 'The client opened it.' },
    ACCEPTED: { description: 'The client accepted it.' },
    DECLINED: { description: 'The client declined it.' },
    EXPIRED: { description: 'Its validity ran out.' },
    SUPERSEDED: { description: 'A later quote took its place.' },
  },
});
