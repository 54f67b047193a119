import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { fieldChanges, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { type ContactFacts, storedContact } from './customer.facts.js';
import { contactAccess, contactPermissions, contactSubject, customerAccess, customerPermissions, customerSubject } from './customer.policy.js';
import { CustomerRepository } from './customer.repository.js';

/** The people of a customer. */
@Injectable()
export class ContactService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
  ) {}

  /**
   * Adds a person to a customer that the caller can see; the first one is the primary contact. Joins a running transaction.
   *
   * @returns the contact's id
   * @throws AppError VALIDATION_FAILED, FORBIDDEN, NOT_FOUND
   */
  create(actor: Actor, customerId: string, facts: ContactFacts & { name: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      // The customer's lock makes "the first one is primary" true under concurrency.
      const customer = await this.customers.lock(work, customerId, 'customerId');
      authorize(actor, customerPermissions.read, customerSubject, customerAccess(customer), 'customerId');
      const access = contactAccess({ customerId, ownerId: customer.ownerId, departmentId: customer.departmentId });
      if (!allows(actor.ability, contactPermissions.create, access)) throw refuse('FORBIDDEN', 'You may not add a contact to this customer.', 'customerId');
      const stored = storedContact(facts);
      const isPrimary = (stored.isPrimary ?? false) || !(await this.customers.hasPrimary(work, customerId));
      if (isPrimary) await this.stepDown(work, customerId);
      const id = newId();
      const values = { ...stored, isPrimary, customerId, ownerId: customer.ownerId, departmentId: customer.departmentId };
      await this.customers.insert(work, 'contact', { id, ...values });
      work.record({ kind: 'contact.created', subject: 'contact', subjectId: id, related: [customerId], access: { before: null, after: access }, changes: fieldChanges({}, values) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, facts: ContactFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await this.customers.lockContact(work, id);
      const access = contactAccess(found);
      authorize(actor, contactPermissions.update, contactSubject, access);
      if (facts.isPrimary === false && found.isPrimary) {
        throw refuse('VALIDATION_FAILED', 'Choose another contact as the primary one instead.', 'isPrimary');
      }
      const stored = storedContact(facts);
      const changes = fieldChanges(found, stored);
      if (Object.keys(changes).length === 0 && version === found.version) return id;
      if (changes['isPrimary']) {
        await this.customers.lock(work, found.customerId);
        await this.stepDown(work, found.customerId);
      }
      await this.customers.update(work, 'contact', id, version, { ...stored });
      work.record({ kind: 'contact.updated', subject: 'contact', subjectId: id, related: [found.customerId], access: { before: access, after: access }, changes });
      return id;
    });
  }

  private async stepDown(work: Work, customerId: string): Promise<void> {
    for (const contact of await this.customers.clearPrimary(work, customerId)) {
      const access = contactAccess(contact);
      work.record({ kind: 'contact.updated', subject: 'contact', subjectId: contact.id, related: [customerId], access: { before: access, after: access }, changes: { isPrimary: { before: true, after: false } } });
    }
  }
}
