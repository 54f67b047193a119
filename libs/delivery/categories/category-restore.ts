import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { categoryPermissions } from './category.policy.js';
import { type CategoryFacts, CategorySettingsService } from './category-settings.service.js';

const restorable = defineRestorable(categoryPermissions.update, ['name', 'departmentId', 'parentId', 'checklist']);

/** Brings back earlier values of a service (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreCategory implements RestoresRecord {
  constructor(private readonly categories: CategorySettingsService) {}

  restore(actor: Actor, id: string, version: number, values: CategoryFacts): Promise<string> {
    return this.categories.update(actor, id, version, values);
  }
}
