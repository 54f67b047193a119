import { type Contest, type Given, graphql } from '../lib/contest.js';
import { asOwner } from '../lib/database.js';
import { inTurn, jsonPost } from '../lib/http-load.js';
import { projectIds } from '../lib/work.js';
import { signedIn } from '../lib/yardstick.js';

const DOCUMENT = `query Project($id: ID!) { project(id: $id) { id number name status progressBasisPoints dueOn customer { id name } owner { id name }
  tasks(first: 50) { nodes { id title status progressBasisPoints dueOn subTasks { id title status progressBasisPoints assignees { id name } } } } } }`;

const task = (alias: string): string => `'id', ${alias}.id, 'title', ${alias}.title, 'status', ${alias}.status, 'progressBasisPoints', ${alias}.work_done / nullif(${alias}.work_total, 0)`;

interface Project { tasks: { nodes: { subTasks: unknown[] }[] } }

/** A project with its 25 tasks two levels deep and who works on them; 200 projects in turn. */
export async function nested({ organization, ours, database, seed }: Given): Promise<Contest> {
  const headers = await signedIn(ours, organization.users.DEPARTMENT_MANAGER);
  const ids = await asOwner(database.ownerUrl, (client) => projectIds(client, seed, 200));
  return {
    name: 'nested', ratio: 0.5, statements: 2, p95: 100,
    ours: inTurn(ids.map((id) => graphql(DOCUMENT, { id }, headers))),
    bare: inTurn(ids.map((id) => jsonPost(`/nested?${id}`, {}))),
    right: ({ project }) => (project as Project | undefined)?.tasks.nodes.length === 5 && (project as Project).tasks.nodes[0]?.subTasks.length === 4,
    server: {
      text: `SELECT json_build_object('data', json_build_object('project', json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'status', p.status,
          'progressBasisPoints', p.work_done / nullif(p.work_total, 0), 'dueOn', p.due_on, 'customer', json_build_object('id', c.id, 'name', c.name), 'owner', json_build_object('id', o.id, 'name', o.name),
          'tasks', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object(${task('t')}, 'dueOn', t.due_on,
            'subTasks', (SELECT coalesce(json_agg(json_build_object(${task('s')},
              'assignees', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name)), '[]') FROM task_assignee a JOIN user_account u ON u.id = a.user_id WHERE a.task_id = s.id)) ORDER BY s.position), '[]')
              FROM task s WHERE s.organization_id = p.organization_id AND s.parent_id = t.id)) ORDER BY t.position), '[]')
            FROM task t WHERE t.organization_id = p.organization_id AND t.project_id = p.id AND t.parent_id IS NULL)))))::text
        FROM project p LEFT JOIN customer c ON c.id = p.customer_id LEFT JOIN user_account o ON o.id = p.owner_id WHERE p.organization_id = $1 AND p.id = $2`,
      values: [organization.id],
    },
  };
}
