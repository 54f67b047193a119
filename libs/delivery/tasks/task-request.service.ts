import { Injectable } from '@nestjs/common';
import { accessOf, WorkTreeRepository } from '@throughline/delivery/progress';
import { requiredLine } from '@throughline/delivery/projects';
import { authorize } from '@throughline/platform/access';
import { insertRow, lockRow, UnitOfWork, updateVersioned, type AccessColumns, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeText, refuse } from '@throughline/platform/kernel';
import { TaskCreateService } from './task-create.service.js';
import { requirePlanning } from './task.changes.js';
import { requireEffort } from './task.effort.js';
import { taskPermissions, taskRequestPermissions, taskRequestSubject, taskSubject } from './task.policy.js';

interface RequestRow {
  id: string;
  version: number;
  taskId: string;
  title: string;
  description: string | null;
  estimateMinutes: number | null;
  status: string;
  requestedBy: string | null;
  customerId: string;
  departmentId: string | null;
  teamId: string | null;
  ownerId: string | null;
}

const REQUEST = {
  table: 'task_request', label: 'request for a sub-task',
  fields: ['id', 'version', 'taskId', 'title', 'description', 'estimateMinutes', 'status', 'requestedBy', 'customerId', 'departmentId', 'teamId', 'ownerId'],
};

/** A member asks for a sub-task, a lead approves or rejects it (TAS-06). */
@Injectable()
export class TaskRequestService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: WorkTreeRepository,
    private readonly creation: TaskCreateService,
  ) {}

  /** @returns the request's id */
  request(actor: Actor, input: { parentId: string; title: string; description?: string | null; estimateMinutes?: number | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.trees.open(work, { tasks: [input.parentId] });
      const facts = open.task(input.parentId, 'parentId');
      authorize(actor, taskPermissions.request, taskSubject, accessOf(facts, open.isShared(input.parentId)), 'parentId');
      requirePlanning(open, facts.projectId, 'parentId');
      requireEffort(input);
      const id = newId();
      const { customerId, departmentId, teamId, ownerId } = facts;
      const values = {
        id, taskId: input.parentId, title: requiredLine(input.title, 'title', 'Give the sub-task a title.'), description: normalizeText(input.description),
        estimateMinutes: input.estimateMinutes ?? null, requestedBy: actor.userId, customerId, departmentId, teamId, ownerId,
      };
      await insertRow(work, 'task_request', values);
      this.record(work, values, 'taskRequest.created', open.related(input.parentId), { title: { before: null, after: values.title } }, null);
      return id;
    });
  }

  /**
   * Approves a request, which creates the sub-task for the member who asked, or rejects it with a reason.
   *
   * @returns the request's id
   */
  decide(actor: Actor, input: { id: string; version: number; approve: boolean; reason?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const request = await lockRow<RequestRow>(work, REQUEST, input.id);
      authorize(actor, taskRequestPermissions.decide, taskRequestSubject, accessOf(request, false));
      if (request.status !== 'PENDING') throw refuse('ILLEGAL_TRANSITION', 'This request was decided already.', 'id', { state: request.status, allowedMoves: [] });
      const reason = normalizeText(input.reason);
      if (!input.approve && reason === null) throw refuse('VALIDATION_FAILED', 'Say why not.', 'reason');
      const status = input.approve ? 'APPROVED' : 'REJECTED';
      const createdTaskId = input.approve ? await this.create(actor, request) : null;
      await updateVersioned(work, 'task_request', REQUEST.label, request.id, input.version, {
        status, reason, decided_by: actor.userId, decided_at: new Date(), created_task_id: createdTaskId,
      });
      this.record(work, request, `taskRequest.${status.toLowerCase()}`, createdTaskId ? [createdTaskId] : [], {
        status: { before: 'PENDING', after: status }, ...(reason ? { reason: { before: null, after: reason } } : {}),
      }, accessOf(request, false));
      return request.id;
    });
  }

  private create(actor: Actor, request: RequestRow): Promise<string> {
    const { taskId, title, description, estimateMinutes, requestedBy } = request;
    return this.creation.create(actor, { parentId: taskId, title, description, estimateMinutes, assigneeIds: requestedBy ? [requestedBy] : [] });
  }

  private record(
    work: Work, request: { id: string; taskId: string; customerId: string; departmentId: string | null; teamId: string | null; ownerId: string | null },
    kind: string, alsoRelated: string[], changes: Record<string, { before: unknown; after: unknown }>, before: AccessColumns | null,
  ): void {
    work.record({
      kind, subject: 'taskRequest', subjectId: request.id, related: [request.taskId, ...alsoRelated],
      access: { before, after: accessOf(request, false) }, changes,
    });
  }
}
