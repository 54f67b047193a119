import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { UserTierEnum } from '@throughline/identity/access';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';

/** Keys of programs come with API keys. */
const PEOPLE = [UserTierEnum.ADMIN, UserTierEnum.EMPLOYEE, UserTierEnum.CLIENT];

@InputType({ description: 'A role and where it holds.' })
export class RoleAssignmentInput {
  @Field(() => ID, { description: 'The role.' })
  @IsUUID()
  roleId!: string;

  @Field(() => ID, { nullable: true, description: 'Only in this department and those below it; wherever the person belongs when absent.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;
}

@InputType({ description: 'Somebody new.' })
export class CreateUserInput {
  @Field(() => String, { description: 'The person\'s name.' })
  @IsNotEmpty({ message: 'Enter a name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'The e-mail address to sign in with.' })
  @IsNotEmpty({ message: 'Enter an e-mail address.' })
  @MaxLength(254)
  email!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @MaxLength(200)
  title?: string | null;

  @Field(() => UserTierEnum, { description: 'ADMIN, EMPLOYEE or CLIENT.' })
  @IsIn(PEOPLE)
  tier!: UserTierEnum;

  @Field(() => ID, { nullable: true, description: 'Clients only: their customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'A first password of 12 characters or more. Without one the person cannot sign in yet.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  password?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Departments they belong to.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  departmentIds?: string[] | null;

  @Field(() => [RoleAssignmentInput], { nullable: true, description: 'Roles to give; needs the right to give roles.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RoleAssignmentInput)
  roles?: RoleAssignmentInput[] | null;
}

@InputType({ description: 'Changed facts of a person; what is absent stays.' })
export class UpdateUserInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'The person\'s name.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Enter a name.' })
  @MaxLength(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'The e-mail address to sign in with.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Enter an e-mail address.' })
  @MaxLength(254)
  email?: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @MaxLength(200)
  title?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All departments they belong to.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  departmentIds?: string[] | null;
}

@InputType({ description: 'All roles that a person shall hold.' })
export class SetUserRolesInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => [RoleAssignmentInput], { description: 'The roles; those that are not named are taken away.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RoleAssignmentInput)
  roles!: RoleAssignmentInput[];
}
