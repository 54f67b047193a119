import type { BuiltInRoleKey } from '@throughline/identity/access';
import type { DepartmentKey } from '@throughline/product/new-organization';

/** The demo agency: who works there and whom it works for. Everything here is invented. */
export const AGENCY = { name: 'Lantern & Oak', slug: 'lantern-oak', currency: 'USD', timeZone: 'America/Chicago' } as const;

/** Everybody's password in the demo; exists only in the embedded database. */
export const DEMO_PASSWORD = 'lantern-oak-demo';

/** The authenticator of the demo's administrators, in base32: as public as their password, and as embedded only. */
export const DEMO_TOTP_SECRET = 'NRQW45DFOJXC233BNMWWIZLNN4WXGZLD';

export interface Person {
  name: string;
  title: string;
  role: BuiltInRoleKey;
  department: DepartmentKey;
  /** Shown among the demo sign-ins at start. */
  shown?: boolean;
}

const person = (name: string, title: string, role: BuiltInRoleKey, department: DepartmentKey, shown = false): Person => ({ name, title, role, department, shown });

export const STAFF: readonly Person[] = [
  person('Ada Lindqvist', 'Founder', 'SUPERADMIN', 'administration', true),
  person('Samuel Okafor', 'Operations', 'ADMIN', 'administration'),
  person('Iris Novak', 'Sales Manager', 'SALES_MANAGER', 'sales', true),
  person('Tom Brandt', 'Sales Closer', 'SALES_CLOSER', 'sales', true),
  person('Leila Haddad', 'Sales Closer', 'SALES_CLOSER', 'sales'),
  person('Marco Bellini', 'Sales Agent', 'SALES_AGENT', 'sales', true),
  person('Priya Raman', 'Sales Agent', 'SALES_AGENT', 'sales'),
  person('Hannah Weiss', 'Support Manager', 'SUPPORT_MANAGER', 'support', true),
  person('Diego Fuentes', 'Support Agent', 'SUPPORT_AGENT', 'support', true),
  person('Mei Tanaka', 'Support Agent', 'SUPPORT_AGENT', 'support'),
  person('Olu Adeyemi', 'Head of Web', 'DEPARTMENT_MANAGER', 'web', true),
  person('Nina Kowalski', 'Web Lead', 'TEAM_LEAD', 'web', true),
  person('Ben Carter', 'WordPress Developer', 'TEAM_MEMBER', 'web', true),
  person('Sofia Rossi', 'WordPress Developer', 'TEAM_MEMBER', 'web'),
  person('Yusuf Demir', 'Web Designer', 'TEAM_MEMBER', 'web'),
  person('Clara Jensen', 'Head of Graphics', 'DEPARTMENT_MANAGER', 'graphics'),
  person('Pablo Herrera', 'Graphics Lead', 'TEAM_LEAD', 'graphics'),
  person('Emi Sato', 'Illustrator', 'TEAM_MEMBER', 'graphics'),
  person('Viktor Dragan', 'Head of SEO', 'DEPARTMENT_MANAGER', 'seo'),
  person('Aisha Khan', 'SEO Lead', 'TEAM_LEAD', 'seo'),
  person('Jonas Meyer', 'SEO Analyst', 'TEAM_MEMBER', 'seo'),
  person('Rosa Delgado', 'Local Search Manager', 'DEPARTMENT_MANAGER', 'gmb'),
  person('Karim Aziz', 'Local Search Lead', 'TEAM_LEAD', 'gmb'),
  person('Lucy Grant', 'Local Search Specialist', 'TEAM_MEMBER', 'gmb'),
  person('Freya Olsen', 'Head of Social', 'DEPARTMENT_MANAGER', 'social'),
  person('Mateo Silva', 'Social Lead', 'TEAM_LEAD', 'social'),
  person('Anna Petrova', 'Content Creator', 'TEAM_MEMBER', 'social'),
  person('George Ellis', 'Project Manager', 'PROJECT_MANAGER', 'delivery'),
  person('Ingrid Vos', 'QA Reviewer', 'QA_REVIEWER', 'qa', true),
  person('Daniel Park', 'Account Manager', 'ACCOUNT_MANAGER', 'clientServices'),
  person('Zoe Martin', 'Marketing', 'MARKETING', 'marketing'),
  person('Helen Moore', 'HR', 'HR', 'hr'),
  person('Peter Nagy', 'Accountant', 'ACCOUNTANT', 'accounting'),
  person('Lena Fischer', 'Analyst', 'ANALYST', 'administration'),
];

export interface Client {
  company: string;
  industry: string;
  city: string;
  /** The person who decides, and who follows. */
  people: readonly { name: string; title: string; role: 'CLIENT_OWNER' | 'CLIENT_MEMBER' }[];
  shown?: boolean;
}

export const CLIENTS: readonly Client[] = [
  { company: 'Harbour Bakery', industry: 'food', city: 'Chicago', shown: true, people: [{ name: 'Carla Nunez', title: 'Owner', role: 'CLIENT_OWNER' }, { name: 'Sam Nunez', title: 'Shop Manager', role: 'CLIENT_MEMBER' }] },
  { company: 'Northside Dental', industry: 'medical', city: 'Evanston', people: [{ name: 'Dr. Ruth Adler', title: 'Dentist', role: 'CLIENT_OWNER' }] },
  { company: 'Prairie Plumbing', industry: 'services', city: 'Naperville', people: [{ name: 'Walt Jacobs', title: 'Owner', role: 'CLIENT_OWNER' }] },
  { company: 'Lumen Yoga', industry: 'fitness', city: 'Oak Park', people: [{ name: 'Jia Chen', title: 'Studio Manager', role: 'CLIENT_OWNER' }] },
  { company: 'Fenwick Law', industry: 'legal', city: 'Chicago', people: [{ name: 'Maud Fenwick', title: 'Partner', role: 'CLIENT_OWNER' }] },
  { company: 'Green Acre Nursery', industry: 'retail', city: 'Elgin', people: [{ name: 'Otis Reed', title: 'Owner', role: 'CLIENT_OWNER' }] },
];

export const PRODUCTS = [
  { sku: 'WEB-SITE', name: 'Website, up to ten pages', categoryKey: 'WEB', unit: 'piece', priceMinor: 480_000n },
  { sku: 'WEB-CARE', name: 'Website care', categoryKey: 'WEB', unit: 'month', priceMinor: 19_000n },
  { sku: 'SEO-START', name: 'Search audit and set-up', categoryKey: 'SEO', unit: 'piece', priceMinor: 160_000n },
  { sku: 'SEO-MONTH', name: 'Search, monthly work', categoryKey: 'SEO', unit: 'month', priceMinor: 90_000n },
  { sku: 'GMB-START', name: 'Google Business profile set-up', categoryKey: 'GMB', unit: 'piece', priceMinor: 60_000n },
  { sku: 'GFX-LOGO', name: 'Logo and brand guide', categoryKey: 'GRAPHICS', unit: 'piece', priceMinor: 220_000n },
  { sku: 'SOC-MONTH', name: 'Social media, twelve posts', categoryKey: 'SOCIAL', unit: 'month', priceMinor: 110_000n },
  { sku: 'HOUR', name: 'Work by the hour', categoryKey: null, unit: 'hour', priceMinor: 11_000n },
] as const;
