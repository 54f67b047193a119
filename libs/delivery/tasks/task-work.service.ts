import { Injectable } from '@nestjs/common';
import { isLeaf, type LeafStatus, type OpenTree } from '@throughline/delivery/progress';
import { workRefusal, planningRefusal } from '@throughline/delivery/projects';
import { type Actor, normalizeText, refuse } from '@throughline/platform/kernel';
import type { TaskTarget } from './task-plan.service.js';
import { requireWork, TaskChanges, type TaskOutcome } from './task.changes.js';
import { taskPermissions } from './task.policy.js';
import { moveBetween, moveRefusal, type TaskMove, type TaskSituation, TASK_MOVE_PERMISSIONS, taskWorkflow } from './task.workflow.js';

/** Stage 9: what members do with the tasks they are assigned. Every call moves all progress above in the same transaction. */
@Injectable()
export class TaskWorkService {
  constructor(private readonly changes: TaskChanges) {}

  /**
   * Sets the status of a task without sub-tasks.
   *
   * @throws AppError ILLEGAL_TRANSITION naming the moves allowed now; PRECONDITION_FAILED when the project or the task's own
   * rules stand against it; VALIDATION_FAILED when a reason is missing
   */
  changeStatus(actor: Actor, { id, version, status, reason }: TaskTarget & { status: LeafStatus; reason?: string | null }): Promise<string> {
    // Which move it is, and with it the permission, is known only when the task is; until then the weakest that could do.
    return this.changes.run(actor, { id, version }, taskPermissions.read, ({ open }) => {
      const from = statusOf(open, id);
      if (from === status) return null;
      const move = moveBetween(from, status) ?? 'START';
      return this.apply(actor, open, id, move, reason);
    });
  }

  /** Hands a task in: it waits for a reviewer. */
  submit(actor: Actor, { id, version }: TaskTarget): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.work, ({ open }) => this.apply(actor, open, id, 'SUBMIT', null));
  }

  /**
   * Stores the share a member says is done. A task nobody started is started by it.
   *
   * @param report 0 to 10,000 basis points; counted at most 9,500 while in progress
   */
  report(actor: Actor, { id, version, report }: TaskTarget & { report: number }): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.work, ({ open, facts }) => {
      if (!Number.isInteger(report) || report < 0 || report > 10_000) throw refuse('VALIDATION_FAILED', 'Report a share from 0 to 100 %.', 'progressBasisPoints');
      requireWork(open, facts.projectId);
      const node = open.tree.node(id);
      if (!isLeaf(node)) throw refuse('PRECONDITION_FAILED', 'Its progress follows its sub-tasks. Report on these.', 'id');
      if (node.cancelled || node.own.status === 'REVIEW' || node.own.status === 'COMPLETED') {
        throw refuse('PRECONDITION_FAILED', `A task that is ${statusOf(open, id)} takes no report. Change its status first.`, 'id');
      }
      const before = { ...node.own };
      const status = before.status === 'TODO' && report > 0 ? 'IN_PROGRESS' : before.status;
      if (before.report === report && before.status === status) return null;
      open.tree.changeOwn(id, { report, status });
      return {
        kind: 'task.progressReported',
        changes: { report: { before: before.report, after: report }, ...(status === before.status ? {} : { status: { before: before.status, after: status } }) },
      };
    });
  }

  private apply(actor: Actor, open: OpenTree, id: string, move: TaskMove, said: string | null | undefined): TaskOutcome {
    const facts = open.task(id);
    const from = statusOf(open, id);
    const permission = TASK_MOVE_PERMISSIONS[move];
    this.changes.require(actor, permission, facts, open.isShared(id));
    const to = taskWorkflow.apply(from, move) as LeafStatus;
    const refusal = moveRefusal(situationOf(open, id), move);
    if (refusal) throw refuse('PRECONDITION_FAILED', refusal, 'status');
    const reason = normalizeText(said);
    if (move === 'BLOCK' && reason === null) throw refuse('VALIDATION_FAILED', 'Say what blocks it.', 'reason');
    open.patch(id, { status_reason: reason });
    open.tree.changeOwn(id, { status: to });
    return {
      kind: EVENT_OF[move] ?? 'task.statusChanged',
      changes: { status: { before: from, after: to }, ...(reason === facts.statusReason ? {} : { statusReason: { before: facts.statusReason, after: reason } }) },
    };
  }
}

/** Moves that others wait for get an event kind of their own. */
const EVENT_OF: Partial<Record<TaskMove, string>> = {
  SUBMIT: 'task.submitted', COMPLETE: 'task.completed', ACCEPT: 'task.accepted', BLOCK: 'task.blocked', REOPEN: 'task.reopened',
};

/** A task's status as its own rules see it: not an override. */
export function statusOf(open: OpenTree, id: string): TaskSituation['status'] {
  const node = open.tree.node(id);
  return node.cancelled ? 'CANCELLED' : node.status;
}

/** What decides about the moves of a loaded task. */
export function situationOf(open: OpenTree, id: string): TaskSituation {
  const node = open.tree.node(id);
  const status = open.tree.node(open.task(id).projectId).projectStatus!;
  return {
    status: statusOf(open, id), isParent: !isLeaf(node), requiresReview: node.reviewRequired,
    planningRefusal: planningRefusal(status), workRefusal: workRefusal(status),
  };
}
