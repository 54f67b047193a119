import type { Client } from 'pg';
import { newId } from '../../../libs/platform/kernel/ids.js';
import { seedOrganization, type TestOrganization } from '../../../libs/testing/organization.js';
import { asOwner } from '../../live/installation.js';

export type Department = 'web' | 'seo';

/** A project under way with its channel; some of its tasks are shared with the client. */
export interface Place {
  index: number;
  projectId: string;
  customerId: string;
  department: Department;
  tasks: { id: string; shared: boolean }[];
  /** Filled when the channel has been opened. */
  channelId: string;
}

/** The roles of those who watch. What each may see is said here, by construction, and nowhere asked of the product. */
export const SIGHT = {
  /** Their department's work. */
  TEAM_MEMBER: { projects: 'DEPARTMENT', tasks: true },
  TEAM_LEAD: { projects: 'DEPARTMENT', tasks: true },
  /** All work. */
  QA_REVIEWER: { projects: 'ALL', tasks: true },
  ACCOUNT_MANAGER: { projects: 'ALL', tasks: true },
  ANALYST: { projects: 'ALL', tasks: true },
  /** All projects with their talk, but no tasks. */
  SUPPORT_AGENT: { projects: 'ALL', tasks: false },
  SALES_MANAGER: { projects: 'ALL', tasks: false },
  /** Works here and sees no project. */
  HR: { projects: 'NONE', tasks: false },
  SALES_AGENT: { projects: 'NONE', tasks: false },
  /** The project of their company: what is shared with them. */
  CLIENT_OWNER: { projects: 'OWN', tasks: true },
  CLIENT_MEMBER: { projects: 'OWN', tasks: true },
} as const satisfies Record<string, { projects: 'DEPARTMENT' | 'ALL' | 'NONE' | 'OWN'; tasks: boolean }>;
export type WatcherRole = keyof typeof SIGHT;

/** Somebody who watches. */
export interface Person {
  email: string;
  role: WatcherRole;
  department: Department | null;
  customerId: string | null;
}

export interface World {
  organization: TestOrganization;
  places: Place[];
  watchers: Person[];
  /** People who write, each in one department's projects. */
  writers: { email: string; department: Department }[];
}

const STAFF = Object.keys(SIGHT).filter((role) => !role.startsWith('CLIENT')) as WatcherRole[];
const TASKS = 6;

/** Makes projects, tasks and people; half of those who watch are clients. */
export async function makeWorld(ownerUrl: string, counts: { places: number; watchers: number; writers: number }): Promise<World> {
  const organization = await seedOrganization({ ownerUrl }, 'Realtime');
  const world: World = { organization, places: [], watchers: [], writers: [] };
  await asOwner(ownerUrl, async (client) => {
    for (let index = 0; index < counts.places; index++) world.places.push(await makePlace(client, organization, index));
  });
  for (let index = 0; index < counts.watchers; index++) world.watchers.push(await makeWatcher(world, index));
  for (let index = 0; index < counts.writers; index++) {
    const department = index % 2 === 0 ? 'web' : 'seo';
    const { email } = await organization.addUser({ name: `Writer ${index}`, roles: ['TEAM_LEAD'], departmentIds: [organization.departments[department]] });
    world.writers.push({ email, department });
  }
  // As in an installation that has lived for a day: else the first minute's vacuum of everything falls into what is measured.
  await asOwner(ownerUrl, (client) => client.query('VACUUM ANALYZE'));
  return world;
}

async function makePlace(client: Client, { id: organizationId, departments }: TestOrganization, index: number): Promise<Place> {
  const department: Department = index % 2 === 0 ? 'web' : 'seo';
  const [customerId, projectId] = [newId(), newId()];
  const tasks = Array.from({ length: TASKS }, (_, at) => ({ id: newId(), shared: at % 2 === 0 }));
  await client.query(`INSERT INTO customer (id, organization_id, name, name_key, currency, life_cycle) VALUES ($1, $2, $3, $3, 'USD', 'CUSTOMER')`, [customerId, organizationId, `customer ${index}`]);
  await client.query(
    `INSERT INTO project (id, organization_id, number, name, status, work_status, work_total, children_todo, customer_id, department_id, currency, shared_with_client)
     VALUES ($1, $2, $3, $4, 'IN_PROGRESS', 'TODO', $5, $6, $7, $8, 'USD', true)`,
    [projectId, organizationId, `RT-${index}`, `Project ${index}`, TASKS * 60, TASKS, customerId, departments[department]],
  );
  for (const [at, { id, shared }] of tasks.entries()) {
    await client.query(
      `INSERT INTO task (id, organization_id, project_id, position, title, weight, work_total, customer_id, department_id, shared_with_client) VALUES ($1, $2, $3, $4, 'Work', 60, 60, $5, $6, $7)`,
      [id, organizationId, projectId, at + 1, customerId, departments[department], shared],
    );
  }
  return { index, projectId, customerId, department, tasks, channelId: '' };
}

async function makeWatcher({ organization, places }: World, index: number): Promise<Person> {
  const number = Math.floor(index / 2);
  if (index % 2 === 0) {
    const place = places[number % places.length]!;
    const role: WatcherRole = Math.floor(number / places.length) % 2 === 0 ? 'CLIENT_OWNER' : 'CLIENT_MEMBER';
    const { email } = await organization.addUser({ name: `Client ${index}`, roles: [role], customerId: place.customerId });
    return { email, role, department: null, customerId: place.customerId };
  }
  const role = STAFF[number % STAFF.length]!;
  const department: Department = Math.floor(number / STAFF.length) % 2 === 0 ? 'web' : 'seo';
  const { email } = await organization.addUser({ name: `Staff ${index}`, roles: [role as 'ANALYST'], departmentIds: [organization.departments[department]] });
  return { email, role, department, customerId: null };
}
