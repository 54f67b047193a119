import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { leadFormRead } from '../forms/lead-form.read.js';
import { LeadFormObject } from './lead-form.object.js';

@ObjectType({ description: 'A page of public forms.' })
export class LeadFormConnection extends Connection(LeadFormObject, 'LeadForm') {}

@ArgsType()
export class LeadFormsArgs extends ReadArgs(leadFormRead) {}

@ObjectType({ isAbstract: true })
abstract class LeadFormPayload extends MutationPayload {
  @Field(() => LeadFormObject, { nullable: true, description: 'The form; null when something was refused.' })
  leadForm?: LeadFormObject | null;
}

@ObjectType({ description: 'The new form.' })
export class CreateLeadFormPayload extends LeadFormPayload {}

@ObjectType({ description: 'The form after the edit.' })
export class UpdateLeadFormPayload extends LeadFormPayload {}

@ObjectType({ description: 'What a visitor is told after sending a form.' })
export class SubmitLeadFormPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The number to refer to; null when something was refused.' })
  reference?: string | null;
}
