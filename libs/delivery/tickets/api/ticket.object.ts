import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CategoryObject, RequirementKindEnum } from '@throughline/delivery/categories';
import { DepartmentObject } from '@throughline/identity/departments';
import { UserObject } from '@throughline/identity/users';
import { AllowedMoveObject, DateTimeScalar } from '@throughline/platform/graphql';
import { CustomerObject } from '@throughline/sales/customers';
import { DealObject } from '@throughline/sales/deals';
import { RequirementStatusEnum, TicketKindEnum, TicketPriorityEnum, TicketStatusEnum } from './ticket.enums.js';

@ObjectType('TicketRequirement', { description: 'One thing a ticket has to collect from the client.' })
export class TicketRequirementObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What is needed.' })
  title!: string;

  @Field(() => RequirementKindEnum, { description: 'What it asks for.' })
  kind!: RequirementKindEnum;

  @Field(() => Boolean, { description: 'Whether the work can be scoped without it.' })
  required!: boolean;

  @Field(() => RequirementStatusEnum, { description: 'Where it stands.' })
  status!: RequirementStatusEnum;

  @Field(() => String, { nullable: true, description: 'What the client gave.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was not usable.' })
  reason!: string | null;
}

@ObjectType('Ticket', { description: 'A request that somebody in support works on.' })
export class TicketObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The number people use: TIC-1042.' })
  number!: string;

  @Field(() => TicketKindEnum, { description: 'What it is for.' })
  kind!: TicketKindEnum;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What was said when it was opened.' })
  description!: string | null;

  @Field(() => TicketStatusEnum, { description: 'Where it stands.' })
  status!: TicketStatusEnum;

  @Field(() => String, { nullable: true, description: 'Why it was last sent back, reopened or put on hold.' })
  statusReason!: string | null;

  @Field(() => TicketPriorityEnum, { description: 'How urgent it is.' })
  priority!: TicketPriorityEnum;

  @Field(() => [String], { description: 'Words it carries.' })
  tags!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the support manager released it (stage 5).' })
  validatedAt!: Date | null;

  @Field(() => UserObject, { nullable: true, description: 'Who released it.' })
  validatedBy!: UserObject | null;

  @Field(() => String, { nullable: true, description: 'The scope that was fixed (stage 6).' })
  scope!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the scope was fixed.' })
  scopedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The project it became.' })
  projectId!: string | null;

  @Field(() => Int, { description: 'Share of the required items that are verified, in basis points: 10000 is everything.' })
  completenessBasisPoints!: number;

  @Field(() => [TicketRequirementObject], { description: 'What has to be collected, in order.' })
  requirements!: TicketRequirementObject[];

  @Field(() => CategoryObject, { nullable: true, description: 'The kind of service.' })
  category!: CategoryObject | null;

  @Field(() => CustomerObject, { nullable: true, description: 'For whom.' })
  customer!: CustomerObject | null;

  @Field(() => DealObject, { nullable: true, description: 'The deal it came from.' })
  deal!: DealObject | null;

  @Field(() => UserObject, { nullable: true, description: 'The agent who has it.' })
  owner!: UserObject | null;

  @Field(() => UserObject, { nullable: true, description: 'Who opened it.' })
  openedBy!: UserObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department that has it.' })
  department!: DepartmentObject | null;

  @Field(() => [AllowedMoveObject], { description: 'What can be done with it now, and why not.' })
  allowedMoves!: AllowedMoveObject[];

  @Field(() => [String], { description: 'Fields that your rights hide here; they are answered null.' })
  hiddenFields!: string[];
}
