import type { DepartmentKind } from '@throughline/identity/departments';

/** The departments of a service agency, as product.md names them; every one can be renamed, moved and archived. */
export const DEPARTMENTS = {
  administration: { name: 'Administration', kind: 'ADMINISTRATION', parent: null },
  sales: { name: 'Sales', kind: 'SALES', parent: null },
  support: { name: 'Support', kind: 'SUPPORT', parent: null },
  delivery: { name: 'Delivery', kind: 'DELIVERY', parent: null },
  web: { name: 'Web (WordPress)', kind: 'DELIVERY', parent: 'delivery' },
  graphics: { name: 'Graphics', kind: 'DELIVERY', parent: 'delivery' },
  seo: { name: 'SEO', kind: 'DELIVERY', parent: 'delivery' },
  gmb: { name: 'GMB (Google Business)', kind: 'DELIVERY', parent: 'delivery' },
  social: { name: 'Social Media', kind: 'DELIVERY', parent: 'delivery' },
  qa: { name: 'QA', kind: 'QA', parent: null },
  marketing: { name: 'Marketing (Yelp)', kind: 'MARKETING', parent: null },
  clientServices: { name: 'Client Services', kind: 'CLIENT_SERVICES', parent: null },
  hr: { name: 'HR', kind: 'HR', parent: null },
  accounting: { name: 'Accounting', kind: 'ACCOUNTING', parent: null },
} as const satisfies Record<string, { name: string; kind: DepartmentKind; parent: string | null }>;
export type DepartmentKey = keyof typeof DEPARTMENTS;

/** Which department delivers which category. */
export const CATEGORY_DEPARTMENTS = { WEB: 'web', SEO: 'seo', GMB: 'gmb', GRAPHICS: 'graphics', SOCIAL: 'social' } as const;

/** The categories' ids by what the department of each is called here. */
export function departmentsOfCategories(ids: Readonly<Partial<Record<DepartmentKey, string>>>): Record<string, string> {
  return Object.fromEntries(Object.entries(CATEGORY_DEPARTMENTS).flatMap(([category, department]) => (ids[department] ? [[category, ids[department]]] : [])));
}

/** What a public form offers to ask for. */
export const FORM_SERVICES = [
  { key: 'WEB', label: 'A website' }, { key: 'SEO', label: 'To be found in search' }, { key: 'GMB', label: 'A Google Business profile' },
  { key: 'GRAPHICS', label: 'Graphics and branding' }, { key: 'SOCIAL', label: 'Social media' },
];
