import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Weekday, WeekdayEnum } from '@throughline/identity/organizations';
import { DateScalar } from '@throughline/platform/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';

@InputType({ description: 'A skill and how well somebody has it.' })
export class SkillLevelInput {
  @Field(() => ID, { description: 'The skill: an item of the list SKILL.' })
  @IsUUID()
  skillId!: string;

  @Field(() => Int, { description: '1 (beginner) to 5 (teaches others).' })
  @Min(1, { message: 'Levels go from 1 to 5.' })
  @Max(5, { message: 'Levels go from 1 to 5.' })
  level!: number;
}

@InputType({ description: 'Changed facts of a profile; what is absent stays.' })
export class UpdateStaffProfileInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  @IsOptional()
  @MaxLength(50)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they work.' })
  @IsOptional()
  @MaxLength(200)
  location?: string | null;

  @Field(() => String, { nullable: true, description: 'What they say about themselves.' })
  @IsOptional()
  @MaxLength(2_000)
  about?: string | null;

  @Field(() => [SkillLevelInput], { nullable: true, description: 'All their skills.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SkillLevelInput)
  skills?: SkillLevelInput[] | null;

  @Field(() => Int, { nullable: true, description: 'Capacity in minutes a week; needs the right to plan.' })
  @IsOptional()
  @Min(0, { message: 'Capacity cannot be negative.' })
  @Max(10_080, { message: 'A week has 168 hours.' })
  weeklyMinutes?: number | null;

  @Field(() => [WeekdayEnum], { nullable: true, description: 'Days on which they work; needs the right to plan.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  workDays?: Weekday[] | null;
}

@InputType({ description: 'Time off to ask for.' })
export class RequestTimeOffInput {
  @Field(() => ID, { nullable: true, description: 'Who will be away; yourself when absent.' })
  @IsOptional()
  @IsUUID()
  userId?: string | null;

  @Field(() => DateScalar, { description: 'The first day.' })
  @IsString()
  from!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  @IsString()
  to!: string;

  @Field(() => ID, { description: 'What it is for: an item of the list TIME_OFF_KIND.' })
  @IsUUID()
  kindId!: string;

  @Field(() => String, { nullable: true, description: 'What you say to it.' })
  @IsOptional()
  @MaxLength(2_000)
  note?: string | null;
}

@InputType({ description: 'A decision about time off.' })
export class DecideTimeOffInput {
  @Field(() => ID, { description: 'The time off.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Boolean, { description: 'Whether it is approved; declined otherwise.' })
  @IsBoolean()
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Why; needed to decline.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'Time off to take back.' })
export class WithdrawTimeOffInput {
  @Field(() => ID, { description: 'The time off.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
