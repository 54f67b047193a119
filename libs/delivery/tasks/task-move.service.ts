import { Injectable } from '@nestjs/common';
import { accessOf, isLeaf, type NodeAccess, type OpenTree, type OwnWork, weightOf, WorkTreeRepository } from '@throughline/delivery/progress';
import { projectSubject } from '@throughline/delivery/projects';
import { allows } from '@throughline/platform/access';
import type { Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import type { TaskTarget } from './task-plan.service.js';
import { depthOf, requirePlanning, type TaskChange, TaskChanges } from './task.changes.js';
import { taskPermissions } from './task.policy.js';
import { TaskRepository } from './task.repository.js';

/** Where a task goes. */
export interface MoveTask extends TaskTarget {
  /** Below this task; or ... */
  parentId?: string | null;
  /** ... to the top level of this project; where it is when neither is given. */
  projectId?: string | null;
  /** On the top level only. None when null; as it is when absent and the project stays. */
  milestoneId?: string | null;
  /** Behind this sibling; first when null; last when absent (where it is, if nothing else changes). */
  afterTaskId?: string | null;
}

/** A subtree that has to be weighed anew is read as a whole, so there is a bound. */
const MOST_REWEIGHED = 2_000;

/** Moves tasks: order, parent, milestone, project. Sums follow by deltas: old path minus, new path plus. */
@Injectable()
export class TaskMoveService {
  constructor(
    private readonly changes: TaskChanges,
    private readonly tasks: TaskRepository,
    private readonly trees: WorkTreeRepository,
  ) {}

  /**
   * Moves a task with everything below it.
   *
   * @throws AppError PRECONDITION_FAILED (below itself, another customer's project, onto a task with work of its own begun),
   * LIMIT_EXCEEDED (depth), FORBIDDEN, NOT_FOUND
   */
  move(actor: Actor, input: MoveTask): Promise<string> {
    const { id, parentId, projectId, milestoneId } = input;
    if (parentId && projectId) throw refuse('VALIDATION_FAILED', 'Name the project or the parent task, not both.', 'projectId');
    const named = { tasks: parentId ? [parentId] : [], projects: projectId ? [projectId] : [], milestones: milestoneId ? [milestoneId] : [] };
    return this.changes.run(actor, input, taskPermissions.update, async (change) => {
      const { open, facts } = change;
      const node = open.tree.node(id);
      const before = { parentId: node.parentId!, milestoneId: node.milestoneId, projectId: facts.projectId, related: open.related(id) };
      const target = targetOf(open, input, before);
      const elsewhere = target.aboveId !== before.parentId;
      requirePlanning(open, facts.projectId);
      if (elsewhere) await this.checkTarget(change, target);
      this.checkMilestone(open, target);
      if (!elsewhere && target.milestoneId === before.milestoneId && input.afterTaskId === undefined) return null;
      await this.place(change, target, input.afterTaskId);
      if (elsewhere) await this.carryOver(change, target);
      else if (target.milestoneId !== before.milestoneId) open.tree.setMilestone(id, target.milestoneId);
      const access = open.project(target.projectId);
      return {
        kind: 'task.moved',
        changes: {
          ...(elsewhere ? { parentId: { before: before.parentId, after: target.aboveId } } : {}),
          ...(target.projectId === before.projectId ? {} : { projectId: { before: before.projectId, after: target.projectId } }),
          ...(target.milestoneId === before.milestoneId ? {} : { milestoneId: { before: before.milestoneId, after: target.milestoneId } }),
        },
        after: { ...accessColumns(access), shared: open.isShared(id) },
        related: before.related,
      };
    }, named);
  }

  private async checkTarget({ work, actor, open, id, facts }: TaskChange, target: Target): Promise<void> {
    const project = open.project(target.projectId, 'projectId');
    const path = target.parentTaskId ? 'parentId' : 'projectId';
    const access = accessOf(project, open.isShared(target.projectId));
    if (!actor.ability.can('read', { ...access, __subject: projectSubject.name })) throw notFound(target.parentTaskId ? 'task' : 'project', path);
    if (!allows(actor.ability, taskPermissions.update, access)) throw refuse('FORBIDDEN', 'You may not move tasks there.', path);
    if (project.customerId !== facts.customerId) throw refuse('PRECONDITION_FAILED', 'That project belongs to another customer.', path);
    requirePlanning(open, target.projectId, path);
    if (!target.parentTaskId) return;
    const parent = open.tree.node(target.parentTaskId);
    if (parent.id === id || open.tree.above(parent.id).some((above) => above.id === id)) {
      throw refuse('PRECONDITION_FAILED', 'A task cannot be moved below itself.', path);
    }
    if (parent.cancelled) throw refuse('PRECONDITION_FAILED', 'That task is cancelled. Take the cancellation back first.', path);
    if (isLeaf(parent) && isBegun(parent.own)) {
      throw refuse('PRECONDITION_FAILED', 'That task has work of its own that was begun. Give it a sub-task first, which takes this work over.', path);
    }
    const { maxDepth } = await this.tasks.newPlace(work, { parentId: parent.id, projectId: target.projectId });
    const height = isLeaf(open.tree.node(id)) ? 1 : Math.max(...(await this.tasks.subtree(work, id)).map((row) => row.depth));
    if (depthOf(open, parent.id) + height > maxDepth) throw refuse('LIMIT_EXCEEDED', `Tasks lie at most ${maxDepth} levels deep here.`, path);
  }

  private checkMilestone(open: OpenTree, { milestoneId, projectId, parentTaskId }: Target): void {
    if (milestoneId === null) return;
    if (parentTaskId !== null || open.milestone(milestoneId, 'milestoneId').projectId !== projectId) {
      throw refuse('PRECONDITION_FAILED', 'Only a task on the top level belongs to a milestone, and to one of its own project.', 'milestoneId');
    }
  }

  /** The columns of its new place. */
  private async place({ work, open, id }: TaskChange, target: Target, afterTaskId: string | null | undefined): Promise<void> {
    const place = { parentId: target.parentTaskId, projectId: target.projectId };
    const samePlace = open.tree.node(id).parentId === target.aboveId;
    if (afterTaskId === id) throw refuse('VALIDATION_FAILED', 'A task cannot stand behind itself.', 'afterTaskId');
    const position = afterTaskId !== undefined ? await this.tasks.positionAfter(work, place, afterTaskId)
      : samePlace ? undefined : (await this.tasks.newPlace(work, place)).position;
    open.patch(id, {
      parent_id: target.parentTaskId, project_id: target.projectId, milestone_id: target.milestoneId, ...(position === undefined ? {} : { position }),
    });
  }

  private async carryOver({ work, open, id, facts }: TaskChange, target: Target): Promise<void> {
    const otherProject = target.projectId !== facts.projectId;
    const hides = open.isShared(id) && !open.isShared(target.aboveId);
    const below = otherProject || hides ? (await this.tasks.subtree(work, id)).map((row) => row.id) : [];
    const reweighs = open.modeOf(target.aboveId) !== open.modeOf(id);
    if (reweighs) await this.reweigh(work, open, id, target, below);
    else {
      open.tree.detach(id);
      open.tree.attach(id, target.aboveId, target.milestoneId);
    }
    if (hides) open.setShared(id, false);
    if (below.length === 0) return;
    // Everything below goes along in statements of its own; the parents' foreign key looks at the end only.
    if (otherProject) await this.tasks.deferParents(work);
    await this.tasks.followMove(work, below, target.projectId, accessColumns(open.project(target.projectId)), open.isShared(target.aboveId));
  }

  /** In the other tree a leaf weighs something else, so the whole subtree is read, weighed and moved. */
  private async reweigh(work: Work, open: OpenTree, id: string, target: Target, below: readonly string[]): Promise<void> {
    if (below.length > MOST_REWEIGHED) throw refuse('LIMIT_EXCEEDED', `The projects measure progress differently, and more than ${MOST_REWEIGHED.toLocaleString('en')} tasks would have to be weighed anew.`, 'projectId');
    const mode = open.modeOf(target.aboveId);
    const subtree = await this.trees.open(work, { tasks: below });
    open.load(subtree, below);
    open.tree.detach(id);
    for (const each of below) open.tree.changeOwn(each, { weight: weightOf(mode, subtree.task(each)) });
    open.tree.attach(id, target.aboveId, target.milestoneId);
  }
}

interface Target {
  parentTaskId: string | null;
  projectId: string;
  milestoneId: string | null;
  /** The parent task or the project. */
  aboveId: string;
}

function targetOf(open: OpenTree, input: MoveTask, before: { parentId: string; milestoneId: string | null; projectId: string }): Target {
  const { parentId, projectId } = input;
  if (parentId) {
    return { parentTaskId: parentId, projectId: open.task(parentId, 'parentId').projectId, milestoneId: input.milestoneId ?? null, aboveId: parentId };
  }
  if (projectId) {
    const stays = before.parentId === projectId && input.milestoneId === undefined;
    return { parentTaskId: null, projectId, milestoneId: stays ? before.milestoneId : (input.milestoneId ?? null), aboveId: projectId };
  }
  const onTop = before.parentId === before.projectId;
  return {
    parentTaskId: onTop ? null : before.parentId, projectId: before.projectId, aboveId: before.parentId,
    milestoneId: input.milestoneId === undefined ? before.milestoneId : input.milestoneId,
  };
}

function isBegun(own: OwnWork): boolean {
  return own.status !== 'TODO' || own.report > 0;
}

function accessColumns({ customerId, departmentId, teamId, ownerId }: NodeAccess): NodeAccess {
  return { customerId, departmentId, teamId, ownerId };
}
