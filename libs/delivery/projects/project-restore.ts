import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { projectPermissions } from './project.policy.js';
import { type ProjectChanges, ProjectService } from './project.service.js';

const restorable = defineRestorable(projectPermissions.update, ['name', 'scope', 'startOn', 'dueOn', 'ownerId', 'teamId', 'departmentId', 'sharedWithClient', 'tags'], ['budgetMinor']);

/** Brings back earlier values of a project (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreProject implements RestoresRecord {
  constructor(private readonly projects: ProjectService) {}

  restore(actor: Actor, id: string, version: number, values: ProjectChanges): Promise<string> {
    return this.projects.update(actor, id, version, values);
  }
}
