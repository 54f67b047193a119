import { Injectable } from '@nestjs/common';
import { defineRestorable, Restores, type RestoresRecord } from '@throughline/identity/audit';
import type { Actor } from '@throughline/platform/kernel';
import type { CustomerFacts } from './customer.facts.js';
import { customerPermissions } from './customer.policy.js';
import { CustomerService } from './customer.service.js';

const restorable = defineRestorable(customerPermissions.update, [
  'name', 'kind', 'lifeCycle', 'active', 'externalId', 'industry', 'companySize', 'currency', 'website', 'phone', 'email', 'source', 'billingAddress', 'tags', 'parentId', 'ownerId', 'departmentId',
], ['annualRevenueMinor']);

/** Brings back earlier values of a customer (AUD-03). */
@Injectable()
@Restores(restorable)
export class RestoreCustomer implements RestoresRecord {
  constructor(private readonly customers: CustomerService) {}

  restore(actor: Actor, id: string, version: number, values: CustomerFacts): Promise<string> {
    return this.customers.update(actor, id, version, values);
  }
}
