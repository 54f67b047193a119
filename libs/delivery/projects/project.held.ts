import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import type { Work } from '@throughline/platform/database';
import { projectSubject } from './project.policy.js';

/** Milestones, tasks and requests have their project's owner, department and team. */
async function belowFollows(work: Work, projectIds: string[]): Promise<void> {
  const copied = '(customer_id, department_id, team_id, owner_id) = (p.customer_id, p.department_id, p.team_id, p.owner_id)';
  for (const table of ['milestone', 'task']) {
    await work.execute(
      `UPDATE ${table} below SET ${copied} FROM project p
       WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND below.organization_id = $1 AND below.project_id = p.id`,
      [work.actor.organizationId, projectIds],
    );
  }
  await work.execute(
    `UPDATE task_request below SET ${copied} FROM task t JOIN project p ON p.organization_id = t.organization_id AND p.id = t.project_id
     WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND below.organization_id = $1 AND below.task_id = t.id`,
    [work.actor.organizationId, projectIds],
  );
}

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({
  kind: 'PROJECTS', label: 'open projects', subject: projectSubject, open: "r.status NOT IN ('CLOSED', 'CANCELLED', 'REJECTED')", follow: belowFollows,
}));
