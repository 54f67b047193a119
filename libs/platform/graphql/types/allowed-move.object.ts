import { Field, ObjectType } from '@nestjs/graphql';
import type { AllowedMove } from '../../kernel/index.js';

@ObjectType('AllowedMove', { description: 'A move of a record\'s state machine as it stands now for the caller.' })
export class AllowedMoveObject implements AllowedMove<string> {
  @Field(() => String, { description: 'Name of the move: WIN.' })
  move!: string;

  @Field(() => String, { description: 'What a button says.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it can be done now.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it cannot be done; null when it can.' })
  reason!: string | null;
}
