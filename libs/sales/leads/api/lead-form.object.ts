import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DepartmentObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { FormField, FormFieldKey, FormService } from '../forms/form-fields.js';
import { FormFieldKeyEnum } from './lead-form.enums.js';

@ObjectType('LeadFormField', { description: 'One question of a public form.' })
export class LeadFormFieldObject implements FormField {
  @Field(() => FormFieldKeyEnum, { description: 'What is asked.' })
  key!: FormFieldKey;

  @Field(() => Boolean, { description: 'Whether it must be answered.' })
  required!: boolean;
}

@ObjectType('LeadFormService', { description: 'A service that a visitor can ask for.' })
export class LeadFormServiceObject implements FormService {
  @Field(() => String, { description: 'Key of the service: SEO.' })
  key!: string;

  @Field(() => String, { description: 'What people read.' })
  label!: string;
}

@ObjectType('PublicLeadForm', { description: 'A public form as a visitor sees it, opened now.' })
export class PublicLeadFormObject {
  @Field(() => String, { description: 'The end of its address.' }) slug!: string;
  @Field(() => String, { description: 'The heading.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What the page says first.' }) introduction!: string | null;
  @Field(() => String, { nullable: true, description: 'What the page says after sending.' }) thanks!: string | null;
  @Field(() => [LeadFormFieldObject], { description: 'What is asked, in order.' }) fields!: LeadFormFieldObject[];
  @Field(() => [LeadFormServiceObject], { description: 'Services to choose from.' }) services!: LeadFormServiceObject[];
  @Field(() => String, { description: 'Who asks.' }) organizationName!: string;
  @Field(() => String, { description: 'The currency of a budget.' }) currency!: string;
  @Field(() => String, { description: 'Goes back with the answers; good for one submission within a day.' }) token!: string;
}

@ObjectType('LeadForm', { description: 'A public page where strangers ask for something; each submission is a lead.' })
export class LeadFormObject {
  @Field(() => ID, { description: 'The record\'s id.' }) id!: string;
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' }) version!: number;
  @Field(() => DateTimeScalar, { description: 'When it was created.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When it was last edited.' }) updatedAt!: Date;
  @Field(() => String, { description: 'The end of its address: /start/<slug>.' }) slug!: string;
  @Field(() => String, { description: 'The heading.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What the page says first.' }) introduction!: string | null;
  @Field(() => String, { nullable: true, description: 'What the page says after sending.' }) thanks!: string | null;
  @Field(() => [LeadFormFieldObject], { description: 'What is asked, in order.' }) fields!: LeadFormFieldObject[];
  @Field(() => [LeadFormServiceObject], { description: 'Services a visitor can ask for.' }) services!: LeadFormServiceObject[];
  @Field(() => String, { description: 'Where its leads come from.' }) source!: string;
  @Field(() => String, { nullable: true, description: 'The campaign it belongs to.' }) campaign!: string | null;
  @Field(() => String, { nullable: true, description: 'The kind of channel.' }) medium!: string | null;
  @Field(() => Boolean, { description: 'Whether it can be opened.' }) active!: boolean;
  @Field(() => DepartmentObject, { nullable: true, description: 'Whose queue its leads land in.' }) department!: DepartmentObject | null;
  @Field(() => UserObject, { nullable: true, description: 'Who gets its leads.' }) owner!: UserObject | null;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
