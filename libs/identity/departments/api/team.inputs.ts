import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator';

@InputType({ description: 'A new team.' })
export class CreateTeamInput {
  @Field(() => String, { description: 'What it is called.' })
  @IsNotEmpty({ message: 'Give the team a name.' })
  @MaxLength(100)
  name!: string;

  @Field(() => ID, { description: 'The department it belongs to.' })
  @IsUUID()
  departmentId!: string;

  @Field(() => ID, { nullable: true, description: 'Who leads it.' })
  @IsOptional()
  @IsUUID()
  leadId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who works in it.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  memberIds?: string[] | null;
}

@InputType({ description: 'Changed facts of a team; what is absent stays.' })
export class UpdateTeamInput {
  @Field(() => ID, { description: 'The team.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  @IsOptional()
  @IsNotEmpty({ message: 'Give the team a name.' })
  @MaxLength(100)
  name?: string;

  @Field(() => ID, { nullable: true, description: 'The department it moves to.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  @Field(() => ID, { nullable: true, description: 'Who leads it; null for nobody.' })
  @IsOptional()
  @IsUUID()
  leadId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Everybody who works in it.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  memberIds?: string[] | null;
}

@InputType({ description: 'The team to delete.' })
export class DeleteTeamInput {
  @Field(() => ID, { description: 'The team.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The team that gets its records; they belong to no team when absent.' })
  @IsOptional()
  @IsUUID()
  targetId?: string | null;
}
