import { Injectable } from '@nestjs/common';
import { accessOf, isLeaf } from '@throughline/delivery/progress';
import { type Actor, normalizeText, refuse } from '@throughline/platform/kernel';
import { TaskCreateService } from './task-create.service.js';
import type { TaskTarget } from './task-plan.service.js';
import { requireWork, type TaskChange, TaskChanges, type TaskOutcome } from './task.changes.js';
import { taskPermissions } from './task.policy.js';
import { TaskRepository } from './task.repository.js';
import { statusOf } from './task-work.service.js';
import { taskWorkflow } from './task.workflow.js';

/** A reviewer's word. */
export interface ReviewTask extends TaskTarget {
  decision: 'ACCEPTED' | 'RETURNED';
  /** Needed to return. */
  reason?: string | null;
  /** To return a task with sub-tasks: the finished one to open again, or ... */
  reopenTaskId?: string | null;
  /** ... the title of a rework sub-task to add. */
  reworkTitle?: string | null;
}

/**
 * QA review (TAS-07): finished work is accepted or returned. QA reviewers, leads and managers hold the permission, so it
 * works without a QA department.
 */
@Injectable()
export class TaskReviewService {
  constructor(
    private readonly changes: TaskChanges,
    private readonly tasks: TaskRepository,
    private readonly creation: TaskCreateService,
  ) {}

  review(actor: Actor, input: ReviewTask): Promise<string> {
    const { id, decision } = input;
    return this.changes.run(actor, input, taskPermissions.review, async (change) => {
      const { work, open, facts } = change;
      const reason = normalizeText(input.reason);
      requireWork(open, facts.projectId);
      taskWorkflow.apply(statusOf(open, id), decision === 'ACCEPTED' ? 'ACCEPT' : 'RETURN');
      if (decision === 'RETURNED' && reason === null) throw refuse('VALIDATION_FAILED', 'Say what has to be done better.', 'reason');
      const reopenedTaskId = decision === 'ACCEPTED' ? this.accept(change) : await this.return(change, input);
      await this.tasks.insertReview(work, { taskId: id, decision, reason, reopenedTaskId });
      open.patch(id, { status_reason: decision === 'RETURNED' ? reason : null, ...(decision === 'RETURNED' ? { returns: facts.returns + 1 } : {}) });
      return outcome(decision, reason, facts.returns, reopenedTaskId);
    }, { tasks: input.reopenTaskId ? [input.reopenTaskId] : [] });
  }

  private accept({ open, id }: TaskChange): null {
    if (isLeaf(open.tree.node(id))) open.tree.changeOwn(id, { status: 'COMPLETED' });
    else open.tree.accept(id);
    return null;
  }

  /** @returns the leaf that was opened again or added; null when the task is itself the leaf */
  private async return({ work, open, id }: TaskChange, { reopenTaskId, reworkTitle }: ReviewTask): Promise<string | null> {
    if (isLeaf(open.tree.node(id))) {
      open.tree.changeOwn(id, { status: 'IN_PROGRESS' });
      return null;
    }
    if (reopenTaskId) {
      const facts = open.task(reopenTaskId, 'reopenTaskId');
      const leaf = open.tree.node(reopenTaskId);
      const below = open.tree.above(reopenTaskId).some((above) => above.id === id);
      if (!below || !isLeaf(leaf) || leaf.cancelled || leaf.own.status !== 'COMPLETED') {
        throw refuse('PRECONDITION_FAILED', 'Choose a finished task below this one, without sub-tasks.', 'reopenTaskId');
      }
      open.tree.changeOwn(reopenTaskId, { status: 'IN_PROGRESS' });
      const access = accessOf(facts, open.isShared(reopenTaskId));
      work.record({
        kind: 'task.reopened', subject: 'task', subjectId: reopenTaskId, related: open.related(reopenTaskId),
        access: { before: access, after: access }, changes: { status: { before: 'COMPLETED', after: 'IN_PROGRESS' } },
      });
      return reopenTaskId;
    }
    const title = normalizeText(reworkTitle);
    if (title === null) throw refuse('VALIDATION_FAILED', 'Name a finished sub-task to open again, or a rework task to add.', 'reopenTaskId');
    const added = await this.creation.add(work, open, { parentId: id, title });
    const row = open.inserts.get(added)!;
    work.record({
      kind: 'task.created', subject: 'task', subjectId: added, related: open.related(added),
      access: { before: null, after: accessOf(row, row.sharedWithClient) }, changes: { title: { before: null, after: row.title } },
    });
    return added;
  }
}

function outcome(decision: ReviewTask['decision'], reason: string | null, returns: number, reopenedTaskId: string | null): TaskOutcome {
  if (decision === 'ACCEPTED') return { kind: 'task.accepted', changes: { review: { before: null, after: decision } } };
  return {
    kind: 'task.returned',
    changes: {
      review: { before: null, after: decision }, reason: { before: null, after: reason }, returns: { before: returns, after: returns + 1 },
      ...(reopenedTaskId ? { reopenedTaskId: { before: null, after: reopenedTaskId } } : {}),
    },
  };
}
