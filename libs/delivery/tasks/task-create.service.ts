import { Injectable } from '@nestjs/common';
import {
  accessOf, type Effort, isLeaf, type NewTask, type OpenTree, type OwnWork, weightOf, WorkTreeRepository,
} from '@throughline/delivery/progress';
import { projectSubject } from '@throughline/delivery/projects';
import { allows, authorize } from '@throughline/platform/access';
import { fieldChanges, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, notFound, refuse } from '@throughline/platform/kernel';
import { depthOf, requirePlanning } from './task.changes.js';
import { requireEffort } from './task.effort.js';
import { taskPermissions, taskSubject } from './task.policy.js';
import { TaskRepository } from './task.repository.js';
import { newTaskText, type TaskTextInput } from './task.text.js';

/** A new task: on the top level of a project, or below another task. */
export interface CreateTask extends TaskTextInput {
  /** Top level; not together with `parentId`. */
  projectId?: string | null;
  parentId?: string | null;
  milestoneId?: string | null;
  title: string;
  estimateMinutes?: number | null;
  points?: number | null;
  requiresReview?: boolean;
  assigneeIds?: string[];
  /** Whether the client sees it: on the top level as the project, below a task no, when absent. */
  sharedWithClient?: boolean;
}

/** Creates tasks and sub-tasks (stages 7 and 8, TAS-06). */
@Injectable()
export class TaskCreateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
    private readonly tasks: TaskRepository,
  ) {}

  /**
   * Creates a task. The first child of a task takes over its weight, report and status (domain.md); an estimate given with
   * it then replaces the weight.
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, FORBIDDEN, PRECONDITION_FAILED (project's state), LIMIT_EXCEEDED (depth)
   */
  create(actor: Actor, input: CreateTask): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { parentId = null, projectId = null, milestoneId = null } = input;
      if ((parentId === null) === (projectId === null)) throw refuse('VALIDATION_FAILED', 'Name the project or the parent task, one of the two.', 'projectId');
      const open = await this.trees.open(work, {
        tasks: parentId ? [parentId] : [], projects: projectId ? [projectId] : [], milestones: milestoneId ? [milestoneId] : [],
      });
      this.authorize(actor, open, input);
      const id = await this.add(work, open, input);
      this.trees.save(work, open);
      const row = open.inserts.get(id)!;
      const { id: _, position: _position, ...shown } = row;
      work.record({
        kind: 'task.created', subject: 'task', subjectId: id, related: open.related(id),
        access: { before: null, after: accessOf(row, row.sharedWithClient) },
        changes: fieldChanges({}, { ...shown, parentId, milestoneId }), progress: open.progress(),
      });
      return id;
    });
  }

  /**
   * Adds a task to an open tree; whoever calls checked the permission, saves and records.
   *
   * @returns its id
   */
  async add(work: Work, open: OpenTree, input: CreateTask): Promise<string> {
    const parentId = input.parentId ?? null;
    const milestoneId = input.milestoneId ?? null;
    const projectId = parentId ? open.task(parentId, 'parentId').projectId : input.projectId!;
    const project = open.project(projectId, 'projectId');
    requirePlanning(open, projectId, parentId ? 'parentId' : 'projectId');
    if (parentId && open.tree.node(parentId).cancelled) throw refuse('PRECONDITION_FAILED', 'This task is cancelled. Take the cancellation back first.', 'parentId');
    if (milestoneId !== null && (parentId !== null || open.milestone(milestoneId, 'milestoneId').projectId !== projectId)) {
      throw refuse('PRECONDITION_FAILED', 'Only a task on the top level belongs to a milestone, and to one of its own project.', 'milestoneId');
    }
    const { position, maxDepth } = await this.tasks.newPlace(work, { parentId, projectId });
    if (parentId && depthOf(open, parentId) >= maxDepth) throw refuse('LIMIT_EXCEEDED', `Tasks lie at most ${maxDepth} levels deep here.`, 'parentId');
    const text = newTaskText(input);
    const assigneeIds = [...new Set(input.assigneeIds ?? [])];
    await this.tasks.requireStaff(work, assigneeIds, 'assigneeIds');
    await this.tasks.requireStaff(work, text.reviewerId ? [text.reviewerId] : [], 'reviewerId');
    const { effort, own } = workOf(open, input, parentId, projectId);
    const { customerId, departmentId, teamId, ownerId } = project;
    const row: NewTask = {
      id: newId(), projectId, position, ...text, ...effort, customerId, departmentId, teamId, ownerId, assigneeIds,
      sharedWithClient: this.sharing(open, input, parentId ?? projectId),
    };
    open.addTask(row, own, input.requiresReview ?? false, parentId ?? projectId, milestoneId);
    return row.id;
  }

  private authorize(actor: Actor, open: OpenTree, { parentId, projectId, assigneeIds = [] }: CreateTask): void {
    const id = (parentId ?? projectId)!;
    const facts = parentId ? open.task(parentId, 'parentId') : open.project(id, 'projectId');
    const access = accessOf(facts, open.isShared(id));
    if (parentId) authorize(actor, taskPermissions.create, taskSubject, access, 'parentId');
    else if (!actor.ability.can('read', { ...access, __subject: projectSubject.name })) throw notFound('project', 'projectId');
    else if (!allows(actor.ability, taskPermissions.create, access)) throw refuse('FORBIDDEN', 'You may not create tasks in this project.', 'projectId');
    const forOthers = assigneeIds.some((user) => user !== actor.userId);
    if (forOthers && !allows(actor.ability, taskPermissions.assign, access)) throw refuse('FORBIDDEN', 'You may not assign tasks here.', 'assigneeIds');
  }

  private sharing(open: OpenTree, input: CreateTask, aboveId: string): boolean {
    const above = open.isShared(aboveId);
    const shared = input.sharedWithClient ?? (above && !input.parentId);
    if (shared && !above) throw refuse('PRECONDITION_FAILED', 'The client does not see what this task is part of. Share that first.', 'sharedWithClient');
    return shared;
  }
}

/** The new task's own work: the heir of a leaf goes on with what that leaf was. */
function workOf(open: OpenTree, input: CreateTask, parentId: string | null, projectId: string): { effort: Effort; own: OwnWork } {
  requireEffort(input);
  const mode = open.modeOf(parentId ?? projectId);
  const parent = parentId ? open.tree.node(parentId) : null;
  const heir = parent && isLeaf(parent) ? parent.own : null;
  const inherited = heir ? open.task(parentId!) : { estimateMinutes: null, points: null };
  const given = input.estimateMinutes != null || input.points != null;
  const effort = { estimateMinutes: input.estimateMinutes ?? inherited.estimateMinutes, points: input.points ?? inherited.points };
  if (heir && !given) return { effort, own: { ...heir } };
  return { effort, own: { weight: weightOf(mode, effort), report: heir?.report ?? 0, status: heir?.status ?? 'TODO' } };
}
