import { defineHeldRecords, type HeldRecords } from '@throughline/identity/departments';
import type { AccessColumns, Work } from '@throughline/platform/database';

const OPEN = "t.status NOT IN ('COMPLETED', 'CANCELLED')";

interface TaskRow extends AccessColumns {
  id: string;
  projectId: string;
  assigneeIds: string[];
}

/** Open tasks on which somebody has a part; locked in order of their ids. */
function tasksOf(work: Work, where: string, userId: string): Promise<TaskRow[]> {
  return work.query<TaskRow>(
    `SELECT t.id, t.project_id AS "projectId", t.customer_id AS "customerId", t.department_id AS "departmentId", t.team_id AS "teamId", t.owner_id AS "ownerId",
       t.shared_with_client AS "sharedWithClient",
       ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = t.organization_id AND a.task_id = t.id ORDER BY 1) AS "assigneeIds"
     FROM task t WHERE t.organization_id = $1 AND ${OPEN} AND ${where} ORDER BY t.id FOR NO KEY UPDATE OF t`,
    [work.actor.organizationId, userId],
  );
}

function partOf(definition: Pick<HeldRecords, 'kind' | 'label'> & { where: string; take(work: Work, tasks: TaskRow[], from: string, to: string): Promise<void> }): HeldRecords {
  const { kind, label, where, take } = definition;
  return {
    kind, label, holders: ['USER'],
    async count(work, _, id) {
      const [row] = await work.query<{ count: number }>(`SELECT count(*)::int AS count FROM task t WHERE t.organization_id = $1 AND ${OPEN} AND ${where}`, [work.actor.organizationId, id]);
      return row?.count ?? 0;
    },
    async reassign(work, _, from, to) {
      const tasks = await tasksOf(work, where, from);
      if (tasks.length > 0) await take(work, tasks, from, to);
      return tasks.length;
    },
  };
}

const ids = (tasks: readonly TaskRow[]): string[] => tasks.map(({ id }) => id);

// What somebody who leaves hands over: the tasks they work on, and those they were to review.
defineHeldRecords(partOf({
  kind: 'TASKS', label: 'tasks they work on',
  where: 'EXISTS (SELECT 1 FROM task_assignee a WHERE a.organization_id = t.organization_id AND a.task_id = t.id AND a.user_id = $2)',
  async take(work, tasks, from, to) {
    const { organizationId, userId } = work.actor;
    await work.execute(
      'INSERT INTO task_assignee (organization_id, task_id, user_id, assigned_by) SELECT $1, task, $3, $4 FROM unnest($2::uuid[]) AS task ON CONFLICT DO NOTHING',
      [organizationId, ids(tasks), to, userId],
    );
    await work.execute('DELETE FROM task_assignee WHERE organization_id = $1 AND task_id = ANY ($2::uuid[]) AND user_id = $3', [organizationId, ids(tasks), from]);
    await work.execute('UPDATE task SET version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [organizationId, ids(tasks)]);
    for (const { id, projectId, ...before } of tasks) {
      const after = { ...before, assigneeIds: [...new Set([...before.assigneeIds.filter((user) => user !== from), to])].sort() };
      work.record({
        kind: 'task.transferred', subject: 'task', subjectId: id, related: [projectId], access: { before, after },
        changes: { assigneeIds: { before: before.assigneeIds, after: after.assigneeIds } },
      });
    }
  },
}));

defineHeldRecords(partOf({
  kind: 'REVIEWS', label: 'tasks they review',
  where: 't.reviewer_id = $2',
  async take(work, tasks, from, to) {
    await work.execute('UPDATE task SET reviewer_id = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [work.actor.organizationId, ids(tasks), to]);
    for (const { id, projectId, ...access } of tasks) {
      work.record({
        kind: 'task.transferred', subject: 'task', subjectId: id, related: [projectId], access: { before: access, after: access },
        changes: { reviewerId: { before: from, after: to } },
      });
    }
  },
}));
