import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { ContactChannel, ContactRole } from '../contact.entity.js';
import { ContactChannelEnum, ContactRoleEnum } from './customer.enums.js';
import { CustomerObject } from './customer.object.js';

@ObjectType('Contact', { description: 'A person of a customer.' })
export class ContactObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  title!: string | null;

  @Field(() => ContactRoleEnum, { nullable: true, description: 'What the person does in a purchase.' })
  role!: ContactRole | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  phone!: string | null;

  @Field(() => Boolean, { description: 'Whether this is the one to ask first.' })
  isPrimary!: boolean;

  @Field(() => ContactChannelEnum, { nullable: true, description: 'How the person prefers to be reached.' })
  preferredChannel!: ContactChannel | null;

  @Field(() => Boolean, { description: 'Does not want e-mail.' })
  doNotEmail!: boolean;

  @Field(() => Boolean, { description: 'Does not want calls.' })
  doNotCall!: boolean;

  @Field(() => CustomerObject, { nullable: true, description: 'The customer.' })
  customer!: CustomerObject | null;

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
