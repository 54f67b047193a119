import type { DealStatus } from '@/gql/deals/deals';
import type { Tone } from '@/lib/tone';

export const dealStatusLabel: Readonly<Record<DealStatus, string>> = { OPEN: 'Open', WON: 'Won', LOST: 'Lost' };
export const dealStatusTone: Readonly<Record<DealStatus, Tone>> = { OPEN: 'info', WON: 'success', LOST: 'danger' };

/** Whole days since an instant. */
export function daysSince(instant: string, now: Date = new Date()): number {
  return Math.floor((now.getTime() - new Date(instant).getTime()) / 86_400_000);
}
