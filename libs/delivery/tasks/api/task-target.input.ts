import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsUUID } from 'class-validator';

/** Which task, and the version its editor saw: the base of every change. */
@InputType({ isAbstract: true })
export abstract class TaskTargetFields {
  @Field(() => ID, { description: 'The task.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
