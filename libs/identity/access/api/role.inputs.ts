import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { GrantLineInput } from './grant-line.object.js';
import { UserTierEnum } from './role.object.js';

@InputType({ description: 'A new role.' })
export class CreateRoleInput {
  @Field(() => String, { description: 'Its name.' })
  @IsNotEmpty({ message: 'Enter a name.' })
  @MaxLength(100)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What its holders do.' })
  @IsOptional()
  @MaxLength(500)
  description?: string | null;

  @Field(() => [UserTierEnum], { description: 'Tiers whose people may hold it; CLIENT stands alone.' })
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(Object.values(UserTierEnum), { each: true })
  tiers!: UserTierEnum[];

  @Field(() => ID, { nullable: true, description: 'The role whose permissions it inherits.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The role whose own lines it begins with.' })
  @IsOptional()
  @IsUUID()
  copyOf?: string | null;
}

/** The role and the version that was seen. */
@InputType({ isAbstract: true })
abstract class OnRole {
  @Field(() => ID, { description: 'The role.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Changed facts of a role; what is absent stays.' })
export class UpdateRoleInput extends OnRole {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Enter a name.' })
  @MaxLength(100)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What its holders do.' })
  @IsOptional()
  @MaxLength(500)
  description?: string;

  @Field(() => [UserTierEnum], { nullable: true, description: 'Tiers whose people may hold it.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(Object.values(UserTierEnum), { each: true })
  tiers?: UserTierEnum[];

  @Field(() => ID, { nullable: true, description: 'The role whose permissions it inherits; null = none.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

@InputType({ description: 'The role to remove.' })
export class DeleteRoleInput extends OnRole {
  @Field(() => ID, { nullable: true, description: 'What its holders, and roles that inherit from it, get instead.' })
  @IsOptional()
  @IsUUID()
  replacementId?: string | null;
}

@InputType({ description: 'All lines of a role, or all of one permission.' })
export class SetRoleGrantsInput extends OnRole {
  @Field(() => String, { nullable: true, description: 'Replace lines of this permission only: a cell of the matrix.' })
  @IsOptional()
  @MaxLength(100)
  permission?: string | null;

  @Field(() => [GrantLineInput], { description: 'The lines; those that are not named are taken away.' })
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => GrantLineInput)
  grants!: GrantLineInput[];
}

@InputType({ description: 'A line to add to a role.' })
export class GrantPermissionInput extends OnRole {
  @Field(() => GrantLineInput, { description: 'The line.' })
  @ValidateNested()
  @Type(() => GrantLineInput)
  grant!: GrantLineInput;
}

@InputType({ description: 'A line to take from a role.' })
export class RevokePermissionInput extends OnRole {
  @Field(() => ID, { description: 'The line.' })
  @IsUUID()
  grantId!: string;
}

@InputType({ description: 'The built-in role that goes back to the lines it came with.' })
export class ResetRoleInput extends OnRole {}
