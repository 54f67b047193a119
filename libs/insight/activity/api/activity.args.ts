import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar, PageArgs } from '@throughline/platform/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDate, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';

@InputType({ description: 'What of the stream is wanted; all that is given must hold.' })
export class ActivityFilter {
  @Field(() => [String], { nullable: true, description: 'Only these kinds of records: "task", "deal".' })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(60, { each: true })
  subjects?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  @IsOptional() @IsUUID()
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only records of this department, and of those below it.' })
  @IsOptional() @IsUUID()
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this record and what belongs to it: a project\'s tasks, milestones and files.' })
  @IsOptional() @IsUUID()
  recordId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what happened since then.' })
  @IsOptional() @IsDate()
  since?: Date | null;
}

@ArgsType()
export class ActivityArgs extends PageArgs {
  @Field(() => ActivityFilter, { nullable: true, description: 'What of the stream.' })
  @IsOptional() @ValidateNested() @Type(() => ActivityFilter)
  filter?: ActivityFilter | null;
}
