import type { RequirementKind } from './requirement-kind.js';

/** A service category every organization starts with, and what its onboarding collects. */
export interface CategoryDefault {
  key: string;
  name: string;
  requirements: readonly { title: string; kind: RequirementKind; required: boolean }[];
}

const need = (title: string, kind: RequirementKind = 'INFORMATION') => ({ title, kind, required: true });
const nice = (title: string, kind: RequirementKind = 'INFORMATION') => ({ title, kind, required: false });

/** TIC-02: a checklist per category. */
export const DEFAULT_CATEGORIES: readonly CategoryDefault[] = [
  { key: 'WEB', name: 'Website', requirements: [need('Goals and audience'), need('Pages and navigation'), need('Domain and hosting', 'ACCESS'), need('Logo and brand guide', 'DOCUMENT'), need('Texts and pictures', 'DOCUMENT'), nice('Websites you like')] },
  { key: 'SEO', name: 'Search (SEO)', requirements: [need('Target regions and languages'), need('Keywords that matter'), need('Website administration', 'ACCESS'), need('Analytics and search console', 'ACCESS'), nice('Competitors')] },
  { key: 'GMB', name: 'Google Business', requirements: [need('Business name, address and phone'), need('Opening hours'), need('Business profile', 'ACCESS'), need('Photos of the premises', 'DOCUMENT'), nice('Frequent questions')] },
  { key: 'GRAPHICS', name: 'Graphics', requirements: [need('What is to be designed'), need('Formats and sizes'), need('Brand guide', 'DOCUMENT'), nice('Examples you like', 'DOCUMENT')] },
  { key: 'SOCIAL', name: 'Social media', requirements: [need('Channels and audience'), need('Tone and topics'), need('Channel accounts', 'ACCESS'), need('Approval contact'), nice('Picture material', 'DOCUMENT')] },
];
