import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import { dealPermissions } from './deal.policy.js';
import { type DealChanges, DealService } from './deal.service.js';

const restorable = defineRestorable(dealPermissions.update, ['name', 'expectedClose', 'probability', 'customerId', 'contactId', 'ownerId', 'requirements', 'tags'], ['amountMinor']);

/** Brings back earlier values of a deal (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreDeal implements RestoresRecord {
  constructor(private readonly deals: DealService) {}

  restore(actor: Actor, id: string, version: number, values: DealChanges): Promise<string> {
    return this.deals.update(actor, id, version, values);
  }
}
