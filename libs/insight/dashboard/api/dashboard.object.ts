import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MoneyObject } from '@throughline/platform/graphql';

@ObjectType({ description: 'How many records are in a state.' })
export class StatusCount {
  @Field(() => String, { description: 'The state: NEW.' })
  status!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What lies in a stage of the pipeline.' })
export class StageSum {
  @Field(() => String, { description: 'Name of the stage.' })
  stage!: string;

  @Field(() => Int, { description: 'How many open deals.' })
  count!: number;

  @Field(() => MoneyObject, { description: 'Sum of their amounts in the organization\'s currency.' })
  total!: MoneyObject;
}

@ObjectType({ description: 'The caller\'s open tasks by due day.' })
export class TaskLoad {
  @Field(() => Int, { description: 'Due before today.' })
  overdue!: number;

  @Field(() => Int, { description: 'Due today.' })
  today!: number;

  @Field(() => Int, { description: 'Due in the seven days after today.' })
  thisWeek!: number;

  @Field(() => Int, { description: 'Due later, or without a due day.' })
  later!: number;
}

@ObjectType({ description: 'Figures over the records that the caller may see; null where they may see none of a kind.' })
export class Dashboard {
  @Field(() => DateTimeScalar, { description: 'When the figures were taken.' })
  asOf!: Date;

  @Field(() => [StatusCount], { nullable: true, description: 'Leads by status.' })
  leads!: StatusCount[] | null;

  @Field(() => [StageSum], { nullable: true, description: 'Open deals by stage.' })
  deals!: StageSum[] | null;

  @Field(() => MoneyObject, { nullable: true, description: 'Sum of the deals won since the first of this month (UTC).' })
  wonThisMonth!: MoneyObject | null;

  @Field(() => [StatusCount], { nullable: true, description: 'Tickets by status.' })
  tickets!: StatusCount[] | null;

  @Field(() => [StatusCount], { nullable: true, description: 'Projects by status.' })
  projects!: StatusCount[] | null;

  @Field(() => TaskLoad, { nullable: true, description: 'The caller\'s own open tasks.' })
  myTasks!: TaskLoad | null;
}
