import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BigIntScalar, DateScalar } from '@throughline/platform/graphql';
import { RequirementMoveEnum, TicketMoveEnum, TicketPriorityEnum } from './ticket.enums.js';

@InputType({ description: 'The onboarding of a won deal (stage 4).' })
export class OpenOnboardingTicketInput {
  @Field(() => ID, { description: 'The won deal.' })
  @IsUUID()
  dealId!: string;

  @Field(() => String, { description: 'The service category: WEB. One ticket per category.' })
  @IsNotEmpty({ message: 'Choose the kind of service.' })
  @MaxLength(40)
  categoryKey!: string;

  @Field(() => String, { nullable: true, description: 'What support should know.' })
  @IsOptional()
  @MaxLength(10_000)
  note?: string | null;
}

@InputType({ description: 'The release of an onboarding ticket (stage 5).' })
export class ValidateTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => [String], { description: 'Keys of the checkpoints that hold: CUSTOMER, CONTACT, SERVICES, BUDGET.' })
  @ArrayMaxSize(20)
  @IsString({ each: true })
  passed!: string[];

  @Field(() => ID, { description: 'The agent who collects the requirements.' })
  @IsUUID()
  agentId!: string;
}

@InputType({ description: 'What changes of a ticket; absent fields stay.' })
export class UpdateTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What was said when it was opened.' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  description?: string | null;

  @Field(() => TicketPriorityEnum, { nullable: true, description: 'How urgent it is.' })
  @IsOptional()
  @IsIn(Object.values(TicketPriorityEnum))
  priority?: TicketPriorityEnum | null;

  @Field(() => [String], { nullable: true, description: 'Words it carries; all of them.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  tags?: string[] | null;
}

@InputType({ description: 'An assignment.' })
export class AssignTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { description: 'Who takes it.' })
  @IsUUID()
  ownerId!: string;
}

@InputType({ description: 'A move of a ticket.' })
export class MoveTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => TicketMoveEnum, { description: 'The move.' })
  @IsDefined()
  move!: TicketMoveEnum;

  @Field(() => String, { nullable: true, description: 'Why; needed to send back, reopen or wait.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'A move of one requirement.' })
export class MoveRequirementInput {
  @Field(() => ID, { description: 'The requirement.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => RequirementMoveEnum, { description: 'The move.' })
  @IsDefined()
  move!: RequirementMoveEnum;

  @Field(() => String, { nullable: true, description: 'What the client gave; unchanged when absent.' })
  @IsOptional()
  @MaxLength(10_000)
  value?: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong with it; needed for REJECT.' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'The fixed scope of a complete onboarding ticket (stage 6).' })
export class ScopeTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { description: 'Name of the project.' })
  @IsNotEmpty({ message: 'Give the project a name.' })
  @MaxLength(200)
  projectName!: string;

  @Field(() => String, { description: 'What will be delivered, and what not.' })
  @IsNotEmpty({ message: 'Describe what will be delivered.' })
  @MaxLength(20_000)
  scope!: string;

  @Field(() => String, { nullable: true, description: 'The service category, when it turned out to be another.' })
  @IsOptional()
  @MaxLength(40)
  categoryKey?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the work should start.' })
  @IsOptional()
  startOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be delivered.' })
  @IsOptional()
  dueOn?: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'Budget in minor units of the deal\'s currency; the deal\'s amount when absent.' })
  @IsOptional()
  budgetMinor?: bigint | null;
}
