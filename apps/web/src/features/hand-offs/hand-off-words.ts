import type { HandOffFactsFragment, HandOffStatus } from '@/gql/hand-offs/hand-offs';
import type { Tone } from '@/lib/tone';

export const handOffStatusLabel: Readonly<Record<HandOffStatus, string>> = { OFFERED: 'Waits for an answer', ACCEPTED: 'Taken over', RETURNED: 'Given back', WITHDRAWN: 'Taken back' };
export const handOffStatusTone: Readonly<Record<HandOffStatus, Tone>> = { OFFERED: 'info', ACCEPTED: 'success', RETURNED: 'warning', WITHDRAWN: 'neutral' };

/** A person, or else a department: `Ben Carter, Delivery`. */
export function partyText(person: { name: string } | null, department: { name: string } | null): string {
  return [person?.name, department?.name].filter(Boolean).join(', ') || 'Nobody';
}

/** Lines of the checklist that are not done yet. */
export const openLines = ({ items }: Pick<HandOffFactsFragment, 'items'>): number => items.filter(({ done }) => !done).length;
