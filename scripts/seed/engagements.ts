/** A sold engagement of the demo and how far it has come. `done` is the share of its pieces of work that are finished. */
export interface Engagement {
  client: string;
  category: 'WEB' | 'SEO' | 'GMB' | 'GRAPHICS' | 'SOCIAL';
  name: string;
  lines: readonly { sku: string; quantity: string }[];
  wishes: string;
  /** Where it stands: `WON` waits for hand-over, `TICKET` for validation, `COLLECTING` for requirements, `SUBMITTED` for approval, `RUNNING` is worked on. */
  stage: 'WON' | 'TICKET' | 'COLLECTING' | 'SUBMITTED' | 'RUNNING';
  /** RUNNING only: percent of the leaves that are done. */
  done?: number;
  /** RUNNING only: days since it started. */
  age?: number;
}

export const ENGAGEMENTS: readonly Engagement[] = [
  { client: 'Harbour Bakery', category: 'WEB', name: 'Bakery website', lines: [{ sku: 'WEB-SITE', quantity: '1' }, { sku: 'HOUR', quantity: '10' }], wishes: 'Order cakes online and see what is baked today.', stage: 'RUNNING', done: 60, age: 24 },
  { client: 'Harbour Bakery', category: 'SOCIAL', name: 'Bakery posts', lines: [{ sku: 'SOC-MONTH', quantity: '3' }], wishes: 'Show the morning shift.', stage: 'RUNNING', done: 30, age: 10 },
  { client: 'Northside Dental', category: 'SEO', name: 'Dental search', lines: [{ sku: 'SEO-START', quantity: '1' }, { sku: 'SEO-MONTH', quantity: '6' }], wishes: 'Found for emergencies and for implants.', stage: 'RUNNING', done: 45, age: 30 },
  { client: 'Prairie Plumbing', category: 'GMB', name: 'Plumbing profile', lines: [{ sku: 'GMB-START', quantity: '1' }], wishes: 'The right phone number everywhere.', stage: 'RUNNING', done: 100, age: 18 },
  { client: 'Lumen Yoga', category: 'GRAPHICS', name: 'Studio brand', lines: [{ sku: 'GFX-LOGO', quantity: '1' }], wishes: 'Calm, and nothing with a lotus.', stage: 'RUNNING', done: 20, age: 6 },
  { client: 'Fenwick Law', category: 'WEB', name: 'Law firm website', lines: [{ sku: 'WEB-SITE', quantity: '1' }, { sku: 'WEB-CARE', quantity: '12' }], wishes: 'Serious, fast, and easy to edit.', stage: 'SUBMITTED' },
  { client: 'Green Acre Nursery', category: 'WEB', name: 'Nursery shop', lines: [{ sku: 'WEB-SITE', quantity: '1' }], wishes: 'Plants by season.', stage: 'COLLECTING' },
  { client: 'Fenwick Law', category: 'GRAPHICS', name: 'Stationery', lines: [{ sku: 'GFX-LOGO', quantity: '1' }], wishes: 'Letterhead and cards.', stage: 'TICKET' },
  { client: 'Northside Dental', category: 'SOCIAL', name: 'Practice posts', lines: [{ sku: 'SOC-MONTH', quantity: '2' }], wishes: 'Friendly, no drills.', stage: 'WON' },
];

/** Who works in which department of delivery: manager, lead, members. */
export const CREWS: Readonly<Record<Engagement['category'], { manager: string; lead: string; members: readonly string[] }>> = {
  WEB: { manager: 'Olu Adeyemi', lead: 'Nina Kowalski', members: ['Ben Carter', 'Sofia Rossi', 'Yusuf Demir'] },
  SEO: { manager: 'Viktor Dragan', lead: 'Aisha Khan', members: ['Jonas Meyer'] },
  GMB: { manager: 'Rosa Delgado', lead: 'Karim Aziz', members: ['Lucy Grant'] },
  GRAPHICS: { manager: 'Clara Jensen', lead: 'Pablo Herrera', members: ['Emi Sato'] },
  SOCIAL: { manager: 'Freya Olsen', lead: 'Mateo Silva', members: ['Anna Petrova'] },
};
