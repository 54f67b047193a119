import { Injectable } from '@nestjs/common';
import type { NodeAccess } from '@throughline/delivery/progress';
import { columnValues, insertRow, lockRow, type Work } from '@throughline/platform/database';
import { newId, refuse } from '@throughline/platform/kernel';

/** How deep tasks may lie unless the organization says otherwise (TAS-01). */
export const DEFAULT_DEPTH = 5;

/** A task's facts that have nothing to do with its place in the tree. */
export interface TaskText {
  title: string;
  description: string | null;
  priority: string;
  labels: string[];
  startOn: string | null;
  dueOn: string | null;
  reviewerId: string | null;
}

const TASK_TEXT = { table: 'task', label: 'task', fields: ['title', 'description', 'priority', 'labels', 'startOn::text', 'dueOn::text', 'reviewerId'] };

/** Where a task stands among its siblings. */
export interface Place {
  /** null on the top level. */
  parentId: string | null;
  projectId: string;
}

/** SQL of tasks that is no work-tree business; the tree is locked before any of it. */
@Injectable()
export class TaskRepository {
  lockText(work: Work, id: string): Promise<TaskText> {
    return lockRow<TaskText>(work, TASK_TEXT, id);
  }

  /** The version is the work tree's to check and to raise. */
  async updateText(work: Work, id: string, text: Partial<TaskText> & { sharedWithClient?: boolean }): Promise<void> {
    const columns = columnValues(text);
    const names = Object.keys(columns);
    if (names.length === 0) return;
    await work.execute(
      `UPDATE task SET ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')} WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id, ...Object.values(columns)],
    );
  }

  /** The limit of depth, and the position behind the last sibling. */
  async newPlace(work: Work, place: Place): Promise<{ position: string; maxDepth: number }> {
    const [row] = await work.query<{ position: string; maxDepth: number }>(
      `SELECT trim_scale(coalesce(floor(${LAST_POSITION}), 0) + 1) AS position,
              coalesce((SELECT (settings->>'taskDepth')::integer FROM organization WHERE id = $1), ${DEFAULT_DEPTH}) AS "maxDepth"`,
      placeParameters(work, place),
    );
    return row!;
  }

  /**
   * The position behind a sibling, or before the first one: half-way to its neighbour, so that no other row moves.
   *
   * @param afterId null = first
   * @throws AppError PRECONDITION_FAILED when that task is not there
   */
  async positionAfter(work: Work, place: Place, afterId: string | null): Promise<string> {
    const sibling = place.parentId === null ? 'project_id = $3 AND parent_id IS NULL' : 'parent_id = $2';
    const [row] = await work.query<{ position: string | null }>(
      `WITH before AS (SELECT CASE WHEN $4::uuid IS NULL THEN 0 ELSE (SELECT position FROM task WHERE organization_id = $1 AND id = $4 AND ${sibling}) END AS position),
            behind AS (SELECT t.position FROM task t, before WHERE t.organization_id = $1 AND t.${sibling} AND t.position > before.position ORDER BY t.position LIMIT 1)
       SELECT trim_scale(CASE WHEN behind.position IS NULL THEN before.position + 1 ELSE (before.position + behind.position) * 0.5 END) AS position
       FROM before LEFT JOIN behind ON true WHERE $2::uuid IS NULL OR $3::uuid IS NOT NULL`,
      [...placeParameters(work, place), afterId],
    );
    if (!row?.position) throw refuse('PRECONDITION_FAILED', 'The task to stand behind is not there any more. Look again.', 'afterTaskId');
    return row.position;
  }

  /** Everything below a task, itself first. */
  async subtree(work: Work, id: string): Promise<{ id: string; depth: number }[]> {
    return work.query<{ id: string; depth: number }>(
      `WITH RECURSIVE below AS (
         SELECT id, 1 AS depth FROM task WHERE organization_id = $1 AND id = $2
         UNION ALL
         SELECT t.id, below.depth + 1 FROM below JOIN task t ON t.organization_id = $1 AND t.parent_id = below.id)
       SELECT id, depth FROM below ORDER BY depth`,
      [work.actor.organizationId, id],
    );
  }

  /**
   * Gives a task and everything below it the project it is in now and what follows from it. The task's new parent, milestone
   * and position are written with its tree, and its event with its move; those below it have theirs here.
   */
  async followMove(work: Work, ids: readonly string[], projectId: string, access: NodeAccess, shared: boolean): Promise<void> {
    const rows = await work.query<{ id: string; sharedWithClient: boolean; assigneeIds: string[] }>(
      `UPDATE task SET project_id = $3, milestone_id = NULL, customer_id = $4, department_id = $5, team_id = $6, owner_id = $7, shared_with_client = shared_with_client AND $8
       WHERE organization_id = $1 AND id = ANY($2::uuid[])
       RETURNING id, shared_with_client AS "sharedWithClient", ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = $1 AND a.task_id = task.id ORDER BY 1) AS "assigneeIds"`,
      [work.actor.organizationId, ids, projectId, access.customerId, access.departmentId, access.teamId, access.ownerId, shared],
    );
    for (const { id, ...own } of rows.filter(({ id: below }) => below !== ids[0])) {
      const { customerId, departmentId, teamId, ownerId } = access;
      const now = { customerId, departmentId, teamId, ownerId, ...own };
      work.record({ kind: 'task.moved', subject: 'task', subjectId: id, related: [ids[0]!, projectId], access: { before: now, after: now }, changes: { projectId: { before: null, after: projectId } } });
    }
  }

  /** Between two statements of a move, sub-tasks are in another project than their parent. */
  async deferParents(work: Work): Promise<void> {
    await work.execute('SET CONSTRAINTS fk_task_parent DEFERRED');
  }

  /** Hides everything below a task from the client. */
  async unshareBelow(work: Work, id: string): Promise<void> {
    const ids = (await this.subtree(work, id)).map((row) => row.id);
    await work.execute('UPDATE task SET shared_with_client = false WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND shared_with_client', [work.actor.organizationId, ids]);
  }

  async hasLoggedTime(work: Work, ids: readonly string[]): Promise<boolean> {
    return (await work.query('SELECT 1 FROM time_entry WHERE organization_id = $1 AND task_id = ANY($2::uuid[]) LIMIT 1', [work.actor.organizationId, ids])).length > 0;
  }

  async setAssignees(work: Work, id: string, before: readonly string[], after: readonly string[]): Promise<void> {
    const gone = before.filter((user) => !after.includes(user));
    const added = after.filter((user) => !before.includes(user));
    if (gone.length > 0) {
      await work.execute('DELETE FROM task_assignee WHERE organization_id = $1 AND task_id = $2 AND user_id = ANY($3::uuid[])', [work.actor.organizationId, id, gone]);
    }
    if (added.length > 0) {
      await work.execute(
        'INSERT INTO task_assignee (organization_id, task_id, user_id, assigned_by) SELECT $1, $2, person, $4 FROM unnest($3::uuid[]) AS person',
        [work.actor.organizationId, id, added, work.actor.userId],
      );
    }
  }

  /** @throws AppError NOT_FOUND at the field unless all are active people of the organization itself */
  async requireStaff(work: Work, ids: readonly string[], field: string): Promise<void> {
    if (ids.length === 0) return;
    const found = await work.query<{ id: string }>(
      `SELECT id FROM user_account WHERE organization_id = $1 AND id = ANY($2::uuid[]) AND status = 'ACTIVE' AND tier IN ('ADMIN', 'EMPLOYEE')`,
      [work.actor.organizationId, ids],
    );
    const missing = ids.filter((id) => !found.some((row) => row.id === id));
    if (missing.length > 0) throw refuse('NOT_FOUND', 'Choose active colleagues.', field, { missing });
  }

  async insertReview(work: Work, review: { taskId: string; decision: 'ACCEPTED' | 'RETURNED'; reason: string | null; reopenedTaskId: string | null }): Promise<void> {
    await insertRow(work, 'task_review', { id: newId(), ...review, reviewerId: work.actor.userId });
  }
}

const LAST_POSITION = `CASE WHEN $2::uuid IS NULL
    THEN (SELECT position FROM task WHERE organization_id = $1 AND project_id = $3 AND parent_id IS NULL ORDER BY position DESC LIMIT 1)
    ELSE (SELECT position FROM task WHERE organization_id = $1 AND parent_id = $2 ORDER BY position DESC LIMIT 1) END`;

function placeParameters(work: Work, { parentId, projectId }: Place): unknown[] {
  return [work.actor.organizationId, parentId, projectId];
}
