import type { Client } from 'pg';
import type { TestOrganization } from '../../../libs/testing/organization.js';

/** Top-level tasks of a project, and sub-tasks of each. */
const TOP_LEVEL = 5;
const SUB_TASKS = 4;

/** A UUIDv7 in SQL, the same for the same key. */
const id = (key: string): string => `(substr(md5(${key}), 1, 8) || '-' || substr(md5(${key}), 9, 4) || '-7' || substr(md5(${key}), 14, 3) || '-8' || substr(md5(${key}), 18, 3) || '-' || substr(md5(${key}), 21, 12))::uuid`;

/**
 * Projects of the yardstick data set, each with five tasks of four sub-tasks, sums and counters as the roll-up would have them.
 * Foreign keys and triggers are not run for it.
 */
export async function insertProjects(client: Client, { id: organizationId, departments, users }: TestOrganization, count: number): Promise<void> {
  const staff = [users.TEAM_MEMBER.id, users.TEAM_LEAD.id, users.PROJECT_MANAGER.id];
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO customer (id, organization_id, name, name_key, currency) SELECT ${id(`'customer' || g`)}, $1, 'Customer ' || g, 'customer ' || g, 'USD' FROM generate_series(0, 499) g`,
    [organizationId],
  );
  await client.query(
    `INSERT INTO project (id, organization_id, number, name, status, work_status, customer_id, department_id, owner_id, currency, due_on, work_total, work_done, children_in_progress, shared_with_client, created_at)
     SELECT ${id(`'project' || g`)}, $1, 'PRJ-' || g, 'Project ' || g, 'IN_PROGRESS', 'IN_PROGRESS', ${id(`'customer' || g % 500`)}, $2, $3, 'USD', date '2026-01-01' + g % 365,
       ${TOP_LEVEL * SUB_TASKS * 60}, ${TOP_LEVEL * SUB_TASKS * 60} * (g % 10000)::bigint, ${TOP_LEVEL}, true, timestamptz '2025-01-01' + g * interval '10 minutes'
     FROM generate_series(1, $4::int) g`,
    [organizationId, departments.web, users.PROJECT_MANAGER.id, count],
  );
  const task = (project: string, position: string, parent: string, sub: string): string => `
    INSERT INTO task (id, organization_id, project_id, parent_id, position, title, weight, own_status, derived_status, status, report, work_total, work_done, children_todo, customer_id, department_id, owner_id, due_on, created_at)
    SELECT ${sub}, $1, ${id(project)}, ${parent}, ${position}, 'Task ' || g || '.' || ${position}, 60, s.status, s.status, s.status, s.report, s.total, s.total * s.report, s.children, ${id(`'customer' || g % 500`)}, $2, $3,
      date '2026-01-01' + g % 365, timestamptz '2025-01-01' + g * interval '10 minutes' FROM generate_series(1, $4::int) g`;
  const values = [organizationId, departments.web, users.PROJECT_MANAGER.id, count];
  await client.query(`${task(`'project' || g`, 'p', 'NULL::uuid', id(`'task' || g || '.' || p`))} CROSS JOIN generate_series(1, ${TOP_LEVEL}) p
    CROSS JOIN LATERAL (SELECT 'TODO' AS status, 0 AS report, ${SUB_TASKS * 60}::bigint AS total, ${SUB_TASKS} AS children) s`, values);
  await client.query(`${task(`'project' || g`, 'c', id(`'task' || g || '.' || p`), id(`'task' || g || '.' || p || '.' || c`))} CROSS JOIN generate_series(1, ${TOP_LEVEL}) p CROSS JOIN generate_series(1, ${SUB_TASKS}) c
    CROSS JOIN LATERAL (SELECT (ARRAY['TODO', 'IN_PROGRESS', 'COMPLETED'])[1 + (g + c) % 3] AS status, (ARRAY[0, 5000, 10000])[1 + (g + c) % 3] AS report, 60::bigint AS total, 0 AS children) s`, values);
  await client.query(
    `INSERT INTO task_assignee (organization_id, task_id, user_id)
     SELECT $1, ${id(`'task' || g || '.' || p || '.' || c`)}, ($2::uuid[])[1 + (g + c) % 3] FROM generate_series(1, $3::int) g CROSS JOIN generate_series(1, ${TOP_LEVEL}) p CROSS JOIN generate_series(1, ${SUB_TASKS}) c`,
    [organizationId, staff, count],
  );
  await client.query('SET session_replication_role = DEFAULT');
  await client.query('ANALYZE customer; ANALYZE project; ANALYZE task; ANALYZE task_assignee');
}

/** Ids of the first projects, for requests. */
export async function projectIds(client: Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT ${id(`'project' || g`)} AS id FROM generate_series(1, $1::int) g`, [count]);
  return rows.map((row) => row.id);
}
