import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { DateScalar, DateTimeScalar } from '@throughline/platform/graphql';

@InputType({ isAbstract: true })
abstract class WorkedTimeFields {
  @Field(() => DateScalar, { nullable: true, description: 'The day; today when absent.' })
  @IsOptional()
  workedOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long, in minutes; instead of exact times.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_440)
  minutes?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Exact start; with the end, instead of minutes.' })
  @IsOptional()
  startedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Exact end.' })
  @IsOptional()
  endedAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client pays for it; yes when new.' })
  @IsOptional()
  @IsBoolean()
  billable?: boolean;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  @IsOptional()
  @MaxLength(2_000)
  note?: string | null;
}

@InputType({ description: 'Your time on a task.' })
export class LogTimeInput extends WorkedTimeFields {
  @Field(() => ID, { description: 'The task.' })
  @IsUUID()
  taskId!: string;
}

@InputType({ description: 'A correction of logged time; what is absent stays.' })
export class UpdateTimeEntryInput extends WorkedTimeFields {
  @Field(() => ID, { description: 'The entry.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Deletes logged time.' })
export class DeleteTimeEntryInput {
  @Field(() => ID, { description: 'The entry.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
