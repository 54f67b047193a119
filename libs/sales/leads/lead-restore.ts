import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import type { LeadFactsInput } from './lead.facts.js';
import { leadPermissions } from './lead.policy.js';
import { LeadService } from './lead.service.js';

const restorable = defineRestorable(leadPermissions.update, [
  'name', 'company', 'title', 'email', 'phone', 'website', 'city', 'country', 'externalId', 'source', 'campaign', 'medium', 'referrer', 'priority', 'currency', 'authority', 'need',
  'timeline', 'requestedServices', 'requirements', 'wishedDate', 'doNotEmail', 'doNotCall', 'tags',
], ['budgetMinor']);

/** Brings back earlier values of a lead (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreLead implements RestoresRecord {
  constructor(private readonly leads: LeadService) {}

  restore(actor: Actor, id: string, version: number, values: LeadFactsInput): Promise<string> {
    return this.leads.update(actor, id, version, values);
  }
}
