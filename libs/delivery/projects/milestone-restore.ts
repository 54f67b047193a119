import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { type MilestoneInput, MilestoneService } from './milestone.service.js';
import { milestonePermissions } from './project.policy.js';

const restorable = defineRestorable(milestonePermissions.update, ['name', 'description', 'dueOn', 'sharedWithClient']);

/** Brings back earlier values of a milestone (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreMilestone implements RestoresRecord {
  constructor(private readonly milestones: MilestoneService) {}

  restore(actor: Actor, id: string, version: number, values: Partial<MilestoneInput>): Promise<string> {
    return this.milestones.update(actor, id, version, values);
  }
}
