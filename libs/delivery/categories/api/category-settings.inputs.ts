import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { RequirementKindEnum } from './requirement-kind.enum.js';

@InputType({ description: 'A line of an onboarding checklist.' })
export class ChecklistLineInput {
  @Field(() => String, { description: 'What is needed.' })
  @MaxLength(200)
  title!: string;

  @Field(() => RequirementKindEnum, { description: 'What it asks for.' })
  @IsIn(Object.values(RequirementKindEnum))
  kind!: RequirementKindEnum;

  @Field(() => Boolean, { description: 'Whether the work cannot be scoped without it.' })
  @IsBoolean()
  required!: boolean;
}

@InputType({ description: 'A new service category.' })
export class CreateServiceCategoryInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxLength(100)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its name in programs: GOOGLE_ADS; made of the name when absent.' })
  @IsOptional()
  @MaxLength(40)
  key?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department that delivers it.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The category above it.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => [ChecklistLineInput], { nullable: true, description: 'What its onboarding collects, in order.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ChecklistLineInput)
  checklist?: ChecklistLineInput[] | null;
}

@InputType({ description: 'Changes of a service category; what is absent stays.' })
export class UpdateServiceCategoryInput {
  @Field(() => ID, { description: 'The category.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(100)
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department that delivers it; null for none.' })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The category above it; null for the top.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => [ChecklistLineInput], { nullable: true, description: 'All lines of the checklist, in order. Tickets that are open keep theirs.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ChecklistLineInput)
  checklist?: ChecklistLineInput[] | null;
}

@InputType({ description: 'The category to offer no more.' })
export class ArchiveServiceCategoryInput {
  @Field(() => ID, { description: 'The category.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'The category to offer again.' })
export class RestoreServiceCategoryInput extends ArchiveServiceCategoryInput {}
