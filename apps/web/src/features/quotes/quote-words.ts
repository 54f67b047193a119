import type { QuoteStatus } from '@/gql/quotes/quotes';
import type { Tone } from '@/lib/tone';

export const quoteStatusLabel: Readonly<Record<QuoteStatus, string>> = {
  DRAFT: 'Draft', SENT: 'Sent', VIEWED: 'Opened', ACCEPTED: 'Accepted', DECLINED: 'Declined', EXPIRED: 'Expired', SUPERSEDED: 'Replaced',
};
export const quoteStatusTone: Readonly<Record<QuoteStatus, Tone>> = {
  DRAFT: 'neutral', SENT: 'info', VIEWED: 'accent', ACCEPTED: 'success', DECLINED: 'danger', EXPIRED: 'warning', SUPERSEDED: 'neutral',
};
