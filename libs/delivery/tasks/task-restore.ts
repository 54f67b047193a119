import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { taskPermissions } from './task.policy.js';
import { TaskPlanService, type UpdateTask } from './task-plan.service.js';

const restorable = defineRestorable(taskPermissions.update, [
  'title', 'description', 'priority', 'labels', 'startOn', 'dueOn', 'reviewerId', 'estimateMinutes', 'points', 'requiresReview', 'sharedWithClient',
]);

/** Brings back earlier values of a task (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreTask implements RestoresRecord {
  constructor(private readonly tasks: TaskPlanService) {}

  restore(actor: Actor, id: string, version: number, values: Omit<UpdateTask, 'id' | 'version'>): Promise<string> {
    return this.tasks.update(actor, { ...values, id, version });
  }
}
