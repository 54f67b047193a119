import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CurrentActor, SignedIn } from '@throughline/platform/access';
import { Alone, MutationPayload } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { IsUUID, MaxLength } from 'class-validator';
import { UnmaskService } from '../unmask/unmask.service.js';

@InputType({ description: 'A value that is shown masked.' })
export class UnmaskFieldInput {
  @Field(() => String, { description: 'The kind of record: contact.' })
  @MaxLength(50)
  subject!: string;

  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
  recordId!: string;

  @Field(() => String, { description: 'The field: email.' })
  @MaxLength(50)
  field!: string;
}

@ObjectType({ description: 'The value as it is.' })
export class UnmaskFieldPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The value; null when there is none or something was refused.' })
  value?: string | null;
}

/** Masked values. */
@Resolver()
export class UnmaskResolver {
  constructor(private readonly values: UnmaskService) {}

  @Mutation(() => UnmaskFieldPayload, { description: 'Shows one masked value; each use is written down. Needs the subject\'s permission "unmask" on the record.' })
  @SignedIn()
  @Alone()
  async unmaskField(@CurrentActor() actor: Actor, @Args('input', { description: 'Which value.' }) input: UnmaskFieldInput): Promise<unknown> {
    return { value: await this.values.unmask(actor, input) };
  }
}
