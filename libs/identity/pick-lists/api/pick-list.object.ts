import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { OfferedPickList } from '../pick-list.service.js';

@ObjectType('PickList', { description: 'A list of choices that the organization keeps itself.' })
export class PickListObject implements OfferedPickList {
  @Field(() => String, { description: 'Its name in programs: LEAD_SOURCE.' }) key!: string;
  @Field(() => String, { description: 'What it is called.' }) label!: string;
  @Field(() => String, { description: 'Where it is offered.' }) usedFor!: string;
  @Field(() => Boolean, { description: 'Whether you may change it.' }) mayUpdate!: boolean;
}

@ObjectType('PickListItem', { description: 'One choice of a list.' })
export class PickListItemObject {
  @Field(() => ID, { description: 'The record\'s id.' }) id!: string;
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' }) version!: number;
  @Field(() => String, { description: 'Key of the list it belongs to.' }) list!: string;
  @Field(() => String, { description: 'What it is called.' }) label!: string;
  @Field(() => Int, { description: 'Its place in the list, from 1.' }) position!: number;
  @Field(() => Boolean, { description: 'Whether it is not offered any more.' }) archived!: boolean;
  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' }) hiddenFields!: string[];
}
