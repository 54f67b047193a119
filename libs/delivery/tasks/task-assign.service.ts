import { Injectable } from '@nestjs/common';
import type { Actor } from '@throughline/platform/kernel';
import { refuse } from '@throughline/platform/kernel';
import type { TaskTarget } from './task-plan.service.js';
import { requirePlanning, TaskChanges } from './task.changes.js';
import { taskPermissions } from './task.policy.js';
import { TaskRepository } from './task.repository.js';

const MOST_ASSIGNEES = 20;

/** Who works on a task (stage 8). */
@Injectable()
export class TaskAssignService {
  constructor(
    private readonly changes: TaskChanges,
    private readonly tasks: TaskRepository,
  ) {}

  /** Sets the people who work on a task; an empty list gives it back to the team. */
  assign(actor: Actor, { id, version, assigneeIds }: TaskTarget & { assigneeIds: string[] }): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.assign, async ({ work, open, facts }) => {
      const after = [...new Set(assigneeIds)];
      if (after.length > MOST_ASSIGNEES) throw refuse('LIMIT_EXCEEDED', `A task has ${MOST_ASSIGNEES} assignees at most.`, 'assigneeIds');
      requirePlanning(open, facts.projectId);
      const added = after.filter((user) => !facts.assigneeIds.includes(user));
      if (added.length === 0 && after.length === facts.assigneeIds.length) return null;
      await this.tasks.requireStaff(work, added, 'assigneeIds');
      await this.tasks.setAssignees(work, id, facts.assigneeIds, after);
      return { kind: 'task.assigned', changes: { assigneeIds: { before: facts.assigneeIds, after } }, after: { assigneeIds: after } };
    });
  }

  /** Takes a task that nobody works on. */
  claim(actor: Actor, { id, version }: TaskTarget): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.claim, async ({ work, open, facts }) => {
      const { userId } = actor;
      if (!userId) throw refuse('FORBIDDEN', 'Only a person can take a task.');
      requirePlanning(open, facts.projectId);
      if (facts.assigneeIds.length > 0) throw refuse('PRECONDITION_FAILED', 'Somebody works on this task already.', 'id');
      await this.tasks.setAssignees(work, id, [], [userId]);
      return { kind: 'task.claimed', changes: { assigneeIds: { before: [], after: [userId] } }, after: { assigneeIds: [userId] } };
    });
  }
}
