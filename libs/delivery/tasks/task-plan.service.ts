import { Injectable } from '@nestjs/common';
import { type Effort, effortWith, isLeaf, type LeafStatus, weightOf } from '@throughline/delivery/progress';
import { requireDates } from '@throughline/delivery/projects';
import { fieldChanges } from '@throughline/platform/database';
import { type Actor, normalizeText, refuse } from '@throughline/platform/kernel';
import { requirePlanning, requireWork, type TaskChange, TaskChanges } from './task.changes.js';
import { requireEffort } from './task.effort.js';
import { taskPermissions } from './task.policy.js';
import { TaskRepository } from './task.repository.js';
import { storedTaskText, type TaskTextInput } from './task.text.js';
import { taskWorkflow } from './task.workflow.js';

/** Which task, and the version its editor saw. */
export interface TaskTarget {
  id: string;
  version: number;
}

/** Changed facts of a task; absent ones stay. */
export interface UpdateTask extends TaskTarget, TaskTextInput {
  estimateMinutes?: number | null;
  points?: number | null;
  requiresReview?: boolean;
  sharedWithClient?: boolean;
}

/** Planning: a task's facts and weight, taking it out and putting it back, deleting it, overriding what it shows. */
@Injectable()
export class TaskPlanService {
  constructor(
    private readonly changes: TaskChanges,
    private readonly tasks: TaskRepository,
  ) {}

