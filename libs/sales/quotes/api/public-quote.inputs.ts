import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsNotEmpty, Matches, MaxLength, MinLength } from 'class-validator';

const TOKEN = /^[A-Za-z0-9_-]{20,64}$/;
const BAD_TOKEN = 'This link is not complete. Open it again from the message you got.';

@InputType({ description: 'The secret of a quote\'s link.' })
export class OpenQuoteInput {
  @Field(() => String, { description: 'The last part of the link /q/<token>.' })
  @Matches(TOKEN, { message: BAD_TOKEN })
  token!: string;
}

@InputType({ description: 'A client\'s acceptance with a typed signature.' })
export class AcceptQuoteInput {
  @Field(() => String, { description: 'The last part of the link /q/<token>.' })
  @Matches(TOKEN, { message: BAD_TOKEN })
  token!: string;

  @Field(() => Int, { description: 'The version of the quote that was shown.' })
  @IsInt()
  version!: number;

  @Field(() => String, { description: 'First and last name, typed as signature.' })
  @MinLength(3, { message: 'Type your full name as your signature.' })
  @MaxLength(200)
  name!: string;
}

@InputType({ description: 'A client\'s refusal.' })
export class DeclineQuoteInput {
  @Field(() => String, { description: 'The last part of the link /q/<token>.' })
  @Matches(TOKEN, { message: BAD_TOKEN })
  token!: string;

  @Field(() => Int, { description: 'The version of the quote that was shown.' })
  @IsInt()
  version!: number;

  @Field(() => String, { description: 'What speaks against it.' })
  @IsNotEmpty({ message: 'Tell us briefly why, so that we can do better.' })
  @MaxLength(2_000)
  reason!: string;
}
