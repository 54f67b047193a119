import { Injectable } from '@nestjs/common';
import { accessOf, type MilestoneFacts, type OpenTree, WorkTreeRepository } from '@throughline/delivery/progress';
import { allows, authorize } from '@throughline/platform/access';
import { type AccessColumns, columnValues, fieldChanges, insertRow, staleVersion, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeText, refuse } from '@throughline/platform/kernel';
import { milestonePermissions, milestoneSubject, projectPermissions, projectSubject } from './project.policy.js';
import { ProjectRepository } from './project.repository.js';
import { requiredLine } from './project.text.js';
import { planningRefusal } from './project.workflow.js';

export interface MilestoneInput {
  name: string;
  description?: string | null;
  /** YYYY-MM-DD */
  dueOn?: string | null;
  /** Whether the client sees it; as the project when absent. */
  sharedWithClient?: boolean;
}

/** Milestones: dated steps that top-level tasks belong to (PRO-05). */
@Injectable()
export class MilestoneService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
    private readonly projects: ProjectRepository,
  ) {}

  create(actor: Actor, projectId: string, input: MilestoneInput): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.trees.open(work, { projects: [projectId] });
      const project = open.project(projectId, 'projectId');
      const projectShared = open.isShared(projectId);
      const shared = input.sharedWithClient ?? projectShared;
      authorize(actor, projectPermissions.read, projectSubject, accessOf(project, projectShared), 'projectId');
      if (!allows(actor.ability, milestonePermissions.create, accessOf(project, shared))) {
        throw refuse('FORBIDDEN', 'You may not create milestones in this project.', 'projectId');
      }
      requirePlanning(open, projectId);
      requireSharing(projectShared, shared);
      const id = newId();
      const { customerId, departmentId, teamId, ownerId } = project;
      const values = {
        id, projectId, position: await this.projects.nextMilestonePosition(work, projectId), name: requiredLine(input.name, 'name', 'Give the milestone a name.'),
        description: normalizeText(input.description), dueOn: input.dueOn ?? null, sharedWithClient: shared, customerId, departmentId, teamId, ownerId,
      };
      await insertRow(work, 'milestone', values);
      const { id: _, position: _position, ...shown } = values;
      work.record({
        kind: 'milestone.created', subject: 'milestone', subjectId: id, related: [projectId, ...open.related(projectId)],
        access: { before: null, after: accessOf(project, shared) }, changes: fieldChanges({}, shown),
      });
      return id;
    });
  }

  /** Changes facts of a milestone; absent ones stay. */
  update(actor: Actor, id: string, version: number, changes: Partial<MilestoneInput>): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { open, facts } = await this.openFor(work, id, version);
      const row = await this.projects.lockMilestone(work, id);
      const stored = {
        ...(changes.name === undefined ? {} : { name: requiredLine(changes.name, 'name', 'Give the milestone a name.') }),
        ...(changes.description === undefined ? {} : { description: normalizeText(changes.description) }),
        ...(changes.dueOn === undefined ? {} : { dueOn: changes.dueOn }),
        ...(changes.sharedWithClient === undefined ? {} : { sharedWithClient: changes.sharedWithClient }),
      };
      const difference = fieldChanges(row, stored);
      if (Object.keys(difference).length === 0) return id;
      const shared = changes.sharedWithClient ?? row.sharedWithClient;
      requireSharing(open.isShared(facts.projectId), shared);
      await this.projects.updateMilestone(work, id, version, columnValues(stored));
      work.record({
        kind: 'milestone.updated', subject: 'milestone', subjectId: id, related: [facts.projectId, ...open.related(facts.projectId)],
        access: { before: accessOf(facts, row.sharedWithClient), after: accessOf(facts, shared) }, changes: difference,
      });
      return id;
    });
  }

  /** Removes a milestone; its tasks stay in the project without one. */
  delete(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { open, facts } = await this.openFor(work, id, version);
      requirePlanning(open, facts.projectId);
      // A milestone's sums flow nowhere, so nothing else moves.
      const left = await work.query<AccessColumns & { id: string }>(
        `UPDATE task SET milestone_id = NULL WHERE organization_id = $1 AND milestone_id = $2
         RETURNING id, customer_id AS "customerId", department_id AS "departmentId", team_id AS "teamId", owner_id AS "ownerId", shared_with_client AS "sharedWithClient",
           ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = $1 AND a.task_id = task.id ORDER BY 1) AS "assigneeIds"`, [actor.organizationId, id]);
      for (const { id: taskId, ...access } of left) {
        work.record({ kind: 'task.updated', subject: 'task', subjectId: taskId, related: [facts.projectId, id], access: { before: access, after: access }, changes: { milestoneId: { before: id, after: null } } });
      }
      await work.execute('DELETE FROM milestone WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]);
      work.record({
        kind: 'milestone.deleted', subject: 'milestone', subjectId: id, related: [facts.projectId, ...open.related(facts.projectId)],
        access: { before: accessOf(facts, open.isShared(id)), after: null }, changes: { name: { before: facts.name, after: null } },
      });
      return id;
    });
  }

  private async openFor(work: Work, id: string, version: number): Promise<{ open: OpenTree; facts: MilestoneFacts }> {
    const open = await this.trees.open(work, { milestones: [id] });
    const facts = open.milestone(id);
    authorize(work.actor, milestonePermissions.update, milestoneSubject, accessOf(facts, open.isShared(id)));
    if (facts.version !== version) throw await staleVersion(work, 'milestone', 'milestone', id, ['name', 'due_on']);
    return { open, facts };
  }
}

function requirePlanning(open: OpenTree, projectId: string): void {
  const refusal = planningRefusal(open.tree.node(projectId).projectStatus!);
  if (refusal) throw refuse('PRECONDITION_FAILED', refusal, 'projectId');
}

function requireSharing(projectShared: boolean, shared: boolean): void {
  if (shared && !projectShared) throw refuse('PRECONDITION_FAILED', 'The client does not see this project. Share the project first.', 'sharedWithClient');
}
