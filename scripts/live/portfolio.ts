import { newId } from '../../libs/platform/kernel/ids.js';
import { seedOrganization, type TestOrganization } from '../../libs/testing/organization.js';
import { asOwner } from './installation.js';

/** A project under way, with the client who watches it and the tasks on which work is reported. */
export interface LiveProject {
  id: string;
  clientEmail: string;
  tasks: { id: string; version: number }[];
}

/** An agency with projects that clients may watch. */
export interface Portfolio {
  organization: TestOrganization;
  projects: LiveProject[];
}

const LEAVES = 4;
const WEIGHT = 60;

/** Makes projects with one client each; every project has one task with four parts, all of them internal to the agency. */
export async function makePortfolio(ownerUrl: string, projects: number): Promise<Portfolio> {
  const organization = await seedOrganization({ ownerUrl }, 'Live');
  const portfolio: Portfolio = { organization, projects: [] };
  for (let number = 1; number <= projects; number++) portfolio.projects.push(await makeProject(ownerUrl, organization, number));
  await asOwner(ownerUrl, (client) => client.query('ANALYZE'));
  return portfolio;
}

async function makeProject(ownerUrl: string, organization: TestOrganization, number: number): Promise<LiveProject> {
  const [customerId, projectId, taskId] = [newId(), newId(), newId()];
  const leaves = Array.from({ length: LEAVES }, () => ({ id: newId(), version: 1 }));
  const { id: organizationId, departments } = organization;
  await asOwner(ownerUrl, async (client) => {
    await client.query(`INSERT INTO customer (id, organization_id, name, name_key, currency, life_cycle) VALUES ($1, $2, $3, $3, 'USD', 'CUSTOMER')`, [customerId, organizationId, `client ${number}`]);
    await client.query(
      `INSERT INTO project (id, organization_id, number, name, status, work_status, work_total, children_todo, customer_id, department_id, currency, shared_with_client)
       VALUES ($1, $2, $3, $4, 'IN_PROGRESS', 'TODO', $5, 1, $6, $7, 'USD', true)`,
      [projectId, organizationId, `LIVE-${number}`, `Project ${number}`, LEAVES * WEIGHT, customerId, departments.web],
    );
    const insertTask = (id: string, parentId: string | null, total: number, children: number): Promise<unknown> => client.query(
      `INSERT INTO task (id, organization_id, project_id, parent_id, position, title, weight, work_total, children_todo, customer_id, department_id)
       VALUES ($1, $2, $3, $4, $5, 'Work', $6, $7, $8, $9, $10)`,
      [id, organizationId, projectId, parentId, 1, WEIGHT, total, children, customerId, departments.web],
    );
    await insertTask(taskId, null, LEAVES * WEIGHT, LEAVES);
    for (const leaf of leaves) await insertTask(leaf.id, taskId, WEIGHT, 0);
  });
  const { email } = await organization.addUser({ name: `client ${number}`, roles: ['CLIENT_OWNER'], customerId });
  return { id: projectId, clientEmail: email, tasks: leaves };
}
