import { defineHeldRecords, heldBySubject } from '@throughline/identity/departments';
import type { Work } from '@throughline/platform/database';
import { customerSubject } from './customer.policy.js';

/** Contacts have their customer's owner and department. */
async function contactsFollow(work: Work, customerIds: string[]): Promise<void> {
  await work.execute(
    `UPDATE contact c SET owner_id = k.owner_id, department_id = k.department_id, version = c.version + 1, updated_at = now()
     FROM customer k WHERE k.organization_id = $1 AND k.id = ANY ($2::uuid[]) AND c.organization_id = $1 AND c.customer_id = k.id`,
    [work.actor.organizationId, customerIds],
  );
}

// What somebody who leaves hands over, and an archived department gives away.
defineHeldRecords(heldBySubject({ kind: 'CUSTOMERS', label: 'customers', subject: customerSubject, open: 'true', follow: contactsFollow }));
