import { Injectable } from '@nestjs/common';
import { accessOf, type NamedNodes, type OpenTree, type TaskFacts, type WorkNode, WorkTreeRepository } from '@throughline/delivery/progress';
import { planningRefusal, workRefusal } from '@throughline/delivery/projects';
import { authorize, type Permission } from '@throughline/platform/access';
import { type EventInput, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { taskSubject } from './task.policy.js';

/** A task that is being changed, inside its transaction, with its tree locked. */
export interface TaskChange {
  work: Work;
  actor: Actor;
  open: OpenTree;
  id: string;
  /** As it was when it was loaded. */
  facts: TaskFacts;
}

/** What a change did, for its event. */
export interface TaskOutcome {
  /** `task.moved` */
  kind: string;
  changes: NonNullable<EventInput['changes']>;
  /** What became of the facts that decide who may see it; as before when absent. */
  after?: Partial<Pick<TaskFacts, 'customerId' | 'departmentId' | 'teamId' | 'ownerId' | 'assigneeIds'>> & { shared?: boolean };
  /** Records it belonged to before, beside those above it now. */
  related?: string[];
  /** It does not exist any more. */
  gone?: boolean;
}

/** What every change of an existing task has in common: lock, load, permission, version, write, one event. */
@Injectable()
export class TaskChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
  ) {}

  /**
   * Changes one task in one transaction.
   *
   * @param permission asked on the loaded record
   * @param body makes the change on the open tree and says what it was; null when there was nothing to do
   * @param named further nodes to load: where it moves to
   * @returns the task's id
   * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT, and whatever `body` refuses
   */
  run(
    actor: Actor, { id, version }: { id: string; version: number }, permission: Permission,
    body: (change: TaskChange) => Promise<TaskOutcome | null> | TaskOutcome | null, named: NamedNodes = {},
  ): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.trees.open(work, { ...named, tasks: [id, ...(named.tasks ?? [])] });
      const facts = open.task(id);
      const shared = open.isShared(id);
      authorize(actor, permission, taskSubject, accessOf(facts, shared));
      await this.trees.edit(work, open, id, version);
      const outcome = await body({ work, actor, open, id, facts });
      if (!outcome) return id;
      const related = outcome.gone ? [facts.projectId, ...open.related(facts.projectId)] : open.related(id);
      this.trees.save(work, open);
      const { shared: sharedAfter = shared, ...after } = outcome.after ?? {};
      work.record({
        kind: outcome.kind, subject: 'task', subjectId: id, related: [...new Set([...related, ...(outcome.related ?? [])])],
        access: { before: accessOf(facts, shared), after: outcome.gone ? null : accessOf({ ...facts, ...after }, sharedAfter) },
        changes: outcome.changes, progress: open.progress(),
      });
      return id;
    });
  }

  /** A further permission on the loaded record, where only the record tells which one is needed. */
  require(actor: Actor, permission: Permission, facts: TaskFacts, shared: boolean): void {
    authorize(actor, permission, taskSubject, accessOf(facts, shared));
  }
}

/** @throws AppError PRECONDITION_FAILED when the task's project does not let tasks be planned now */
export function requirePlanning(open: OpenTree, projectId: string, path = 'id'): void {
  const refusal = planningRefusal(open.tree.node(projectId).projectStatus!);
  if (refusal) throw refuse('PRECONDITION_FAILED', refusal, path);
}

/** @throws AppError PRECONDITION_FAILED when the task's project does not let work be done now */
export function requireWork(open: OpenTree, projectId: string): void {
  const refusal = workRefusal(open.tree.node(projectId).projectStatus!);
  if (refusal) throw refuse('PRECONDITION_FAILED', refusal, 'id');
}

/** How deep a task lies: 1 on the top level. */
export function depthOf(open: OpenTree, id: string): number {
  const isTask = (node: Readonly<WorkNode>): boolean => node.kind === 'TASK';
  return [open.tree.node(id), ...open.tree.above(id)].filter(isTask).length;
}
