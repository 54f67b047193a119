import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar } from '@throughline/platform/graphql';
import { ArrayMaxSize, IsBoolean, IsDate, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

@InputType({ description: 'A record to hand over.' })
export class OfferHandOffInput {
  @Field(() => String, { description: 'The record\'s type: lead, deal, ticket, project.' })
  @IsNotEmpty()
  subject!: string;

  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
  recordId!: string;

  @Field(() => String, { description: 'What comes next.' })
  @IsNotEmpty({ message: 'Say what comes next.' })
  @MaxLength(200)
  step!: string;

  @Field(() => ID, { nullable: true, description: 'The department that takes it over; the person\'s when absent.' })
  @IsOptional()
  @IsUUID()
  toDepartmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person who takes it over; anybody of the department when absent.' })
  @IsOptional()
  @IsUUID()
  toUserId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Lines of its checklist.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  items?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What you say to it.' })
  @IsOptional()
  @MaxLength(5_000)
  note?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when it is to be answered; as the organization\'s settings say when absent.' })
  @IsOptional()
  @IsDate()
  dueAt?: Date | null;
}

@InputType({ description: 'The hand-off to accept.' })
export class AcceptHandOffInput {
  @Field(() => ID, { description: 'The hand-off.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'The hand-off to take back.' })
export class WithdrawHandOffInput extends AcceptHandOffInput {}

@InputType({ description: 'The hand-off to return.' })
export class ReturnHandOffInput extends AcceptHandOffInput {
  @Field(() => String, { description: 'Why it comes back.' })
  @IsNotEmpty({ message: 'Say why it comes back.' })
  @MaxLength(5_000)
  reason!: string;
}

@InputType({ description: 'A line of a checklist to tick.' })
export class TickHandOffItemInput extends AcceptHandOffInput {
  @Field(() => ID, { description: 'The line.' })
  @IsUUID()
  itemId!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  @IsBoolean()
  done!: boolean;
}
