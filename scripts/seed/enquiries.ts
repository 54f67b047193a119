import type { LeadFactsInput } from '@throughline/sales/leads';

type Move = 'CONTACT' | 'QUALIFY' | 'LOSE' | 'DISQUALIFY';

/** An enquiry of the demo and what has happened to it so far. */
export interface DemoEnquiry extends Omit<LeadFactsInput, 'name' | 'company'> {
  name: string;
  company: string;
  moves: readonly Move[];
}

const enquiry = (
  name: string, company: string, source: string, services: string[], requirements: string, budget: number | null, moves: Move[] = [], more: Omit<LeadFactsInput, 'name' | 'company'> = {},
): DemoEnquiry => ({
  name, company, source, requestedServices: services, requirements, moves,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${company.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
  ...(budget === null ? {} : { budgetMinor: BigInt(budget) * 100n }),
  ...more,
});

const decided: Omit<LeadFactsInput, 'name' | 'company'> = { authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' };
const soon: Omit<LeadFactsInput, 'name' | 'company'> = { authority: 'UNKNOWN', need: 'IMPLIED', timeline: 'ONE_TO_THREE_MONTHS' };

/** What lies in the sales department's queue when the demo starts. */
export const ENQUIRIES: readonly DemoEnquiry[] = [
  enquiry('Maya Stone', 'Stone Ceramics', 'Web form', ['WEB', 'GRAPHICS'], 'A shop for about forty pieces, with pictures that do them justice.', 9_000, ['CONTACT', 'QUALIFY'], decided),
  enquiry('Harold Finch', 'Finch Optics', 'Referral', ['SEO'], 'We are on page three for everything that matters.', 6_000, ['CONTACT', 'QUALIFY'], decided),
  enquiry('Bianca Moreau', 'Moreau Catering', 'Yelp', ['GMB', 'SOCIAL'], 'Reviews are good but nobody finds us.', 3_500, ['CONTACT'], soon),
  enquiry('Tyrone Wells', 'Wells Roofing', 'Yelp', ['GMB'], 'The profile shows the wrong phone number.', 900, ['CONTACT'], soon),
  enquiry('Elena Petrakis', 'Petrakis Travel', 'Web form', ['WEB', 'SEO', 'SOCIAL'], 'New site before the summer season, in two languages.', 15_000, [], soon),
  enquiry('Noah Berg', 'Berg Outdoor', 'Facebook', ['SOCIAL'], 'Twelve posts a month and somebody who answers comments.', 2_400),
  enquiry('Grace Liu', 'Liu Physiotherapy', 'Web form', ['WEB'], 'Online booking and a page per treatment.', 5_500),
  enquiry('Andre Silva', 'Silva Motors', 'Yelp', ['GMB', 'SEO'], 'Three workshops, one profile each.', 4_000),
  enquiry('Petra Vogel', 'Vogel Interiors', 'Referral', ['GRAPHICS'], 'A logo that works on fabric.', 2_200),
  enquiry('Kofi Mensah', 'Mensah Foods', 'Trade fair', ['WEB', 'GRAPHICS'], 'Packaging and a site to go with it.', 12_000),
  enquiry('Rachel Kim', 'Kim Florals', 'Instagram', ['SOCIAL', 'WEB'], 'Wedding season starts in March.', 4_800),
  enquiry('Luis Ortega', 'Ortega Fitness', 'Web form', ['SEO'], 'More trial lessons from search.', 3_000),
  enquiry('Doris Hahn', 'Hahn Antiques', 'Phone', ['WEB'], 'The old site cannot be edited any more.', 3_800, ['CONTACT', 'LOSE'], soon),
  enquiry('Sean Murphy', 'Murphy Pubs', 'Yelp', ['SOCIAL'], 'Wanted posts for free beer.', 100, ['CONTACT', 'DISQUALIFY']),
];
