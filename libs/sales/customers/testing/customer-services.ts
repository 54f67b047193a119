import type { UnitOfWork } from '@throughline/platform/database';
import { ContactService } from '../contact.service.js';
import { CustomerDuplicates } from '../customer-duplicates.js';
import { CustomerRepository } from '../customer.repository.js';
import { CustomerService } from '../customer.service.js';
import { Placement } from '../placement.js';

/** The services of customers on a test's unit of work. */
export interface CustomerServices {
  customerRows: CustomerRepository;
  placement: Placement;
  duplicates: CustomerDuplicates;
  customers: CustomerService;
  contacts: ContactService;
}

export function customerServices(unitOfWork: UnitOfWork): CustomerServices {
  const rows = new CustomerRepository();
  const placement = new Placement();
  return {
    customerRows: rows, placement, duplicates: new CustomerDuplicates(),
    customers: new CustomerService(unitOfWork, rows, placement),
    contacts: new ContactService(unitOfWork, rows),
  };
}
