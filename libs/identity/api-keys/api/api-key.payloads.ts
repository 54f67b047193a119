import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { GrantLineInput } from '@throughline/identity/access';
import { Connection, DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsInt, IsNotEmpty, IsOptional, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { apiKeyRead } from '../api-key.read.js';
import { ApiKeyObject } from './api-key.object.js';

@ObjectType({ description: 'A page of API keys.' })
export class ApiKeyConnection extends Connection(ApiKeyObject, 'ApiKey') {}

@ArgsType()
export class ApiKeysArgs extends ReadArgs(apiKeyRead) {}

@InputType({ description: 'A new key for a program. Nobody gives it more than they hold.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  @IsNotEmpty({ message: 'Enter a name: what the key is for.' })
  @MaxLength(100)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'A role whose tiers include SERVICE.' })
  @IsOptional()
  @IsUUID()
  roleId?: string | null;

  @Field(() => [GrantLineInput], { nullable: true, description: 'Single permissions, beside the role or instead of one.' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GrantLineInput)
  grants?: GrantLineInput[] | null;

  @Field(() => [String], { nullable: true, description: 'It works from these networks only, addresses or CIDR; absent or empty = from anywhere.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(50, { each: true })
  networks?: string[] | null;

  @Field(() => DateTimeScalar, { description: 'When it stops working: at most a year from now.' })
  @IsDate()
  expiresAt!: Date;
}

@InputType({ isAbstract: true })
abstract class OnApiKey {
  @Field(() => ID, { description: 'The key.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'The key whose secret is replaced.' })
export class RotateApiKeyInput extends OnApiKey {
  @Field(() => Int, { description: 'For how many minutes the old secret works yet; 0 = not any more. At most 10080, seven days.' })
  @IsInt()
  @Min(0)
  @Max(10_080)
  graceMinutes!: number;
}

@InputType({ description: 'The key to end.' })
export class RevokeApiKeyInput extends OnApiKey {}

@ObjectType({ isAbstract: true })
abstract class KeyPayload extends MutationPayload {
  @Field(() => ApiKeyObject, { nullable: true, description: 'The key; null when something was refused.' })
  apiKey?: ApiKeyObject | null;
}

@ObjectType({ description: 'The key that was made.' })
export class CreateApiKeyPayload extends KeyPayload {
  @Field(() => String, { nullable: true, description: 'The secret, shown this once: keep it where the program finds it.' })
  secret?: string | null;
}

@ObjectType({ description: 'The key with its new secret.' })
export class RotateApiKeyPayload extends KeyPayload {
  @Field(() => String, { nullable: true, description: 'The new secret, shown this once.' })
  secret?: string | null;
}

@ObjectType({ description: 'The key that was ended.' })
export class RevokeApiKeyPayload extends KeyPayload {}
