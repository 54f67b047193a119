import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { staffProfilePermissions } from './directory.policy.js';
import { type ProfileChanges, StaffProfileService } from './staff-profile.service.js';

const restorable = defineRestorable(staffProfilePermissions.update, ['phone', 'location', 'about', 'skills', 'weeklyMinutes', 'workDays']);

/** Brings back earlier values of somebody's profile (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreStaffProfile implements RestoresRecord {
  constructor(private readonly profiles: StaffProfileService) {}

  restore(actor: Actor, id: string, version: number, values: ProfileChanges): Promise<string> {
    return this.profiles.update(actor, id, version, values);
  }
}
