import type { DealStatus } from '@/gql/deals/deals';
import type { Tone } from '@/lib/tone';

export const dealStatusLabel: Readonly<Record<DealStatus, string>> = { OPEN: 'Open', WON: 'Won', LOST: 'Lost' };
export const dealStatusTone: Readonly<Record<DealStatus, Tone>> = { OPEN: 'info', WON: 'success', LOST: 'danger' };

/** Days as short as a card needs: `45 d`, `14 mo`, `8 y`. */
export function ageText(days: number): string {
  if (days < 100) return `${days} d`;
  return days < 730 ? `${Math.floor(days / 30.44)} mo` : `${Math.floor(days / 365.25)} y`;
}

/** Whole days since an instant. */
export function daysSince(instant: string, now: Date = new Date()): number {
  return Math.floor((now.getTime() - new Date(instant).getTime()) / 86_400_000);
}
