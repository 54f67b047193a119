import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, ErrorCodeEnum, MutationPayload } from '@throughline/platform/graphql';
import type { ErrorCode } from '@throughline/platform/kernel';
import { ReadArgs } from '@throughline/platform/read';
import { CustomerObject, type DuplicateReason, DuplicateReasonEnum } from '@throughline/sales/customers';
import { leadRead } from '../lead.read.js';
import { LeadObject } from './lead.object.js';

@ObjectType({ description: 'A page of leads.' })
export class LeadConnection extends Connection(LeadObject, 'Lead') {}

@ArgsType()
export class LeadsArgs extends ReadArgs(leadRead) {}

@ObjectType({ isAbstract: true })
abstract class LeadPayload extends MutationPayload {
  @Field(() => LeadObject, { nullable: true, description: 'The lead; null when something was refused.' })
  lead?: LeadObject | null;
}

@ObjectType({ description: 'The lead after the contact was logged.' })
export class ContactLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The qualified lead.' })
export class QualifyLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The lead with its new score.' })
export class AdjustLeadScorePayload extends LeadPayload {}

@ObjectType({ description: 'The lead that was lost.' })
export class LoseLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The disqualified lead.' })
export class DisqualifyLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The lead that is open again.' })
export class ReopenLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The lead with its new owner.' })
export class AssignLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The lead that is yours now.' })
export class ClaimLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The converted lead.' })
export class ConvertLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The new lead.' })
export class CreateLeadPayload extends LeadPayload {}

@ObjectType({ description: 'The lead after the edit.' })
export class UpdateLeadPayload extends LeadPayload {}

@ObjectType({ description: 'A record that a bulk left as it was.' })
export class BulkSkippedObject {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field(() => ErrorCodeEnum, { description: 'What kind of problem it was.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'Why, as a sentence.' })
  reason!: string;
}

@ObjectType({ isAbstract: true })
abstract class BulkLeadsPayload extends MutationPayload {
  @Field(() => [ID], { nullable: true, description: 'The leads that were changed.' })
  done?: string[] | null;

  @Field(() => [BulkSkippedObject], { nullable: true, description: 'The leads that were not, each with why.' })
  skipped?: BulkSkippedObject[] | null;
}

@ObjectType({ description: 'Which leads have a new owner, and which not.' })
export class BulkAssignLeadsPayload extends BulkLeadsPayload {}

@ObjectType({ description: 'Which leads have other tags, and which not.' })
export class BulkTagLeadsPayload extends BulkLeadsPayload {}

@ObjectType({ description: 'Which leads were moved, and which not.' })
export class BulkCloseLeadsPayload extends BulkLeadsPayload {}

@ObjectType({ description: 'A customer that may be the same as a lead.' })
export class LeadCustomerDuplicateObject {
  @Field(() => CustomerObject, { description: 'The customer.' })
  customer!: CustomerObject;

  @Field(() => [DuplicateReasonEnum], { description: 'Why it may be the same.' })
  reasons!: DuplicateReason[];
}

@ObjectType('LeadConversionPreview', { description: 'Records that may be the same as a lead, to be looked at before it is converted.' })
export class LeadConversionPreviewObject {
  @Field(() => [LeadCustomerDuplicateObject], { description: 'Customers, the likeliest first; only those you may see.' })
  customers!: LeadCustomerDuplicateObject[];

  @Field(() => [LeadObject], { description: 'Other leads with the same key, e-mail address or telephone number.' })
  leads!: LeadObject[];
}