  /** Changes facts of a task; its effort, review and sharing among them. */
  update(actor: Actor, { id, version, ...input }: UpdateTask): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.update, async (change) => {
      const { work, open, facts } = change;
      const before = await this.tasks.lockText(work, id);
      const text = storedTaskText(input);
      const after = { ...before, ...text };
      requireDates(after.startOn, after.dueOn);
      requireEffort(input);
      if (text.reviewerId) await this.tasks.requireStaff(work, [text.reviewerId], 'reviewerId');
      const node = open.tree.node(id);
      const shared = input.sharedWithClient ?? open.isShared(id);
      const effort: Effort = { estimateMinutes: facts.estimateMinutes, points: facts.points, ...given(input) };
      const difference = fieldChanges(
        { ...before, ...facts, requiresReview: node.reviewRequired, sharedWithClient: open.isShared(id) },
        { ...text, ...given(input), requiresReview: input.requiresReview, sharedWithClient: input.sharedWithClient },
      );
      if (Object.keys(difference).length === 0) return null;
      this.weigh(change, effort);
      if (input.requiresReview !== undefined) open.tree.setReviewRequired(id, input.requiresReview);
      await this.share(change, shared);
      await this.tasks.updateText(work, id, { ...text, sharedWithClient: shared });
      return { kind: 'task.updated', changes: difference, after: { shared } };
    });
  }

  /**
   * Gives a task another weight in what its project counts: minutes or points.
   *
   * @throws AppError PRECONDITION_FAILED on a task with sub-tasks, or where every task counts the same
   */
  reweigh(actor: Actor, { id, version, weight }: TaskTarget & { weight: number }): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.update, (change) => {
      const { open, facts } = change;
      const node = open.tree.node(id);
      if (!isLeaf(node)) throw refuse('PRECONDITION_FAILED', 'This task carries no work of its own. Weigh its sub-tasks.', 'weight');
      const before = node.own.weight;
      const effort = effortWith(open.modeOf(id), { estimateMinutes: facts.estimateMinutes, points: facts.points }, weight);
      if (before === BigInt(weight)) return null;
      this.weigh(change, effort);
      return { kind: 'task.reweighed', changes: { weight: { before: before.toString(), after: String(weight) } } };
    });
  }

  /** Takes a task with everything below it out of all sums, or puts it back with what it holds by then. */
  setCancelled(actor: Actor, { id, version, reason }: TaskTarget & { reason?: string | null }, cancelled: boolean): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.cancel, ({ open, facts }) => {
      const node = open.tree.node(id);
      taskWorkflow.apply(node.cancelled ? 'CANCELLED' : node.status, cancelled ? 'CANCEL' : 'RESTORE');
      requirePlanning(open, facts.projectId);
      const said = normalizeText(reason);
      if (cancelled && said === null) throw refuse('VALIDATION_FAILED', 'Say why it is cancelled.', 'reason');
      open.patch(id, { status_reason: said });
      open.tree.setCancelled(id, cancelled);
      return { kind: cancelled ? 'task.cancelled' : 'task.restored', changes: { cancelled: { before: !cancelled, after: cancelled }, statusReason: { before: facts.statusReason, after: said } } };
    });
  }

  /**
   * Makes a task with sub-tasks show another status, or its own again (null). It stands until the next change below; what
   * counts upwards stays the derived status.
   */
  override(actor: Actor, input: TaskTarget & { status: LeafStatus | null; reason?: string | null }): Promise<string> {
    const { id, version, status } = input;
    return this.changes.run(actor, { id, version }, taskPermissions.override, ({ open, facts }) => {
      const node = open.tree.node(id);
      requireWork(open, facts.projectId);
      if (isLeaf(node)) throw refuse('PRECONDITION_FAILED', 'A task without sub-tasks has its own status: change that.', 'status');
      if (node.cancelled) throw refuse('PRECONDITION_FAILED', 'This task is cancelled. Take the cancellation back first.', 'status');
      const reason = normalizeText(input.reason);
      if (status !== null && reason === null) throw refuse('VALIDATION_FAILED', 'Say why it shows another status than its sub-tasks give it.', 'reason');
      // Showing what it is anyway is no override.
      const before = node.override;
      const after = status === node.status ? null : status;
      if (before === after) return null;
      open.patch(id, { override_reason: reason });
      open.tree.override(id, after);
      return { kind: 'task.overridden', changes: { overrideStatus: { before, after }, overrideReason: { before: facts.overrideReason, after: after === null ? null : reason } } };
    });
  }

  /**
   * Deletes a task with everything below it.
   *
   * @throws AppError PRECONDITION_FAILED where time was logged (cancel it instead), or unless sub-tasks are meant as well
   */
  delete(actor: Actor, { id, version, withSubTasks = false }: TaskTarget & { withSubTasks?: boolean }): Promise<string> {
    return this.changes.run(actor, { id, version }, taskPermissions.delete, async ({ work, open, facts }) => {
      requirePlanning(open, facts.projectId);
      const below = await this.tasks.subtree(work, id);
      if (below.length > 1 && !withSubTasks) {
        throw refuse('PRECONDITION_FAILED', `This task has sub-tasks: ${below.length - 1} in all. Delete them too, or move them first.`, 'withSubTasks');
      }
      if (await this.tasks.hasLoggedTime(work, below.map((row) => row.id))) {
        throw refuse('PRECONDITION_FAILED', 'Time was logged here, and that stays. Cancel the task instead.', 'id');
      }
      const above = open.related(id);
      open.removeTask(id);
      open.edits.delete(id);
      return { kind: 'task.deleted', changes: { title: { before: facts.title, after: null } }, gone: true, related: above };
    });
  }

  private weigh({ open, id, facts }: TaskChange, effort: Effort): void {
    const weight = weightOf(open.modeOf(id), effort);
    if (weight !== open.tree.node(id).own!.weight) requirePlanning(open, facts.projectId);
    open.patch(id, { estimate_minutes: effort.estimateMinutes, points: effort.points });
    open.tree.changeOwn(id, { weight });
  }

  private async share({ work, open, id }: TaskChange, shared: boolean): Promise<void> {
    if (shared === open.isShared(id)) return;
    if (shared && !open.isShared(open.tree.node(id).parentId!)) {
      throw refuse('PRECONDITION_FAILED', 'The client does not see what this task is part of. Share that first.', 'sharedWithClient');
    }
    if (!shared) await this.tasks.unshareBelow(work, id);
    open.setShared(id, shared);
  }
}

function given({ estimateMinutes, points }: Partial<Effort>): Partial<Effort> {
  return { ...(estimateMinutes === undefined ? {} : { estimateMinutes }), ...(points === undefined ? {} : { points }) };
}
