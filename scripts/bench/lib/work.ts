import type { Client } from 'pg';
import type { TestOrganization } from '../../../libs/testing/organization.js';
import { madeId } from './made.js';

/** Top-level tasks of a project, sub-tasks of each, minutes of each of these. */
const TOP_LEVEL = 5;
const SUB_TASKS = 4;
const WEIGHT = 60;

const SEED = '$4';
const project = madeId(`'project' || g`, SEED);
const topLevel = madeId(`'task' || g || '.' || p`, SEED);
const subTask = madeId(`'task' || g || '.' || p || '.' || c`, SEED);
const customer = madeId(`'customer' || g % 500`, SEED);

/**
 * Customers, and projects of the yardstick data set, each with five tasks of four sub-tasks; sums, counters and statuses as the
 * roll-up has them, so that work can go on in them. Foreign keys and triggers are not run for it.
 */
export async function insertProjects(client: Client, { id: organizationId, departments, users }: TestOrganization, seed: number, count: number): Promise<void> {
  const staff = [users.TEAM_MEMBER.id, users.TEAM_LEAD.id, users.PROJECT_MANAGER.id];
  const rows = [organizationId, departments.web, users.PROJECT_MANAGER.id, seed, count];
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO customer (id, organization_id, name, name_key, currency) SELECT ${madeId(`'customer' || g`, '$2')}, $1, 'Customer ' || g, 'customer ' || g, 'USD' FROM generate_series(0, 499) g`,
    [organizationId, seed],
  );
  await client.query(
    `INSERT INTO task (id, organization_id, project_id, parent_id, position, title, weight, own_status, derived_status, status, report, work_total, work_done, customer_id, department_id, owner_id, due_on, created_at)
     SELECT ${subTask}, $1, ${project}, ${topLevel}, c, 'Task ' || g || '.' || p || '.' || c, ${WEIGHT}, s.status, s.status, s.status, s.report, ${WEIGHT}, ${WEIGHT} * s.report, ${customer}, $2, $3,
       date '2026-01-01' + g % 365, timestamptz '2025-01-01' + g * interval '10 minutes'
     FROM generate_series(1, $5::int) g CROSS JOIN generate_series(1, ${TOP_LEVEL}) p CROSS JOIN generate_series(1, ${SUB_TASKS}) c
     CROSS JOIN LATERAL (SELECT abs(hashint8(g * 100 + p * 10 + c + $4::bigint * 7)) % 3 AS n) chance
     CROSS JOIN LATERAL (SELECT (ARRAY['TODO', 'IN_PROGRESS', 'COMPLETED'])[1 + n] AS status, (ARRAY[0, 5000, 10000])[1 + n] AS report) s`,
    rows,
  );
  await client.query(
    `INSERT INTO task (id, organization_id, project_id, position, title, weight, derived_status, status, work_total, work_done, children_todo, children_in_progress, children_completed,
       customer_id, department_id, owner_id, due_on, created_at)
     SELECT ${topLevel}, $1, ${project}, p, 'Task ' || g || '.' || p, ${WEIGHT}, d.status, d.status, s.total, s.done, s.todo, s.in_progress, s.completed, ${customer}, $2, $3,
       date '2026-01-01' + g % 365, timestamptz '2025-01-01' + g * interval '10 minutes'
     FROM generate_series(1, $5::int) g CROSS JOIN generate_series(1, ${TOP_LEVEL}) p JOIN (${sumsBy('parent_id')}) s ON s.id = ${topLevel}
     CROSS JOIN LATERAL (SELECT CASE s.completed WHEN ${SUB_TASKS} THEN 'COMPLETED' ELSE CASE s.todo WHEN ${SUB_TASKS} THEN 'TODO' ELSE 'IN_PROGRESS' END END AS status) d`,
    rows,
  );
  await client.query(
    `INSERT INTO project (id, organization_id, number, name, status, work_status, customer_id, department_id, owner_id, currency, due_on, work_total, work_done, children_todo, children_in_progress,
       children_completed, shared_with_client, created_at)
     SELECT ${project}, $1, 'PRJ-' || g, 'Project ' || g, 'IN_PROGRESS', 'IN_PROGRESS', ${customer}, $2, $3, 'USD', date '2026-01-01' + g % 365, s.total, s.done, s.todo, s.in_progress, s.completed, true,
       timestamptz '2025-01-01' + g * interval '10 minutes'
     FROM generate_series(1, $5::int) g JOIN (${sumsBy('project_id', 'parent_id IS NULL')}) s ON s.id = ${project}`,
    rows,
  );
  await client.query(
    `INSERT INTO task_assignee (organization_id, task_id, user_id)
     SELECT $1, ${madeId(`'task' || g || '.' || p || '.' || c`, '$3')}, ($2::uuid[])[1 + (g + c) % 3] FROM generate_series(1, $4::int) g CROSS JOIN generate_series(1, ${TOP_LEVEL}) p CROSS JOIN generate_series(1, ${SUB_TASKS}) c`,
    [organizationId, staff, seed, count],
  );
  await client.query('SET session_replication_role = DEFAULT');
}

/** What the tasks below each node add up to. */
function sumsBy(parent: string, which = 'true'): string {
  const having = (status: string): string => `count(*) FILTER (WHERE status = '${status}')::int AS ${status.toLowerCase()}`;
  return `SELECT ${parent} AS id, sum(work_total)::bigint AS total, sum(work_done)::bigint AS done, ${['TODO', 'IN_PROGRESS', 'COMPLETED'].map(having).join(', ')} FROM task WHERE ${which} GROUP BY 1`;
}

/** Ids of the first projects, for requests. */
export async function projectIds(client: Client, seed: number, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT ${madeId(`'project' || g`, '$1')} AS id FROM generate_series(1, $2::int) g`, [seed, count]);
  return rows.map((row) => row.id);
}

/** A leaf on which work is under way or done. */
export interface WorkingTask {
  id: string;
  version: number;
  status: string;
}

/** One such leaf of each of so many projects, from a project on. */
export async function workingTasks(client: Client, seed: number, from: number, count: number): Promise<WorkingTask[]> {
  const { rows } = await client.query<WorkingTask>(
    `SELECT DISTINCT ON (t.project_id) t.id, t.version, t.status FROM generate_series($2::int, $2::int + $3::int - 1) g
     JOIN task t ON t.project_id = ${madeId(`'project' || g`, '$1')} AND t.parent_id IS NOT NULL AND t.status IN ('IN_PROGRESS', 'COMPLETED') ORDER BY t.project_id, t.id`,
    [seed, from, count],
  );
  return rows;
}
