import { Injectable } from '@nestjs/common';
import { columnValues, insertRow, lockRow, selectList, updateVersioned, type Work } from '@throughline/platform/database';
import type { Contact } from './contact.entity.js';
import type { Customer } from './customer.entity.js';

/** A customer as the rules need it. */
export type CustomerRow = Omit<Customer, 'organizationId' | 'createdAt' | 'updatedAt'>;
/** A contact as the rules need it. */
export type ContactRow = Omit<Contact, 'organizationId' | 'createdAt' | 'updatedAt'>;

const CUSTOMER_FIELDS = [
  'id', 'version', 'name', 'nameKey', 'externalId', 'kind', 'lifeCycle', 'active', 'industry', 'companySize', 'annualRevenueMinor', 'currency', 'website',
  'domain', 'phone', 'email', 'source', 'billingAddress', 'tags', 'parentId', 'ownerId', 'departmentId', 'extra',
] as const satisfies readonly (keyof CustomerRow)[];
const CONTACT_FIELDS = [
  'id', 'version', 'customerId', 'name', 'title', 'role', 'email', 'phone', 'isPrimary', 'preferredChannel', 'doNotEmail', 'doNotCall',
  'ownerId', 'departmentId', 'extra',
] as const satisfies readonly (keyof ContactRow)[];

/** All SQL that writes customers and contacts. */
@Injectable()
export class CustomerRepository {
  /**
   * Loads a customer and keeps others from changing it until the transaction ends.
   *
   * @param path where in the input its id stands
   * @throws AppError NOT_FOUND
   */
  lock(work: Work, id: string, path = 'id'): Promise<CustomerRow> {
    return lockRow<CustomerRow>(work, { table: 'customer', fields: CUSTOMER_FIELDS, label: 'customer' }, id, path);
  }

  /** @throws AppError NOT_FOUND */
  lockContact(work: Work, id: string, path = 'id'): Promise<ContactRow> {
    return lockRow<ContactRow>(work, { table: 'contact', fields: CONTACT_FIELDS, label: 'contact' }, id, path);
  }

  async insert(work: Work, table: 'customer' | 'contact', values: Readonly<Record<string, unknown>>): Promise<void> {
    await insertRow(work, table, values);
  }

  /** @throws AppError CONFLICT when the version is stale */
  async update(work: Work, table: 'customer' | 'contact', id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
    await updateVersioned(work, table, table, id, version, columnValues(values));
  }

  /** The contact of a customer with this e-mail address; null when there is none. */
  async contactByEmail(work: Work, customerId: string, email: string): Promise<ContactRow | null> {
    const [contact] = await work.query<ContactRow>(
      `SELECT ${selectList(CONTACT_FIELDS)} FROM contact WHERE organization_id = $1 AND customer_id = $2 AND email = $3 ORDER BY is_primary DESC, id LIMIT 1`,
      [work.actor.organizationId, customerId, email],
    );
    return contact ?? null;
  }

  /** Whether a customer has a primary contact. */
  async hasPrimary(work: Work, customerId: string): Promise<boolean> {
    const rows = await work.query('SELECT 1 FROM contact WHERE organization_id = $1 AND customer_id = $2 AND is_primary', [work.actor.organizationId, customerId]);
    return rows.length > 0;
  }

  /** Takes the mark from the present primary contact. @returns that contact, as it was */
  async clearPrimary(work: Work, customerId: string): Promise<ContactRow[]> {
    return work.query<ContactRow>(
      `UPDATE contact SET is_primary = false, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND customer_id = $2 AND is_primary RETURNING ${selectList(CONTACT_FIELDS)}`,
      [work.actor.organizationId, customerId],
    );
  }

  /** Gives a customer's contacts its owner and department. @returns the contacts as they are now */
  async followOwner(work: Work, customer: Pick<CustomerRow, 'id' | 'ownerId' | 'departmentId'>): Promise<ContactRow[]> {
    return work.query<ContactRow>(
      `UPDATE contact SET owner_id = $3, department_id = $4, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND customer_id = $2 RETURNING ${selectList(CONTACT_FIELDS)}`,
      [work.actor.organizationId, customer.id, customer.ownerId, customer.departmentId],
    );
  }

  /** The ids of a customer's parents, nearest first; locked, so that two moves cannot make a ring. */
  async ancestors(work: Work, id: string): Promise<string[]> {
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`customer-tree:${work.actor.organizationId}`]);
    const rows = await work.query<{ id: string }>(
      `WITH RECURSIVE above AS (
         SELECT parent_id AS id, 1 AS depth FROM customer WHERE organization_id = $1 AND id = $2
         UNION ALL
         SELECT c.parent_id, depth + 1 FROM customer c JOIN above ON c.organization_id = $1 AND c.id = above.id WHERE depth < 100)
       SELECT id FROM above WHERE id IS NOT NULL ORDER BY depth`,
      [work.actor.organizationId, id],
    );
    return rows.map((row) => row.id);
  }
}
