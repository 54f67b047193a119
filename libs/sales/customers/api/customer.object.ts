import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { DepartmentObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { DateTimeScalar, JsonScalar, MoneyObject } from '@throughline/platform/graphql';
import type { CompanySize, CustomerKind, LifeCycle } from '../customer.entity.js';
import { CompanySizeEnum, CustomerKindEnum, LifeCycleEnum } from './customer.enums.js';

@InputType({ description: 'Where mail goes; every part may be missing.' })
export class PostalAddressInput {
  @Field(() => String, { nullable: true, description: 'Street and number.' }) @IsOptional() @IsString() @MaxLength(300) street?: string | null;
  @Field(() => String, { nullable: true, description: 'City.' }) @IsOptional() @IsString() @MaxLength(100) city?: string | null;
  @Field(() => String, { nullable: true, description: 'State or region.' }) @IsOptional() @IsString() @MaxLength(100) region?: string | null;
  @Field(() => String, { nullable: true, description: 'Postal code.' }) @IsOptional() @IsString() @MaxLength(20) postalCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Country.' }) @IsOptional() @IsString() @MaxLength(100) country?: string | null;
}

@ObjectType('Customer', { description: 'A company or person that buys, or may buy.' })
export class CustomerObject {
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

  @Field(() => CustomerKindEnum, { description: 'Company or person.' })
  kind!: CustomerKind;

  @Field(() => LifeCycleEnum, { description: 'How far it has come: CUSTOMER once something was won.' })
  lifeCycle!: LifeCycle;

  @Field(() => Boolean, { description: 'Whether anybody still deals with it.' })
  active!: boolean;

  @Field(() => String, { nullable: true, description: 'Its id in another system.' })
  externalId!: string | null;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  industry!: string | null;

  @Field(() => CompanySizeEnum, { nullable: true, description: 'How large it is.' })
  companySize!: CompanySize | null;

  @Field(() => MoneyObject, { nullable: true, description: 'What it turns over in a year.' })
  annualRevenue!: MoneyObject | null;

  @Field(() => String, { nullable: true, description: 'Its web site.' })
  website!: string | null;

  @Field(() => String, { nullable: true, description: 'Its telephone number.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Its e-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it came from.' })
  source!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Where bills go: street, city, region, postalCode, country.' })
  billingAddress!: object | null;

  @Field(() => [String], { nullable: true, description: 'Words it carries.' })
  tags!: string[] | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Columns of an import that had no field here.' })
  extra!: object | null;

  @Field(() => CustomerObject, { nullable: true, description: 'The company it belongs to.' })
  parent!: CustomerObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who looks after it.' })
  owner!: UserObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department it belongs to.' })
  department!: DepartmentObject | null;

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
