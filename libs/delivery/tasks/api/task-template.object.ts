import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CategoryObject } from '@throughline/delivery/categories';

@ObjectType('TaskTemplateItem', { description: 'A task of a template.' })
export class TaskTemplateItemObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The milestone it leads to.' })
  milestone!: string | null;

  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The same in detail.' })
  description!: string | null;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  estimateMinutes!: number;

  @Field(() => Int, { description: 'How much it is, in points.' })
  points!: number;

  @Field(() => Int, { description: 'Begins so many days after the project.' })
  startDay!: number;

  @Field(() => Int, { description: 'Due so many days after the project\'s start.' })
  dueDay!: number;

  @Field(() => Boolean, { description: 'Whether its work is reviewed.' })
  requiresReview!: boolean;

  @Field(() => Boolean, { description: 'Whether the client sees it.' })
  sharedWithClient!: boolean;

  @Field(() => [TaskTemplateItemObject], { description: 'Its parts, in order.' })
  parts!: TaskTemplateItemObject[];
}

@ObjectType('TaskTemplate', { description: 'What a project of a kind usually consists of.' })
export class TaskTemplateObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { description: 'Its name for programs: WEB.' })
  key!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Field(() => CategoryObject, { nullable: true, description: 'The kind of work it is for.' })
  category!: CategoryObject | null;

  @Field(() => [TaskTemplateItemObject], { description: 'Its tasks of the first level, in order.' })
  tasks!: TaskTemplateItemObject[];
}
