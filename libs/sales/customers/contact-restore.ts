import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { ContactService } from './contact.service.js';
import type { ContactFacts } from './customer.facts.js';
import { contactPermissions } from './customer.policy.js';

const restorable = defineRestorable(contactPermissions.update, ['name', 'title', 'role', 'email', 'phone', 'preferredChannel', 'doNotEmail', 'doNotCall']);

/** Brings back earlier values of a contact (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreContact implements RestoresRecord {
  constructor(private readonly contacts: ContactService) {}

  restore(actor: Actor, id: string, version: number, values: ContactFacts): Promise<string> {
    return this.contacts.update(actor, id, version, values);
  }
}
