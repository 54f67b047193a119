import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('PipelineStage', { description: 'A step of a pipeline.' })
export class PipelineStageObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => Int, { description: 'The chance of winning a deal in it, in percent.' })
  probability!: number;

  @Field(() => Boolean, { description: 'Whether deals here are won.' })
  isWon!: boolean;

  @Field(() => Boolean, { description: 'Whether deals here are lost.' })
  isLost!: boolean;

  @Field(() => Int, { nullable: true, description: 'After how many days without a move a deal here counts as neglected.' })
  rotDays!: number | null;

  @Field(() => String, { nullable: true, description: 'Its colour as #rrggbb; null for the product\'s own.' })
  colour!: string | null;
}

@ObjectType('Pipeline', { description: 'A way of selling: an ordered list of stages.' })
export class PipelineObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether new deals start here unless told otherwise.' })
  isDefault!: boolean;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => [PipelineStageObject], { description: 'Its stages, in order.' })
  stages!: PipelineStageObject[];

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
