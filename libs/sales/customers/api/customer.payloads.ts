import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { contactRead, customerRead } from '../customer.read.js';
import { ContactObject } from './contact.object.js';
import { CustomerObject } from './customer.object.js';

@ObjectType({ description: 'A page of customers.' })
export class CustomerConnection extends Connection(CustomerObject, 'Customer') {}

@ObjectType({ description: 'A page of contacts.' })
export class ContactConnection extends Connection(ContactObject, 'Contact') {}

@ArgsType()
export class CustomersArgs extends ReadArgs(customerRead) {}

@ArgsType()
export class ContactsArgs extends ReadArgs(contactRead) {}

@ObjectType({ isAbstract: true })
abstract class CustomerPayload extends MutationPayload {
  @Field(() => CustomerObject, { nullable: true, description: 'The customer; null when something was refused.' })
  customer?: CustomerObject | null;
}

@ObjectType({ description: 'The new customer.' })
export class CreateCustomerPayload extends CustomerPayload {}

@ObjectType({ description: 'The customer after the edit.' })
export class UpdateCustomerPayload extends CustomerPayload {}

@ObjectType({ isAbstract: true })
abstract class ContactPayload extends MutationPayload {
  @Field(() => ContactObject, { nullable: true, description: 'The contact; null when something was refused.' })
  contact?: ContactObject | null;
}

@ObjectType({ description: 'The new contact.' })
export class CreateContactPayload extends ContactPayload {}

@ObjectType({ description: 'The contact after the edit.' })
export class UpdateContactPayload extends ContactPayload {}
