import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { DateTimeScalar } from '@throughline/platform/graphql';

@ObjectType('ApiKey', { description: 'A key with which a program calls the API. Its secret was shown when it was made.' })
export class ApiKeyObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'How its present secret begins, to recognize it.' })
  prefix!: string;

  @Field(() => Boolean, { description: 'Whether it works: neither revoked nor expired.' })
  active!: boolean;

  @Field(() => [String], { nullable: true, description: 'It works from these networks only; null = from anywhere.' })
  networks!: string[] | null;

  @Field(() => DateTimeScalar, { description: 'When it stops working by itself.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its secret was last replaced.' })
  rotatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended.' })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute; null = never.' })
  lastUsedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'From which address it was last used.' })
  lastUsedAddress!: string | null;

  @Field(() => UserObject, { nullable: true, description: 'The account that acts with it: its roles and exceptions are what it may do.' })
  account!: UserObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who made it; it ends when they leave.' })
  createdBy!: UserObject | null;
}
