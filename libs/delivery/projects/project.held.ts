import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import type { Work } from '@throughline/platform/database';
import { projectSubject } from './project.policy.js';

/**
 * Gives milestones, tasks and requests their project's owner, department and team; what the client must not see with it is unshared. The
 * project's event tells of it (`accessFrom`).
 */
export async function belowFollows(work: Work, projectIds: string[]): Promise<void> {
  const copied = '(customer_id, department_id, team_id, owner_id) = (p.customer_id, p.department_id, p.team_id, p.owner_id)';
  const others = '(below.customer_id, below.department_id, below.team_id, below.owner_id) IS DISTINCT FROM (p.customer_id, p.department_id, p.team_id, p.owner_id)';
  for (const table of ['milestone', 'task']) {
    await work.execute(
      `UPDATE ${table} below SET ${copied}, shared_with_client = below.shared_with_client AND p.shared_with_client FROM project p
       WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND below.organization_id = $1 AND below.project_id = p.id
         AND (${others} OR below.shared_with_client AND NOT p.shared_with_client)`,
      [work.actor.organizationId, projectIds],
    );
  }
  await work.execute(
    `UPDATE task_request below SET ${copied} FROM task t JOIN project p ON p.organization_id = t.organization_id AND p.id = t.project_id
     WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND below.organization_id = $1 AND below.task_id = t.id AND ${others}`,
    [work.actor.organizationId, projectIds],
  );
}

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({
  kind: 'PROJECTS', label: 'open projects', subject: projectSubject, open: "r.status NOT IN ('CLOSED', 'CANCELLED', 'REJECTED')", follow: belowFollows,
}));
