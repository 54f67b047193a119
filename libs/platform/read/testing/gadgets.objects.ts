import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BigIntScalar, Connection, DateScalar, DateTimeScalar, JsonScalar, MoneyObject } from '../../graphql/index.js';

export const GadgetStatus = { DRAFT: 'DRAFT', ACTIVE: 'ACTIVE', RETIRED: 'RETIRED' } as const;
registerEnumType(GadgetStatus, { name: 'GadgetStatus', description: 'States of a gadget.' });

@ObjectType('Maker', { description: 'Who makes gadgets.' })
export class MakerObject {
  @Field(() => ID, { description: 'Id.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Name.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: 'Country.' }) country!: string | null;
  @Field(() => [String], { description: 'What is hidden.' }) hiddenFields!: string[];
  @Field(() => MakerObject, { nullable: true, description: 'Above.' }) parent!: MakerObject | null;
}

@ObjectType('GadgetPart', { description: 'A part.' })
export class GadgetPartObject {
  @Field(() => ID, { description: 'Id.' }) id!: string;
  @Field(() => Int, { description: 'Place.' }) position!: number;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => MakerObject, { nullable: true, description: 'Maker.' }) maker!: MakerObject | null;
}

@ObjectType('GadgetReason', { description: 'Why.' })
export class GadgetReasonObject {
  @Field(() => String, { description: 'Text.' }) text!: string;
  @Field(() => Int, { nullable: true, description: 'Points.' }) points!: number | null;
}

@ObjectType('Gadget', { description: 'A thing of the tests.' })
export class GadgetObject {
  @Field(() => ID, { description: 'Id.' }) id!: string;
  @Field(() => Int, { description: 'Version.' }) version!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Made at.' }) createdAt!: Date;
  @Field(() => String, { nullable: true, description: 'Name.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: 'Note.' }) note!: string | null;
  @Field(() => GadgetStatus, { nullable: true, description: 'Status.' }) status!: string | null;
  @Field(() => Int, { nullable: true, description: 'Rank.' }) rank!: number | null;
  @Field(() => BigIntScalar, { nullable: true, description: 'Units.' }) units!: bigint | null;
  @Field(() => Float, { nullable: true, description: 'Weight.' }) weight!: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Active.' }) active!: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: 'Due.' }) dueOn!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Seen.' }) seenAt!: Date | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Facts.' }) facts!: unknown;
  @Field(() => [String], { nullable: true, description: 'Tags.' }) tags!: string[] | null;
  @Field(() => MoneyObject, { nullable: true, description: 'Price.' }) price!: MoneyObject | null;
  @Field(() => [GadgetReasonObject], { nullable: true, description: 'Reasons.' }) reasons!: GadgetReasonObject[] | null;
  @Field(() => String, { nullable: true, description: 'Loud name.' }) loudName!: string | null;
  @Field(() => String, { nullable: true, description: 'Label.' }) label!: string | null;
  @Field(() => String, { nullable: true, description: 'From a resolver.' }) remote!: string | null;
  @Field(() => [String], { description: 'What is hidden.' }) hiddenFields!: string[];
  @Field(() => MakerObject, { nullable: true, description: 'Maker.' }) maker!: MakerObject | null;
  @Field(() => [GadgetPartObject], { nullable: true, description: 'Parts.' }) parts!: GadgetPartObject[] | null;
  @Field(() => [MakerObject], { nullable: true, description: 'Other makers.' }) helpers!: MakerObject[] | null;
  @Field(() => [MakerObject], { nullable: true, description: 'Makers who work on it.' }) workers!: MakerObject[] | null;
}

@ObjectType({ description: 'A page of gadgets.' })
export class GadgetConnection extends Connection(GadgetObject, 'Gadget') {}
