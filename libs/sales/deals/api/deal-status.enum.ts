import { registerEnumType } from '@nestjs/graphql';

/** Where a deal stands. */
export const DealStatusEnum = {
  OPEN: 'OPEN',
  WON: 'WON',
  LOST: 'LOST',
} as const;
export type DealStatusEnum = (typeof DealStatusEnum)[keyof typeof DealStatusEnum];

registerEnumType(DealStatusEnum, {
  name: 'DealStatus',
  description: 'Where a deal stands.',
  valuesMap: {
    OPEN: { description: 'Still to be decided.' },
    WON: { description: 'The client bought.' },
    LOST: { description: 'The client did not buy.' },
  },
});
