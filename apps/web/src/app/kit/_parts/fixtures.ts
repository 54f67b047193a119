import type { Tone } from '@/lib/tone';

/** A made-up deal, enough to fill every kind of column. */
export interface Deal {
  id: string;
  name: string;
  company: string;
  stage: string;
  owner: string | null;
  amountMinor: string;
  currency: string;
  workDone: string;
  workTotal: string;
  createdAt: string;
}

export const stages: readonly { id: string; label: string; tone: Tone }[] = [
  { id: 'PROSPECTING', label: 'Prospecting', tone: 'neutral' },
  { id: 'ENGAGING', label: 'Engaging', tone: 'info' },
  { id: 'PROPOSAL', label: 'Proposal', tone: 'warning' },
  { id: 'WON', label: 'Won', tone: 'success' },
  { id: 'LOST', label: 'Lost', tone: 'danger' },
];

const companies = ['Nordlicht Dental', 'Harbour & Pine', 'Café Solène', 'Brightwell Logistics', 'Atelier Moreau', 'Kite Yoga Studio', 'Ostrava Steel Parts', 'Lumen Optics', 'Greenfold Landscaping'];
const works = ['Website relaunch', 'Local search package', 'Brand refresh', 'Social media retainer', 'Business profile clean-up', 'Product photography'];
const people = ['Maya Lindqvist', 'Tomás Ferreira', 'Ada Okonkwo', 'Ben Whitaker', 'Irina Sokolova', null];

/** The same deals at every call. */
export function makeDeals(count: number): Deal[] {
  return Array.from({ length: count }, (_, index) => {
    const done = (index * 37) % 101;
    return {
      id: `deal-${index}`,
      name: `${works[index % works.length]} for ${companies[index % companies.length]}`,
      company: companies[index % companies.length] ?? '',
      stage: stages[(index * 7) % stages.length]?.id ?? 'WON',
      owner: people[index % people.length] ?? null,
      amountMinor: String(((index * 7919) % 48_000) * 100 + 95_000),
      currency: 'EUR',
      workDone: String(done * 100 * 480),
      workTotal: index % 11 === 0 ? '0' : '480',
      createdAt: new Date(Date.UTC(2026, 9, 28) - index * 7_200_000).toISOString(),
    };
  });
}
