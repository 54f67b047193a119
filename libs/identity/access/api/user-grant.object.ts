import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { Type } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { GrantLineInput, RoleGrantObject } from './grant-line.object.js';

@ObjectType('UserGrant', { description: 'Something that one person may or may not do, whatever their roles say.' })
export class UserGrantObject extends RoleGrantObject {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null = until somebody takes it back. What has run out does nothing.' })
  expiresAt!: Date | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'Who gave it.' })
  grantedBy!: string | null;
}

@InputType({ description: 'An exception for one person.' })
export class GrantExceptionInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  userId!: string;

  @Field(() => GrantLineInput, { description: 'What they may or may not do.' })
  @ValidateNested()
  @Type(() => GrantLineInput)
  grant!: GrantLineInput;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; without it, until somebody takes it back.' })
  @IsOptional()
  expiresAt?: Date | null;

  @Field(() => String, { description: 'Why.' })
  @IsNotEmpty({ message: 'Say why.' })
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'The exception to take back.' })
export class RevokeExceptionInput {
  @Field(() => ID, { description: 'The exception.' })
  @IsUUID()
  id!: string;
}

@ObjectType({ description: 'What came of giving an exception.' })
export class GrantExceptionPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Whose it is; null when something was refused.' })
  userId?: string | null;
}

@ObjectType({ description: 'What came of taking an exception back.' })
export class RevokeExceptionPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Whose it was; null when something was refused.' })
  userId?: string | null;
}
