import { Injectable } from '@nestjs/common';
import { accessOf, type NodeAccess, type ProjectStatus, type WorkStatus } from '@throughline/delivery/progress';
import { planningRefusal, workRefusal } from '@throughline/delivery/projects';
import { allows } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor, AllowedMove } from '@throughline/platform/kernel';
import { type TaskMove, taskMoves } from './task.workflow.js';

interface SituationRow extends NodeAccess {
  id: string;
  status: WorkStatus;
  isParent: boolean;
  requiresReview: boolean;
  projectStatus: ProjectStatus;
  sharedWithClient: boolean;
  assigneeIds: string[];
}

type Offers = readonly AllowedMove<TaskMove>[];

/** What can be done with tasks now, and why not; asked for many tasks of one answer in one statement. */
@Injectable()
export class TaskMovesService {
  private readonly waiting = new WeakMap<Actor, Map<string, ((offers: Offers) => void)[]>>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The moves of one task; calls of the same tick are answered together. Empty for a task that is not there any more. */
  of(actor: Actor, id: string): Promise<Offers> {
    return new Promise((resolve, reject) => {
      let asked = this.waiting.get(actor);
      if (!asked) {
        asked = new Map();
        this.waiting.set(actor, asked);
        const batch = asked;
        setImmediate(() => {
          this.waiting.delete(actor);
          this.answer(actor, batch).catch(reject);
        });
      }
      asked.set(id, [...(asked.get(id) ?? []), resolve]);
    });
  }

  private async answer(actor: Actor, asked: ReadonlyMap<string, ((offers: Offers) => void)[]>): Promise<void> {
    const offers = await this.ofAll(actor, [...asked.keys()]);
    for (const [id, resolvers] of asked) for (const resolve of resolvers) resolve(offers.get(id) ?? []);
  }

  /** The moves of many tasks by id. */
  async ofAll(actor: Actor, ids: readonly string[]): Promise<Map<string, Offers>> {
    // After a mutation: what it answered is kept under its idempotency key, and situations are read anew.
    const { idempotency: _answered, ...request } = actor.request;
    const rows = await this.unitOfWork.run({ ...actor, request }, (work) => work.query<SituationRow>(
      `SELECT t.id, CASE WHEN t.cancelled THEN 'CANCELLED' ELSE t.derived_status END AS status,
              t.children_todo + t.children_in_progress + t.children_review + t.children_completed + t.children_blocked + t.children_cancelled > 0 AS "isParent",
              t.requires_review AS "requiresReview", p.status AS "projectStatus", t.shared_with_client AS "sharedWithClient",
              t.customer_id AS "customerId", t.department_id AS "departmentId", t.team_id AS "teamId", t.owner_id AS "ownerId",
              ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = t.organization_id AND a.task_id = t.id) AS "assigneeIds"
       FROM task t JOIN project p ON p.organization_id = t.organization_id AND p.id = t.project_id
       WHERE t.organization_id = $1 AND t.id = ANY($2::uuid[])`,
      [actor.organizationId, ids],
    ));
    return new Map(rows.map((row) => {
      const access = accessOf(row, row.sharedWithClient);
      const situation = { ...row, planningRefusal: planningRefusal(row.projectStatus), workRefusal: workRefusal(row.projectStatus) };
      return [row.id, taskMoves(situation, (permission) => allows(actor.ability, permission, access))];
    }));
  }
}
