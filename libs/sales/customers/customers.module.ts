import { Module } from '@nestjs/common';
import { ContactResolver } from './api/contact.resolver.js';
import { CustomerResolver } from './api/customer.resolver.js';
import { ContactService } from './contact.service.js';
import { CustomerDuplicates } from './customer-duplicates.js';
import { CustomerRepository } from './customer.repository.js';
import { CustomerService } from './customer.service.js';
import { Placement } from './placement.js';
import { RestoreContact } from './contact-restore.js';
import { RestoreCustomer } from './customer-restore.js';
import './customer.held.js';

/** Customers and their people. */
@Module({
  providers: [CustomerRepository, CustomerService, ContactService, RestoreCustomer, RestoreContact, CustomerDuplicates, Placement, CustomerResolver, ContactResolver],
  exports: [CustomerRepository, CustomerService, ContactService, CustomerDuplicates, Placement],
})
export class CustomersModule {}
