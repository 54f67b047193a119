import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { leadFormPermissions } from '../lead.policy.js';
import { type FormFacts, LeadFormSettingsService } from './lead-form-settings.service.js';

const restorable = defineRestorable(leadFormPermissions.update, [
  'title', 'introduction', 'thanks', 'fields', 'services', 'source', 'campaign', 'medium', 'departmentId', 'ownerId', 'active',
]);

/** Brings back earlier values of a public form (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreLeadForm implements RestoresRecord {
  constructor(private readonly forms: LeadFormSettingsService) {}

  restore(actor: Actor, id: string, version: number, values: FormFacts): Promise<string> {
    return this.forms.update(actor, id, version, values);
  }
}
