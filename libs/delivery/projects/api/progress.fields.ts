import { Field, Int, ObjectType } from '@nestjs/graphql';
import { BigIntScalar } from '@throughline/platform/graphql';

/** What every node of a work tree shows of its progress: project, milestone and task alike. */
@ObjectType({ isAbstract: true })
export abstract class ProgressFields {
  @Field(() => Int, { nullable: true, description: 'Progress in basis points, rounded down: 6234 is 62.34 %. Null without live work.' })
  progressBasisPoints!: number | null;

  @Field(() => BigIntScalar, { description: 'Weight of all live work below.' })
  workTotal!: string;

  @Field(() => BigIntScalar, { description: 'Weight times completion (in basis points) of all live work below.' })
  workDone!: string;

  @Field(() => Int, { description: 'How many direct parts it has, cancelled ones too.' })
  childrenTotal!: number;

  @Field(() => Int, { description: 'Direct parts that are not started.' })
  childrenTodo!: number;

  @Field(() => Int, { description: 'Direct parts that are started.' })
  childrenInProgress!: number;

  @Field(() => Int, { description: 'Direct parts that wait for a review.' })
  childrenReview!: number;

  @Field(() => Int, { description: 'Direct parts that are done.' })
  childrenCompleted!: number;

  @Field(() => Int, { description: 'Direct parts that are blocked.' })
  childrenBlocked!: number;

  @Field(() => Int, { description: 'Direct parts that are cancelled.' })
  childrenCancelled!: number;
}
