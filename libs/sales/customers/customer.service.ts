import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { fieldChanges, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { companyDomain, type CustomerFacts, storedCustomer } from './customer.facts.js';
import { contactAccess, customerAccess, customerPermissions, customerSubject } from './customer.policy.js';
import { CustomerRepository, type CustomerRow } from './customer.repository.js';
import { Placement } from './placement.js';

/** Customers: created by hand, by the conversion of a lead, or by an import. */
@Injectable()
export class CustomerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly placement: Placement,
  ) {}

  /**
   * Creates a customer; the caller owns it unless somebody is named. Joins a running transaction.
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED, FORBIDDEN, DUPLICATE (external id)
   */
  create(actor: Actor, facts: CustomerFacts & { name: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const stored = storedCustomer(facts);
      const id = newId();
      const ownerId = stored.ownerId === undefined ? actor.userId : stored.ownerId;
      const departmentId = stored.departmentId ?? (await this.placement.departmentOf(work, ownerId ?? actor.userId));
      const access = customerAccess({ id, ownerId, departmentId });
      if (!allows(actor.ability, customerPermissions.create, access)) {
        throw refuse('FORBIDDEN', 'You may not create a customer for this person or department.', 'ownerId');
      }
      if (stored.parentId) await this.visibleParent(work, stored.parentId);
      if (stored.ownerId) await this.placement.requirePerson(work, stored.ownerId, 'ownerId');
      const values = { ...stored, currency: stored.currency ?? (await this.placement.currency(work)), domain: companyDomain(stored), ownerId, departmentId };
      await this.customers.insert(work, 'customer', { id, ...values });
      const { nameKey: _key, domain: _domain, ...shown } = values;
      work.record({ kind: 'customer.created', subject: 'customer', subjectId: id, related: values.parentId ? [values.parentId] : [], access: { before: null, after: access }, changes: fieldChanges({}, shown) });
      return id;
    });
  }

  /**
   * Changes facts of a customer. A new owner or department goes to its contacts too.
   *
   * @throws AppError CONFLICT, VALIDATION_FAILED, FORBIDDEN, NOT_FOUND
   */
  update(actor: Actor, id: string, version: number, facts: CustomerFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const customer = await this.customers.lock(work, id);
      authorize(actor, customerPermissions.update, customerSubject, customerAccess(customer));
      const stored = storedCustomer(facts);
      const after = merged(customer, stored);
      if (stored.ownerId && stored.ownerId !== customer.ownerId) await this.placement.requirePerson(work, stored.ownerId, 'ownerId');
      if (stored.parentId && stored.parentId !== customer.parentId) await this.requireNoRing(work, id, stored.parentId);
      authorize(actor, customerPermissions.update, customerSubject, customerAccess(after));
      const changes = fieldChanges(customer, stored);
      if (Object.keys(changes).length === 0 && version === customer.version) return id;
      await this.customers.update(work, 'customer', id, version, { ...stored, domain: companyDomain(after) });
      delete changes['nameKey'];
      work.record({ kind: 'customer.updated', subject: 'customer', subjectId: id, access: { before: customerAccess(customer), after: customerAccess(after) }, changes });
      if (after.ownerId !== customer.ownerId || after.departmentId !== customer.departmentId) await this.moveContacts(work, customer, after);
      return id;
    });
  }

  private async moveContacts(work: Work, before: CustomerRow, after: CustomerRow): Promise<void> {
    for (const contact of await this.customers.followOwner(work, after)) {
      const old = { ...contact, ownerId: before.ownerId, departmentId: before.departmentId };
      work.record({
        kind: 'contact.updated', subject: 'contact', subjectId: contact.id, related: [before.id],
        access: { before: contactAccess(old), after: contactAccess(contact) },
        changes: fieldChanges(old, { ownerId: contact.ownerId, departmentId: contact.departmentId }),
      });
    }
  }

  private async requireNoRing(work: Work, id: string, parentId: string): Promise<void> {
    await this.visibleParent(work, parentId);
    const ancestors = await this.customers.ancestors(work, parentId);
    if (parentId === id || ancestors.includes(id)) {
      throw refuse('VALIDATION_FAILED', 'A customer cannot be below itself. Choose another parent.', 'parentId');
    }
  }

  private async visibleParent(work: Work, parentId: string): Promise<void> {
    const parent = await this.customers.lock(work, parentId, 'parentId');
    authorize(work.actor, customerPermissions.read, customerSubject, customerAccess(parent), 'parentId');
  }
}

/** The customer as it will be; absent facts stay. */
function merged(customer: CustomerRow, facts: object): CustomerRow {
  return { ...customer, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
}
