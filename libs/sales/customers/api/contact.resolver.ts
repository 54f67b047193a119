import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import { ContactService } from '../contact.service.js';
import { contactPermissions } from '../customer.policy.js';
import { contactRead } from '../customer.read.js';
import { CreateContactInput, UpdateContactInput } from './contact.inputs.js';
import { ContactObject } from './contact.object.js';
import { ContactConnection, ContactsArgs, CreateContactPayload, UpdateContactPayload } from './customer.payloads.js';

/** The people of customers. */
@Resolver(() => ContactObject)
export class ContactResolver {
  constructor(
    private readonly contacts: ContactService,
    private readonly reader: Reader,
  ) {}

  @Query(() => ContactConnection, { name: 'contacts', description: 'The contacts you may see.' })
  @Requires(contactPermissions.read)
  @Reads(contactRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: ContactsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, contactRead, args, selectionOf(info));
  }

  @Query(() => ContactObject, { name: 'contact', nullable: true, description: 'One contact.' })
  @Requires(contactPermissions.read)
  @Reads(contactRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, contactRead, id, selectionOf(info));
  }

  @Mutation(() => CreateContactPayload, { description: 'Adds a person to a customer.' })
  @Requires(contactPermissions.create)
  async createContact(@CurrentActor() actor: Actor, @Args('input', { description: 'The contact.' }) input: CreateContactInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { customerId, ...facts } = input;
    return this.answer(actor, await this.contacts.create(actor, customerId, facts), info);
  }

  @Mutation(() => UpdateContactPayload, { description: 'Changes facts of a contact.' })
  @Requires(contactPermissions.update)
  async updateContact(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateContactInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...facts } = input;
    return this.answer(actor, await this.contacts.update(actor, id, version, facts), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ contact: ContactObject | null }> {
    return { contact: await this.reader.one(actor, contactRead, id, selectionOf(info, 'contact')) };
  }
}
