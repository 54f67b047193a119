import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CONTACT_CHANNELS, CONTACT_ROLES, type ContactChannel, type ContactRole } from '../contact.entity.js';
import { ContactChannelEnum, ContactRoleEnum } from './customer.enums.js';

/** What may be said of a contact, new or not. */
@InputType({ isAbstract: true })
abstract class ContactFactsInput {
  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;

  @Field(() => ContactRoleEnum, { nullable: true, description: 'What the person does in a purchase.' })
  @IsOptional()
  @IsIn(CONTACT_ROLES)
  role?: ContactRole | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether this is the one to ask first; the present one steps down.' })
  @IsOptional()
  @IsBoolean()
  isPrimary?: boolean;

  @Field(() => ContactChannelEnum, { nullable: true, description: 'How the person prefers to be reached.' })
  @IsOptional()
  @IsIn(CONTACT_CHANNELS)
  preferredChannel?: ContactChannel | null;

  @Field(() => Boolean, { nullable: true, description: 'Does not want e-mail.' })
  @IsOptional()
  @IsBoolean()
  doNotEmail?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Does not want calls.' })
  @IsOptional()
  @IsBoolean()
  doNotCall?: boolean;
}

@InputType({ description: 'A new person of a customer.' })
export class CreateContactInput extends ContactFactsInput {
  @Field(() => ID, { description: 'The customer.' })
  @IsUUID()
  customerId!: string;

  @Field(() => String, { description: 'The name.' })
  @IsNotEmpty({ message: 'Give the contact a name.' })
  @IsString()
  @MaxLength(200)
  name!: string;
}

@InputType({ description: 'Changed facts of a contact; what is absent stays.' })
export class UpdateContactInput extends ContactFactsInput {
  @Field(() => ID, { description: 'The contact.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'The name.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the contact a name.' })
  @IsString()
  @MaxLength(200)
  name?: string;
}
