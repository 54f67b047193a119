import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DepartmentObject } from '@throughline/identity/departments';
import { RequirementKindEnum } from './requirement-kind.enum.js';

@ObjectType('RequirementTemplate', { description: 'One line of a category\'s onboarding checklist.' })
export class RequirementTemplateObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What is needed.' })
  title!: string;

  @Field(() => RequirementKindEnum, { description: 'What it asks for.' })
  kind!: RequirementKindEnum;

  @Field(() => Boolean, { description: 'Whether the work can be scoped without it.' })
  required!: boolean;
}

@ObjectType('ServiceCategory', { description: 'A kind of work that the agency delivers.' })
export class CategoryObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { description: 'Its short name in programs: WEB.' })
  key!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether it is not offered any more.' })
  archived!: boolean;

  @Field(() => ID, { nullable: true, description: 'Id of the category above; null at the top.' })
  parentId!: string | null;

  @Field(() => CategoryObject, { nullable: true, description: 'The category above.' })
  parent!: CategoryObject | null;

  @Field(() => [CategoryObject], { description: 'The categories directly below, archived ones too.' })
  children!: CategoryObject[];

  @Field(() => DepartmentObject, { nullable: true, description: 'The department that delivers it.' })
  department!: DepartmentObject | null;

  @Field(() => [RequirementTemplateObject], { description: 'What its onboarding collects, in order.' })
  checklist!: RequirementTemplateObject[];

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
