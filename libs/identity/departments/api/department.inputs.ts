import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator';
import type { DepartmentKind } from '../department.entity.js';
import { DepartmentKindEnum } from './department.object.js';

@InputType({ description: 'A new department.' })
export class CreateDepartmentInput {
  @Field(() => String, { description: 'What it is called.' })
  @IsNotEmpty({ message: 'Give the department a name.' })
  @MaxLength(100)
  name!: string;

  @Field(() => DepartmentKindEnum, { description: 'What it is for.' })
  @IsEnum(DepartmentKindEnum)
  kind!: DepartmentKind;

  @Field(() => [Int], { nullable: true, description: 'Which of the nine stages it serves, 1 to 9; what its kind usually serves when absent.' })
  @IsOptional()
  @ArrayMaxSize(9)
  @IsInt({ each: true })
  stages?: number[] | null;

  @Field(() => ID, { nullable: true, description: 'The department above; at the top when absent.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who manages it.' })
  @IsOptional()
  @IsUUID()
  managerId?: string | null;
}

@InputType({ description: 'Changed facts of a department; what is absent stays.' })
export class UpdateDepartmentInput {
  @Field(() => ID, { description: 'The department.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the department a name.' })
  @MaxLength(100)
  name?: string;

  @Field(() => DepartmentKindEnum, { nullable: true, description: 'What it is for.' })
  @IsOptional()
  @IsEnum(DepartmentKindEnum)
  kind?: DepartmentKind;

  @Field(() => [Int], { nullable: true, description: 'Which of the nine stages it serves, 1 to 9.' })
  @IsOptional()
  @ArrayMaxSize(9)
  @IsInt({ each: true })
  stages?: number[] | null;

  @Field(() => ID, { nullable: true, description: 'The department above; null moves it to the top.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who manages it; null for nobody.' })
  @IsOptional()
  @IsUUID()
  managerId?: string | null;
}

@InputType({ description: 'The department to archive.' })
export class ArchiveDepartmentInput {
  @Field(() => ID, { description: 'The department.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The department that takes over what it still has: departments below, teams, people, bound roles, open records.' })
  @IsOptional()
  @IsUUID()
  targetId?: string | null;
}

@InputType({ description: 'The archived department to use again.' })
export class RestoreDepartmentInput {
  @Field(() => ID, { description: 'The department.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
